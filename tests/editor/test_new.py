"""`new` as an editor at a terminal calls it."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from pathlib import Path

import pytest

from schaukasten.editor.new import NewFile, new
from tests.worlds import ROOT, World

DAY = "2026-06-20"


@pytest.fixture
def make(world, capsys, monkeypatch):
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)

    def run(kind: str, title: str, edit: bool = False, **wanted: str) -> tuple[int, str]:
        code = new(ROOT, NewFile(kind, title, **wanted), world.content, edit=edit)
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return run


def files(world: World) -> dict[str, bytes]:
    paths = (path for path in world.content.rglob("*") if path.is_file())
    return {path.relative_to(world.content).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("news", f"aktuelles/{DAY}-gruesse-aus-koeln/index.md"),
        ("offer", "angebote/gruesse-aus-koeln/index.md"),
        ("event", f"termine/{DAY}-gruesse-aus-koeln/index.md"),
        ("page", "seiten/gruesse-aus-koeln/index.md"),
    ],
)
def test_a_file_is_made_at_the_right_place_and_the_content_stays_whole(world, make, kind, file):
    code, shown = make(kind, "  Grüße aus Köln! ", day=DAY)
    assert (code, shown.split("\n")[0]) == (0, f"Angelegt: content/{file}")
    assert 'title: "Grüße aus Köln!"' in (world.content / file).read_text(encoding="utf-8")
    assert world.errors() == []
    assert world.document(file, drafts=True).item.title == "Grüße aus Köln!"


def test_without_a_day_it_is_today_in_the_associations_time_zone(world, make):
    # Kiribati is 26 hours ahead of Baker Island: on any moment these two days differ.
    text = (world.content / "data/association.yaml").read_text(encoding="utf-8")
    for number, zone in enumerate(("Pacific/Kiritimati", "Etc/GMT+12")):
        world.write("data/association.yaml", text.replace("Europe/Berlin", zone))
        assert make("news", f"Fest {number}")[0] == 0
    days = [folder.name[:10] for folder in sorted((world.content / "aktuelles").iterdir())]
    assert len(days) == len(set(days)) == 2
    assert all(dt.date.fromisoformat(day) for day in days)


def test_nothing_is_ever_overwritten(world, make):
    make("news", "Fest", day=DAY)
    world.write(f"aktuelles/{DAY}-fest/index.md", "mein Text")
    before = files(world)
    code, shown = make("news", "Fest!", day=DAY)
    assert code == 1
    assert shown == (
        f"„aktuelles/{DAY}-fest“ gibt es schon. Öffnen Sie, was da ist, oder wählen Sie einen "
        "anderen Titel.\n"
    )
    assert files(world) == before


@pytest.mark.parametrize(
    ("kind", "title", "owner"),
    [
        ("page", "Kontakt", "seiten/kontakt.md"),
        ("page", "Alte Adresse", "seiten/kontakt.md"),
        ("offer", "fuer", "einer Übersicht"),
        ("page", "Angebote", "einer Übersicht"),
        ("page", "Theme", "einer Übersicht"),
        ("event", "Lauf", "termine/lauf.md"),
    ],
)
def test_an_address_that_is_taken_is_refused_before_anything_is_made(
    world, make, kind, title, owner
):
    world.write("seiten/kontakt.md", "---\ntitle: A\naliases: [/alte-adresse/]\n---\n")
    world.write("termine/lauf.md", "---\ntitle: A\nsummary: B\ndate: 2026-01-01\n---\n")
    before = files(world)
    code, shown = make(kind, title, day=DAY)
    assert code == 1
    assert owner in shown
    assert shown.endswith("oder ergänzen Sie --slug.\n")
    assert files(world) == before


@pytest.mark.parametrize(
    ("kind", "title", "wanted", "told"),
    [
        ("nachricht", "Fest", {}, "„nachricht“ lässt sich nicht anlegen. Möglich sind: news,"),
        ("news", "!!!", {}, "Aus „!!!“ lässt sich keine Adresse bilden."),
        ("news", "مهرجان", {}, "Aus „مهرجان“ lässt sich keine Adresse bilden."),
        ("news", "", {}, "Aus „“ lässt sich keine Adresse bilden."),
        ("news", "Fest", {"slug": "../../geheim"}, "Aus „../../geheim“ lässt sich keine Adresse"),
        ("news", "Fest", {"slug": "Fest"}, "Aus „Fest“ lässt sich keine Adresse bilden."),
        ("news", "Fest", {"day": "20.6.2026"}, "„20.6.2026“ ist kein Datum."),
        ("news", "Fest", {"day": "2026-02-31"}, "„2026-02-31“ gibt es im Kalender nicht."),
    ],
)
def test_what_cannot_be_made_is_one_sentence(world, make, kind, title, wanted, told):
    before = files(world)
    code, shown = make(kind, title, **wanted)
    assert code == 1
    assert shown.startswith(told)
    assert shown.count("\n") == 1
    assert files(world) == before


def test_a_title_that_makes_no_address_gets_one_by_hand(world, make):
    assert make("page", "مهرجان", slug="mahrajan")[0] == 0
    assert world.document("seiten/mahrajan/index.md", drafts=True).item.title == "مهرجان"


def test_a_long_title_makes_an_address_that_ends_at_a_word(world, make):
    make("page", "Ein langer Titel " * 20)
    [made] = (world.content / "seiten").glob("ein-*")
    assert made.name == "ein-langer-titel-ein-langer-titel-ein-langer-titel-ein"


def test_nothing_in_a_title_steers_the_terminal_or_breaks_the_file(world, make):
    code, shown = make("page", "Fest\x1b[2J\n---\nalias: x")
    assert code == 0
    assert "\x1b" not in shown
    assert world.errors() == []


def test_with_broken_data_a_file_can_still_be_made(world, make):
    world.write("data/association.yaml", "name: [\n")
    world.write("data/audiences.yaml", "- nam: x\n")
    assert make("news", "Fest", day=DAY)[0] == 0


def test_a_folder_that_nobody_may_write_into_is_one_sentence(world, make):
    world.write("angebote", "eine Datei")
    code, shown = make("offer", "Fest")
    assert code == 1
    assert shown.startswith("„angebote/fest/index.md“ lässt sich nicht anlegen. Prüfen Sie")


def test_an_editor_opens_only_when_asked(world, make, monkeypatch, tmp_path):
    seen = tmp_path / "seen"
    program = f"{sys.executable} -c \"import sys; open(r'{seen}', 'w').write(sys.argv[1])\""
    monkeypatch.setenv("EDITOR", program)
    make("page", "Eins")
    assert not seen.exists()
    assert make("page", "Zwei", edit=True)[0] == 0
    assert Path(seen.read_text()) == world.content / "seiten" / "zwei" / "index.md"


@pytest.mark.parametrize("editor", [None, "gibt-es-nicht", '"offen'])
def test_without_an_editor_the_file_is_made_and_a_sentence_says_what_is_missing(
    world, make, monkeypatch, editor
):
    if editor:
        monkeypatch.setenv("EDITOR", editor)
    code, shown = make("page", "Eins", edit=True)
    assert code == 1
    assert f"In $EDITOR steht „{editor or ''}“." in shown
    assert (world.content / "seiten" / "eins" / "index.md").is_file()


def test_a_disk_that_fills_up_leaves_no_half_of_a_file(world, make):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        code, shown = make("page", "Eins")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert code == 1
    assert "lässt sich nicht anlegen. Prüfen Sie, wer" in shown
    assert not (world.content / "seiten/eins").exists()
    assert make("page", "Eins")[0] == 0


@pytest.mark.parametrize("title", ["Impressum", "Datenschutz", "Kontakt", "Fehlerseite"])
def test_a_page_called_like_a_template_is_shown_with_it(world, make, title):
    for name in ("impressum", "datenschutz", "kontakt"):
        (world.content / f"seiten/{name}.md").unlink()
    assert make("page", title)[0] == 0
    document = world.document(f"seiten/{title.lower()}/index.md", drafts=True)
    assert document.item.template != "page"
    text = (world.content / str(document.source)).read_text(encoding="utf-8")
    assert text.count("template:") == 1
