"""One build after the other: whatever is broken is named with its line, and mended again."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator

import pytest

from schaukasten.building.build import build
from schaukasten.editor.telling import Teller
from schaukasten.model.site import Site
from schaukasten.plugins import htaccess
from tests.editor.projects import Project, places, replaced
from tests.worlds import TODAY, german

OFFER = "content/angebote/treff.md"
NEWS = "content/aktuelles/2026-03-08-fest/index.md"
DATA = "content/data/association.yaml"
BASE = "theme/templates/base.html"
MACRO = "theme/templates/components/prose.html"
PALETTE = "theme/palette.yaml"
CATALOG = "theme/translations/de/LC_MESSAGES/messages.po"
STYLES = "theme/static/css/site.css"
CONF = "pelicanconf.py"

#: What is broken, how (a text and what stands in its place; None: the file is gone), where it
#: must be found (0: in some line), and a word of the sentence.
MISTAKES = [
    ("a front matter that is no YAML", OFFER, "title: Treff", "title: a: b", 2, "Doppelpunkt"),
    ("a missing field", OFFER, "summary: Ein Treff.\n", "", 2, "summary"),
    ("a day that is none", NEWS, "2026-03-08", "2026-02-30", 3, "im Kalender"),
    ("a broken link", NEWS, "Text.", "[hier](gibt-es-nicht.md)", 6, "gibt-es-nicht.md"),
    ("a file that is no text", NEWS, "Text.", b"\xff\xfe\x00", 6, "UTF-8"),
    ("an empty file", OFFER, None, b"", 1, "mit"),
    ("data without a key", DATA, "language:", "sprache:", 0, "language"),
    ("a data file that is gone", DATA, None, None, 1, "gibt es nicht"),
    ("a block without an end", BASE, "{% endif %}", "", 0, "Jinja kann"),
    ("an unknown name", BASE, "{{ direction }}", "{{ richtung }}", 4, "richtung"),
    ("an unknown filter", BASE, "{{ direction }}", "{{ direction|hübsch }}", 4, "hübsch"),
    ("an error in a macro", MACRO, None, b"{% macro prose() %}\n{{ 1 // 0 }}", 0, "Jinja kann"),
    ("a missing include", BASE, "partials/head.html", "partials/kopf.html", 6, "kopf.html"),
    ("a template that is gone", "theme/templates/news.html", None, None, 1, "Vorlage"),
    ("a page of Latin-1", BASE, None, "für".encode("latin-1"), 0, ""),
    ("a colour that is none", PALETTE, "paper: 97.5%", "paper: hell", 5, "paper"),
    ("a palette without a colour", PALETTE, "ink: 24% 0.03 50\n", "", 1, "ink"),
    ("a palette that is gone", PALETTE, None, None, 1, "palette.yaml"),
    ("settings that are no Python", CONF, "PREVIEW = True", "PREVIEW = = True", 0, "Python"),
    ("settings with a wrong name", CONF, "PREVIEW = True", "PREVIEW = wahr", 0, "wahr"),
    ("settings that end themselves", CONF, "PREVIEW = True", "raise SystemExit(3)", 0, "3"),
    ("settings without a plugin", CONF, "plugins.feed", "plugins.futter", 1, "futter"),
]
#: What is named while the site is shown all the same.
SLIPS = [
    ("a stylesheet that is gone", "theme/static/css/blocks/tag.css", None, STYLES, "tag.css"),
    ("an import of nothing", STYLES, b'\n@import url("nichts.css");\n', STYLES, "nichts.css"),
    ("a slip in a catalog", CATALOG, b'\nmsgid "Now"\nmsgsrt "Jetzt"\n', CATALOG, "Katalog"),
    (
        "a translation with another placeholder",
        CATALOG,
        b'\nmsgid "Now {x}"\nmsgstr "Jetzt {y}"\n',
        CATALOG,
        "{y}",
    ),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    project = Project(tmp_path_factory.mktemp("project"))
    project.offer()
    project.news()
    assert project.rebuild().folder
    yield project
    project.rebuilder.close()


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "word"),
    [mistake[1:] for mistake in MISTAKES],
    ids=[mistake[0] for mistake in MISTAKES],
)
def test_a_mistake_is_named_and_when_it_is_mended_the_site_is_there_again(
    project: Project,
    file: str,
    old: str | None,
    new: str | bytes | None,
    line: int,
    word: str,
) -> None:
    path = project.folder / file
    content = new.encode() if isinstance(new, str) else new
    if old is not None:
        before = path.read_bytes()
        assert old.encode() in before
        assert content is not None
        content = before.replace(old.encode(), content)
    with replaced(path, content):
        result = project.rebuild()
        assert result.folder is None
        sentences = [one.sentence(german) for one in [*result.faults, *result.problems]]
        assert any(word in sentence for sentence in sentences), sentences
        found = places(result)
        assert any(place == f"{file}:{line or place.rpartition(':')[2]}" for place in found), found
    assert project.rebuild().folder


@pytest.mark.parametrize(
    ("file", "added", "where", "word"), [slip[1:] for slip in SLIPS], ids=[one[0] for one in SLIPS]
)
def test_what_stops_no_preview_is_named_beside_the_new_page(
    project: Project, file: str, added: bytes | None, where: str, word: str
) -> None:
    path = project.folder / file
    with replaced(path, None if added is None else path.read_bytes() + added):
        result = project.rebuild()
        assert result.folder
        (fault,) = result.faults
        assert fault.file == where
        assert fault.line > 1
        assert word in fault.sentence(german)
    assert project.rebuild().faults == []


def test_a_content_folder_that_was_renamed_is_waited_for(project: Project) -> None:
    elsewhere = project.content.rename(project.folder / "anders")
    result = project.rebuild()
    assert result.folder is None
    assert "gibt es nicht" in result.faults[0].sentence(german)
    elsewhere.rename(project.content)
    assert project.rebuild().folder


def test_a_mistake_of_the_generator_itself_is_no_end_either(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("kaputt")

    monkeypatch.setattr(htaccess, "facts_of", broken)
    result = project.rebuild()
    assert result.folder is None
    assert result.faults[0].file.endswith("plugins/htaccess.py")
    assert "kaputt" in result.faults[0].sentence(german)


def test_a_deleted_source_leaves_no_page(project: Project) -> None:
    extra = project.offer(slug="kurz")
    first = project.rebuild().folder
    extra.unlink()
    second = project.rebuild().folder
    assert first
    assert second
    assert (first / "angebote/kurz/index.html").is_file()
    assert not (second / "angebote/kurz").exists()


def test_a_changed_template_and_a_changed_word_are_seen_though_both_are_kept(
    project: Project,
) -> None:
    base, catalog = project.folder / BASE, project.folder / CATALOG
    other = catalog.read_bytes().replace(b'"Zum Inhalt springen"', b'"Hinab"')
    with (
        replaced(base, base.read_bytes().replace(b"<body>", b"<body class=neu>")),
        replaced(catalog, other),
    ):
        folder = project.rebuild().folder
        assert folder
        page = (folder / "index.html").read_text("utf-8")
        assert "<body class=neu>" in page
        assert ">Hinab</a>" in page


def test_only_the_last_two_sites_are_kept_and_in_the_end_none(project: Project) -> None:
    folders = [project.rebuild().folder for _build in range(3)]
    assert [folder is not None and folder.exists() for folder in folders] == [False, True, True]
    assert folders[2]
    home = folders[2].parent
    assert len(list(home.iterdir())) == 2


def test_a_good_site_stands_while_the_heading_says_so(project: Project) -> None:
    teller = Teller(project.folder, project.content)
    good = teller.view(project.rebuild())
    with replaced(project.content / "seiten/index.md", b"kaputt"):
        bad = teller.view(project.rebuild())
    assert bad.folder == good.folder
    assert bad.build == good.build
    assert "letzten fehlerfreien Stand" in bad.heading
    assert "content/seiten/index.md" in bad.news


def test_a_site_that_was_never_good_has_no_folder(project: Project) -> None:
    with replaced(project.content / "seiten/index.md", b"kaputt"):
        view = Teller(project.folder, project.content).view(project.rebuild())
    assert view.folder is None
    assert view.build == ""
    assert "noch nicht" in view.heading


def test_output_is_never_touched(project: Project) -> None:
    project.rebuild()
    assert not (project.folder / "output").exists()


def test_a_project_whose_theme_is_gone_says_so(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else Pelican takes the theme that lies in the present folder.
    monkeypatch.chdir(project.folder)
    theme = project.folder / "theme"
    elsewhere = theme.rename(project.folder / "weg")
    result = project.rebuild()
    assert result.folder is None
    assert "theme/palette.yaml:1" in places(result)
    shutil.move(elsewhere, theme)
    assert project.rebuild().folder


def test_the_same_mistakes_are_one_line_of_build_and_the_old_output_stays(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(project.folder, project.content, project.output, drafts=True, today=TODAY) == 0
    base = project.folder / BASE
    with replaced(base, base.read_bytes().replace(b"{{ direction }}", b"{{ richtung }}")):
        capsys.readouterr()
        assert build(project.folder, project.content, project.output, True, TODAY) == 1
    shown = "".join(capsys.readouterr())
    assert f"{BASE}:4: Die Vorlage benutzt etwas, das es nicht gibt" in shown
    assert "Traceback" not in shown
    assert project.read("index.html")
    shutil.rmtree(project.output)


def test_no_site_is_kept_in_memory_behind_the_next_one(project: Project) -> None:
    project.rebuild()
    project.rebuild()
    gc.collect()
    assert sum(type(one) is Site for one in gc.get_objects()) <= 1
