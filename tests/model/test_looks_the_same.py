"""What looks the same to an editor is the same, from the disk to the page."""

import unicodedata

import pytest

from tests.model.files.pictures import png
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"
NFD = unicodedata.normalize("NFD", "grün.png")
NFC = "grün.png"
NARROW = "Bildschirmfoto um 10.00\u202fUhr.png"


@pytest.mark.parametrize(
    ("on_disk", "typed"),
    [
        (NFD, NFC),
        (NFC, NFD),
        (NARROW, NARROW.replace("\u202f", " ")),
        ("fest bild.png", "fest\u00a0bild.png"),
        ("fest.png", "fest.png\u200b"),
        ("som\u00admer.png", "sommer.png"),
    ],
)
def test_a_file_is_found_by_how_its_name_looks(world: World, on_disk: str, typed: str):
    world.write(f"{FOLDER}/{on_disk}", png())
    assert "<img" in world.html(f"![Ein Haus](<{typed}>)")
    head = f"image:\n  file: {typed}\n  alt: Haus\npictures:\n  - {{file: '{typed}', alt: A}}\n"
    assert "<img" in world.html(f"![](<{on_disk}>)", head)


def test_a_page_is_found_by_how_its_name_looks(world: World):
    world.write(f"seiten/{unicodedata.normalize('NFD', 'über-uns')}.md", "---\ntitle: A\n---\n")
    assert 'href="/ueber-uns/"' in world.html("[Wir](/seiten/über-uns.md)")


def test_of_two_files_that_look_alike_none_is_taken_for_the_other(world: World):
    world.write(f"{FOLDER}/a b.png", png())
    world.write(f"{FOLDER}/a\u202fb.png", png())
    world.news("![x](<a\u00a0b.png>)")
    assert "gibt es nicht" in world.errors()[0]


@pytest.mark.parametrize(
    "line",
    [
        "updated:\u00a02026-11-17",
        "updated: 2026-11-17\u00a0",
        "updated\u200b: 2026-11-17",
        "\u2060updated: 2026-11-17",
        "updated:\u202f2026-11-17\ufeff",
    ],
)
def test_an_invisible_sign_changes_no_line(world: World, line: str):
    world.news(head=f"{line}\n")
    item = world.document(f"{FOLDER}/index.md").item
    assert (world.errors(), str(item.updated)) == ([], "2026-11-17")


def test_tags_audiences_and_rooms_are_one_however_they_are_stored(world: World):
    nfd = unicodedata.normalize("NFD", "Müll und Grün")
    world.news(head=f"tags: [{nfd}]\n", slug="a")
    world.news(head="tags: [Müll\u00a0und Grün]\n", slug="b")
    items = [world.document(f"aktuelles/2026-03-08-{slug}/index.md").item for slug in "ab"]
    assert items[0].tags == items[1].tags == ["Müll und Grün"]
    world.offer(head="status: Ent\u00adwurf\n")
    assert world.errors() == []


@pytest.mark.parametrize("target", ["https://example.org/\u200b", "\u00a0https://example.org/"])
def test_a_link_has_no_sign_that_nobody_sees(world: World, target: str):
    assert 'href="https://example.org/"' in world.html(f"[x]({target})")
