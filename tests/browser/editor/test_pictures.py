"""A picture as it comes from a telephone → what lies beside the text, on a phone as on a desk."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.photographs import MAKER, photograph, told_of
from tests.browser.editor.steps import (
    add_entry,
    choose_picture,
    field,
    fill,
    insert_picture,
    reach,
    save,
    start_news,
    write,
)
from tests.worlds import SITES

FIXTURES = Path(__file__).parent / "fixtures"
SVG = b"""<?xml version="1.0"?>
<!-- by hand -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>
"""


@pytest.fixture(scope="module")
def bed(local_bed: Callable[..., LocalBed]) -> Iterator[LocalBed]:
    """A phone, held upright."""
    bed = local_bed(SITES / "minimal" / "content", width=390, height=844)
    yield bed
    assert bed.watch.nothing(), bed.watch


def opened(raw: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(raw))
    image.load()
    return image


def test_a_photograph_is_upright_and_says_nothing_of_where_it_was_taken(
    bed: LocalBed, tmp_path: Path
) -> None:
    photo = photograph(tmp_path / "IMG_2026 Fest.jpg")
    assert {"GPSInfo", "Orientation", MAKER} <= set(told_of(photo.read_bytes()))
    folder = start_news(bed, "Fotos vom Fest")
    choose_picture(bed, "image.file", photo, "img_2026-fest.webp")
    fill(bed, "image.alt", "Kinder malen")
    _old, new = save(bed)
    raw = new[f"{folder}/img_2026-fest.webp"]
    assert told_of(raw) == []
    image = opened(raw).convert("RGB")
    assert image.size == (1200, 1600)
    # What was at the left of the sensor is above.
    above, below = image.getpixel((600, 200)), image.getpixel((600, 1400))
    assert above[0] > above[2] + 80
    assert below[2] > below[0] + 80
    assert b"image:\n  file: img_2026-fest.webp\n  alt: Kinder malen\n" in new[f"{folder}/index.md"]


def test_a_photograph_of_twelve_megapixels_comes_to_what_screens_can_show(
    bed: LocalBed, tmp_path: Path
) -> None:
    photo = photograph(tmp_path / "gross.jpg", 4000, 3000)
    folder = start_news(bed, "Ein grosses Bild")
    choose_picture(bed, "image.file", photo, "gross.webp")
    fill(bed, "image.alt", "Ein Beet")
    _old, new = save(bed)
    raw = new[f"{folder}/gross.webp"]
    assert opened(raw).size == (1800, 2400)
    assert told_of(raw) == []


def test_a_photograph_of_an_iphone_is_converted(bed: LocalBed) -> None:
    photo = FIXTURES / "aufnahme.heic"
    assert MAKER.encode() in photo.read_bytes()
    folder = start_news(bed, "Ein Bild vom iPhone")
    choose_picture(bed, "image.file", photo, "aufnahme.webp")
    fill(bed, "image.alt", "Ein Beet")
    _old, new = save(bed)
    raw = new[f"{folder}/aufnahme.webp"]
    image = opened(raw).convert("RGB")
    assert image.size == (480, 640)
    above, below = image.getpixel((240, 80)), image.getpixel((240, 560))
    assert above[0] > above[2] + 80
    assert below[2] > below[0] + 80
    assert told_of(raw) == []


def test_drawings_stay_and_what_is_transparent_stays_so(bed: LocalBed, tmp_path: Path) -> None:
    (tmp_path / "zeichnung.svg").write_bytes(SVG)
    half = Image.new("RGBA", (400, 300))
    half.paste((255, 0, 0, 255), (0, 0, 200, 300))
    half.save(tmp_path / "halb.png")
    frames = [Image.new("P", (300, 200), number) for number in range(3)]
    frames[0].save(tmp_path / "bewegt.gif", save_all=True, append_images=frames[1:])
    folder = start_news(bed, "Drei Bilder")
    for number, (file, name) in enumerate(
        [
            ("zeichnung.svg", "zeichnung.svg"),
            ("halb.png", "halb.webp"),
            ("bewegt.gif", "bewegt.webp"),
        ]
    ):
        add_entry(bed, "pictures")
        choose_picture(bed, f"pictures.{number}.file", tmp_path / file, name)
        fill(bed, f"pictures.{number}.alt", f"Bild {number}")
    _old, new = save(bed)
    assert new[f"{folder}/zeichnung.svg"] == SVG
    image = opened(new[f"{folder}/halb.webp"])
    assert image.mode == "RGBA"
    assert image.getpixel((300, 150))[3] == 0
    assert image.getpixel((100, 150))[3] == 255
    # It stands still, as on the published page.
    assert opened(new[f"{folder}/bewegt.webp"]).size == (300, 200)
    body = new[f"{folder}/index.md"].decode().split("---\n")[2]
    assert body.split() == ["![](zeichnung.svg)", "![](halb.webp)", "![](bewegt.webp)"]


def test_a_picture_put_behind_a_sentence_is_a_paragraph_and_gets_its_note(
    bed: LocalBed, tmp_path: Path
) -> None:
    photo = photograph(tmp_path / "bank.jpg", 800, 600)
    folder = start_news(bed, "Bild im Text")
    write(bed, "Vor dem Bild.")
    reach(bed, "body").get_by_role("button", name="Bild", exact=True).click()
    field(bed, "body").get_by_role("button", name="Durchsuchen").click()
    insert_picture(bed, photo)
    field(bed, "body").get_by_text("bank.webp").first.wait_for()
    field(bed, "body").get_by_role("textbox", name="Alternativtext").fill("Eine Bank")
    _old, new = save(bed)
    text = new[f"{folder}/index.md"].decode()
    assert "pictures:\n  - file: bank.webp\n    alt: Eine Bank\n" in text
    assert text.endswith("---\n\nVor dem Bild.\n\n![](bank.webp)\n")


def test_a_picture_that_cannot_be_converted_is_named_and_not_taken(
    bed: LocalBed, tmp_path: Path
) -> None:
    broken = tmp_path / "halb.heic"
    broken.write_bytes((FIXTURES / "aufnahme.heic").read_bytes()[:700])
    start_news(bed, "Kein Bild")
    reach(bed, "image.file").get_by_role("button", name="Durchsuchen").click()
    insert_picture(bed, broken)
    told = bed.page.get_by_role("alertdialog")
    told.get_by_text("halb.heic").wait_for()
    assert "wandeln Sie die Datei um" in told.inner_text()
    told.get_by_role("button", name="OK").click()
    assert field(bed, "image.file").get_by_text("halb").count() == 0
