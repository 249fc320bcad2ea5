"""What an editor types with a typewriter's marks → the same words as printed, everywhere."""

from __future__ import annotations

import re

import pytest

from tests.worlds import World

TYPED, PRINTED = 'Fest "Alte Post"', "Fest „Alte Post“"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("words"))
    world.news(
        f"Mehr im [{TYPED}](/termine/2026/markt/).\n\n## {TYPED}\n",
        f"tags: ['{TYPED}']\n",
    )
    path = world.content / "aktuelles/2026-03-08-fest/index.md"
    text = path.read_text("utf-8").replace("title: Fest", f"title: '{TYPED}'")
    path.write_text(text.replace("Ein Fest.", f"'{TYPED} -- kommt alle'"), "utf-8")
    world.offer(head=f"cost: '{TYPED} frei'\nschedule_note: '{TYPED}'\n")
    world.write(
        "termine/markt.md",
        f"---\ntitle: '{TYPED}'\ndate: 2026-12-01\nsummary: \"Geht's los ...\"\n"
        f"place: '{TYPED}'\n---\nText\n",
    )
    assert world.build() == 0
    return world


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("aktuelles/2026/fest/index.html", f"<title>{PRINTED}"),
        ("aktuelles/2026/fest/index.html", f'"headline": "{PRINTED}"'),
        ("aktuelles/2026/fest/index.html", "„Alte Post“ – kommt alle"),
        ("aktuelles/index.html", PRINTED),
        ("feeds/aktuelles.atom.xml", f"<title>{PRINTED}</title>"),
        ("feeds/aktuelles.atom.xml", "„Alte Post“ – kommt alle"),
        ("angebote/treff/index.html", f"{PRINTED} frei"),
        ("termine/2026/markt/index.html", "Geht’s los …"),
        ("termine.ics", f"SUMMARY:{PRINTED}"),
        ("termine.ics", f"LOCATION:{PRINTED}"),
    ],
)
def test_words_are_printed_with_the_marks_of_the_language(world: World, file: str, words: str):
    assert words in world.read(file)


def test_addresses_anchors_and_ids_stay_as_they_were(world: World):
    page = world.read("aktuelles/2026/fest/index.html")
    assert 'id="fest-alte-post"' in page
    assert 'href="/termine/2026/markt/"' in page
    assert (world.output / "aktuelles/thema/fest-alte-post/index.html").is_file()
    assert "termine/2026/markt" in re.sub(r"\r?\n ", "", world.read("termine.ics"))
