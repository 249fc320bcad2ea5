import datetime as dt
import os
import sys

import pytest

from schaukasten.model.load import load
from schaukasten.model.reading.problem import Severity
from tests.model.files.pictures import png
from tests.worlds import World, layout, theme

NEWS = "aktuelles/2026-03-08-fest/index.md"


def test_the_smallest_association_is_a_site_without_problems(world):
    outcome = world.load()
    assert outcome.problems == []
    assert outcome.site is not None
    names = ("datenschutz", "impressum", "index", "kontakt")
    assert list(outcome.site.documents) == [f"seiten/{name}.md" for name in names]
    assert outcome.site.today == dt.date(2026, 11, 22)
    assert outcome.language == "de"


def test_every_problem_of_every_file_comes_in_one_run_and_in_order(world):
    world.write("data/navigation.yaml", "main:\n  - label: a\n    address: /weg/\nfooter:\n")
    world.write("data/audiences.yaml", "- nam: Familien\n  name: A\n  door: B\n")
    world.write("termine/a.md", "---\ntitle: A\nsummary: B\ndate: 31.02.2026\n---\n")
    world.write("seiten/z.md", "ohne Angaben")
    world.write("seiten/notiz.pages", "x")
    world.write("fremd.md", "x")
    world.news("Eins\n\n[a](weg.md)\n\n<script>x</script>", head="tags: a\n")
    world.offer("![x](weg.png)", head="location: keller\n")
    (world.content / "seiten" / "link.md").symlink_to("index.md")
    found = world.problems()
    assert [(problem.file, problem.line) for problem in found] == [
        ("aktuelles/2026-03-08-fest/index.md", 9),
        ("aktuelles/2026-03-08-fest/index.md", 11),
        ("angebote/treff.md", 5),
        ("angebote/treff.md", 6),
        ("angebote/treff.md", 8),
        ("data/audiences.yaml", 1),
        ("data/navigation.yaml", 3),
        ("fremd.md", 1),
        ("seiten/link.md", 1),
        ("seiten/notiz.pages", 1),
        ("seiten/z.md", 1),
        ("termine/a.md", 4),
    ]
    assert {problem.severity for problem in found} == {
        Severity.ERROR,
        Severity.HINT,
        Severity.WARNING,
    }


def test_an_error_leaves_no_site(world):
    world.news("[a](weg.md)")
    outcome = world.load()
    assert outcome.site is None
    assert len(outcome.errors) == 1


def test_what_is_no_error_stops_nothing(world):
    world.offer(head="review_by: 2026-01-01\n")
    outcome = world.load()
    assert outcome.site is not None
    assert outcome.errors == []
    assert len(outcome.problems) == 2


@pytest.mark.parametrize(
    ("head", "seen"),
    [
        ("", True),
        ("status: Entwurf\n", False),
        ("publish_from: 2026-11-23\n", False),
        ("publish_from: 2026-11-22\n", True),
        ("expires: 2026-11-21\n", False),
        ("expires: 2026-11-22\n", True),
    ],
)
@pytest.mark.parametrize("kind", ["news", "offer"])
def test_what_is_not_published_is_in_the_preview_only(world, kind, head, seen):
    path = getattr(world, kind)(head=head)
    name = path.relative_to(world.content).as_posix()
    published, preview = world.load().site, world.load(drafts=True).site
    assert published is not None
    assert preview is not None
    assert (name in published.documents) is seen
    assert name in preview.documents
    assert preview.documents[name].published is seen


def test_news_of_the_future_are_in_the_preview_only(world):
    world.news()
    assert NEWS not in world.load(today="2026-03-07").site.documents
    assert NEWS in world.load(today="2026-03-08").site.documents
    assert NEWS in world.load(today="2026-03-07", drafts=True).site.documents


def test_an_error_in_a_draft_is_told_before_it_is_published(world):
    world.news("[a](weg.md)", head="status: Entwurf\n")
    assert world.load().site is None


@pytest.mark.parametrize("part", ["main", "footer"])
@pytest.mark.parametrize("address", ["/weg/", "/entwurf/", "/aktuelles/2026/", "/Aktuelles/"])
def test_the_navigation_leads_only_to_pages_that_are_published(world, part, address):
    world.write("seiten/entwurf.md", "---\ntitle: A\nstatus: Entwurf\n---\n")
    other = "footer" if part == "main" else "main"
    entries = f"  - label: a\n    address: /\n  - label: b\n    address: {address}\n"
    world.write("data/navigation.yaml", f"{other}:\n{part}:\n{entries}")
    [line] = world.lines()
    assert line.startswith(
        f"data/navigation.yaml:6: Die Website hat keine Seite mit der Adresse „{address}“. "
        "Schreiben Sie die Adresse einer Seite, die es gibt"
    )
    assert (world.lines(drafts=True) == []) == (address == "/entwurf/")


def test_without_a_day_the_site_stands_as_of_today_in_the_associations_time_zone(world):
    # Kiribati is 26 hours ahead of Baker Island: on any moment these two days differ.
    days = set()
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        text = (world.content / "data/association.yaml").read_text(encoding="utf-8")
        old = text.split("timezone: ")[1].split("\n")[0]
        world.write("data/association.yaml", text.replace(old, zone))
        site = load(world.content, layout(), theme()).site
        assert site is not None
        days.add(site.today)
    assert len(days) == 2


def test_messages_are_german_when_the_language_cannot_be_read(world):
    world.write("data/association.yaml", "name: [\n")
    assert world.load().language == "de"


def test_two_runs_find_the_same(tmp_path):
    sites = []
    for name in ("a", "b"):
        world = World(tmp_path / name)
        world.write("aktuelles/2026-03-08-fest/foto.png", png())
        world.news('## Überschrift\n\n"Text"[^1] ![x](foto.png)\n\n[^1]: x\n', "tags: [b, a]\n")
        world.offer()
        made = world.rendering(NEWS)
        sites.append((world.lines(), made.html, [one.digest for one in made.pictures]))
    assert sites[0] == sites[1]


def test_a_link_to_a_page_whose_file_has_errors_is_not_told_to_be_wrong(world):
    world.write("seiten/bald.md", "---\ntitle: A: B\n---\n")
    world.write("data/navigation.yaml", "main: [{label: A, address: /bald/}]\nfooter: []\n")
    world.news("[A](/bald/)")
    told = [line for line in world.errors() if "seiten/bald.md" not in line]
    assert len(told) == 2
    assert all("Beheben Sie zuerst die Fehler in den anderen Dateien" in line for line in told)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are Unicode")
def test_a_folder_whose_name_is_no_utf_8_is_told_with_what_is_wrong_in_it(world):
    """A stick from an old Windows has such names."""
    name = os.fsdecode(b"aktuelles/2026-03-08-f\xfcr/index.md")
    world.write(name, "---\ntitle: Fest\ndate: 2026-03-08\nsummary: A.\n---\n[x](weg.md)\n")
    assert [problem.line for problem in world.load().problems] == [1, 6]
