"""Files beside the texts that nobody will see."""

import pytest

from tests.model.files.pictures import png
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"
NOTE = "alt: A, credit: E, people: keine"
PDF = b"%PDF-1.7\n%%EOF\n"


def told(world: World) -> list[str]:
    assert not world.errors()
    return [line for line in world.lines() if "auf keiner Seite" in line]


@pytest.fixture
def party(world: World) -> World:
    world.news("Schön.\n")
    for number in range(1, 5):
        world.write(f"{FOLDER}/bilder/IMG_{number}.png", png(900, 900 + number))
    return world


def test_a_folder_of_photographs_without_a_line_for_it_is_told_once(party):
    (line,) = told(party)
    assert line.startswith(f"{FOLDER}/bilder/IMG_1.png:1: 4 Dateien in diesem Ordner")
    assert "IMG_1.png, IMG_2.png, IMG_3.png …" in line
    assert "„gallery: bilder/“" in line


def test_what_a_page_shows_links_to_or_will_show_one_day_is_not_told(party):
    party.write(f"{FOLDER}/plan.pdf", PDF)
    party.write("angebote/treff.md", "")
    party.news(
        "[Plan](plan.pdf)\n\n![](bilder/IMG_2.png)\n\n[![](bilder/IMG_3.png)](/kontakt/)\n",
        f"image: {{file: bilder/IMG_1.png, {NOTE}}}\npublish_from: 2030-01-01\npictures:\n"
        + "".join(f"  - {{file: bilder/IMG_{n}.png, {NOTE}}}\n" for n in (2, 3)),
    )
    party.offer(head="")
    (line,) = told(party)
    assert line.startswith(f"{FOLDER}/bilder/IMG_4.png:1: „IMG_4.png“ erscheint auf keiner Seite")
    assert "![…](bilder/IMG_4.png)" in line


def test_a_document_without_a_link_is_told_with_the_link(world):
    world.write(f"{FOLDER}/plan.pdf", PDF)
    world.news("Der Plan liegt bei.\n")
    (line,) = told(world)
    assert "[…](plan.pdf)" in line


def test_of_a_text_that_cannot_be_read_nothing_is_guessed(party):
    party.write(f"{FOLDER}/index.md", "---\ntitel: Fest\ngallery: bilder/\n---\n")
    assert party.errors()
    assert not [line for line in party.lines() if "auf keiner Seite" in line]


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        (f"{FOLDER}/bild.png", "Zeigen Sie das Bild: ![…](bild.png)"),
        ("seiten/haus/garten.png", "![…](haus/garten.png)"),
        ("seiten/Unser Haus.png", "![…](<Unser Haus.png>)"),
        ("fotos/2026/a.png", "![…](/fotos/2026/a.png)"),
        ("data/logos/stadt.png", "Nennen Sie es in einer Datei von „data/“"),
    ],
)
def test_the_line_for_a_picture_leads_to_it(world, file, remedy):
    world.news("Schön.\n")
    world.write(file, png(900, 600))
    (line,) = told(world)
    assert remedy in line
    if "![…]" in line:
        typed = line.split("![…]")[1].split(" – ")[0]
        folder = "seiten/kontakt.md" if file.startswith("seiten") else f"{FOLDER}/index.md"
        page = world.content / folder
        page.write_text(f"{page.read_text('utf-8')}\n![Ein Haus]{typed}\n", "utf-8")
        assert not told(world)


def test_what_lies_beside_a_text_is_told_apart_pictures_and_documents(world):
    world.news("Schön.\n")
    for name in ("a.png", "b.png"):
        world.write(f"{FOLDER}/{name}", png(900, 600))
    world.write(f"{FOLDER}/plan.pdf", PDF)
    pictures, documents = told(world)
    assert "„plan.pdf“" in documents
    assert "a.png, b.png" in pictures
    assert "plan" not in pictures
    # The line works where they lie then.
    assert "in einen eigenen Ordner" in pictures
    assert "„gallery: bilder/“" in pictures


def test_a_folder_apart_from_all_texts_is_a_gallery_from_the_root(world):
    for name in ("a.png", "b.png"):
        world.write(f"fotos/fest/{name}", png(900, 600))
    (line,) = told(world)
    assert "„gallery: /fotos/fest/“" in line
    world.news("Schön.\n", "gallery: /fotos/fest/\n")
    assert not [one for one in world.lines() if "auf keiner Seite" in one]
