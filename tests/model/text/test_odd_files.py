"""Files in places where they cannot work: told with what helps, which then does."""

import re

import pytest

from tests.model.files.test_attachment_kinds import SOUND
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"
PDF = b"%PDF-1.7\n%%EOF\n"
STYLED = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><style>.a{fill:red}</style>'
    b'<rect class="a" width="9" height="9"/></svg>'
)


@pytest.mark.parametrize(
    ("name", "raw", "typed", "what"),
    [
        ("ton.mp3", SOUND, "![Ton](ton.mp3)", "„ton.mp3“ ist kein Bild. Verlinken Sie die Datei"),
        ("plan#1.pdf", PDF, "[Der Plan](<plan#1.pdf>)", "Im Namen der Datei „plan#1.pdf“ steht"),
        ("z.svg", STYLED, "![Der Hof](z.svg)", "als einfaches SVG, ohne Stile"),
    ],
)
def test_it_is_told_what_to_do_with_it(
    world: World, name: str, raw: bytes, typed: str, what: str
) -> None:
    world.write(f"{FOLDER}/{name}", raw)
    world.news(f"{typed}\n")
    (line,) = world.errors()
    assert what in line
    assert "Seite daraus" not in line
    if link := re.search(r"\[.*\)", line):
        world.news(f"{link[0]}\n")
        assert not world.errors()


def test_a_term_is_no_heading_and_no_entry_of_a_list(world: World) -> None:
    for mark in ("##", "-", "1.", ">"):
        world.news(f"Ist das gut?\n: Ja\n\n{mark} Was ist das?\n: Eine Antwort\n")
        (line,) = world.errors()
        assert line.startswith(f"{FOLDER}/index.md:9: „{mark}“ wird hier mitgedruckt")
        assert line.endswith("Schreiben Sie es so: Was ist das?")
