"""Names that are not there, and those that were meant."""

import pytest

from tests.model.files.pictures import png
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.mark.parametrize(
    ("there", "body", "meant"),
    [
        ("Foto.PNG", "![Ein Hof](foto.png)", "Foto.PNG"),
        ("foto.png", "![Ein Hof](foto.jpg)", "foto.png"),
        ("bilder/foto.png", "![Ein Hof](foto.png)", "bilder/foto.png"),
        ("Satzung 2026.pdf", "[Satzung](satzung_2026.pdf)", "Satzung 2026.pdf"),
        ("beitraege.pdf", "[Was es kostet](Beiträge.pdf)", "beitraege.pdf"),
        ("anmeldung.pdf", "[Bitte sehr](anmledung.pdf)", "anmeldung.pdf"),
    ],
)
def test_the_file_that_was_meant_is_named(world: World, there: str, body: str, meant: str) -> None:
    world.write(f"{FOLDER}/{there}", PDF if there.endswith("pdf") else png(900, 600))
    world.news(f"{body}\n")
    (line,) = [one for one in world.errors() if "gibt es nicht" in one]
    assert line.endswith(f"Meinten Sie „{meant}“?")


@pytest.mark.parametrize("typed", ["satzung-2025.pdf", "IMG_2035.pdf", "ganz-anderes.pdf"])
def test_nothing_is_guessed(world: World, typed: str) -> None:
    for name in ("Satzung 2026.pdf", "IMG_2034.pdf"):
        world.write(f"{FOLDER}/{name}", PDF)
    world.news(f"[Der Plan]({typed})\n")
    (line,) = world.errors()
    assert "Meinten" not in line


@pytest.mark.parametrize(
    ("there", "typed"),
    [
        ("bilder", "Bilder"),
        ("bilder-vom-fest", "Bilder vom Fest/"),
        ("bilder", "bidler/"),
        ("bilder/fest", "bilder/Fest"),
    ],
)
def test_the_folder_that_was_meant_is_named(world: World, there: str, typed: str) -> None:
    world.write(f"{FOLDER}/{there}/a.png", png(900, 600))
    world.news("Text.\n", f"gallery: {typed}\n")
    assert any(one.endswith(f"Meinten Sie „{there}/“?") for one in world.errors())


def test_a_folder_is_no_picture_and_leads_to_the_gallery(world: World) -> None:
    world.write(f"{FOLDER}/bilder/a.png", png(900, 600))
    world.news("![Kinder malen](bilder/)\n")
    (line,) = world.errors()
    assert "„bilder/“ ist ein Ordner." in line
    assert "„gallery: bilder/“" in line
