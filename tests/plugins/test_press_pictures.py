"""What a journalist takes along: a picture to print, with its author and what is to be seen."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from lxml import html
from PIL import Image

from tests.model.files.corpus import exif
from tests.model.files.pictures import encoded, svg
from tests.model.files.test_variant_files import scene
from tests.worlds import World

NEWS = "aktuelles/2026/fest/index.html"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("press"))
    camera = exif(6, 0x010F, 2, 12, b"Kamerafirma\0")
    photo = encoded(scene(600, 400).resize((3600, 2400)), "JPEG", exif=camera, quality=80)
    folder = "aktuelles/2026-03-08-fest"
    world.write(f"{folder}/Straßenfest 1.jpg", photo)
    world.write(f"{folder}/intern.jpg", encoded(scene(900, 600, seed=2), "JPEG"))
    world.write(f"{folder}/kreis.svg", svg('<circle cx="12" cy="6" r="6"/>'))
    world.news(
        "![](kreis.svg)\n\nDaneben ![](Straßenfest%201.jpg) im Satz.",
        head="image:\n  file: intern.jpg\n  alt: Ein Hof\n"
        "pictures:\n  - file: Straßenfest 1.jpg\n    alt: Menschen auf einer Straße\n"
        "    caption: Das Fest <am> 8. März & danach\n    credit: 'Foto: Erika'\n"
        "    people: keine\n    download: ja\n"
        "  - {file: kreis.svg, alt: Ein Kreis, credit: Haus, download: ja}\n",
    )
    world.write(
        "seiten/presse.md", "---\ntitle: Presse\nsummary: S.\ntemplate: Presse\n---\nText.\n"
    )
    assert world.build() == 0
    return world


def page(world: World, name: str) -> html.HtmlElement:
    return html.fromstring(world.read(name))


def links(world: World, name: str) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = page(world, name).xpath("//a[@class='picture__press']")
    return found


def taken(world: World, link: html.HtmlElement) -> bytes:
    return (world.output / link.get("href").lstrip("/")).read_bytes()


def test_a_picture_for_the_press_is_a_jpeg_of_3000_pixels_that_says_whose_it_is(
    world: World,
) -> None:
    link = next(one for one in links(world, NEWS) if "strassenfest-1" in one.get("href"))
    raw = taken(world, link)
    image = Image.open(BytesIO(raw))
    assert (image.format, image.size, image.mode) == ("JPEG", (2000, 3000), "RGB")
    xmp = image.info["xmp"].decode()
    assert "Das Fest &lt;am&gt; 8. März &amp; danach" in xmp
    assert re.search("<photoshop:Credit>Foto: Erika</photoshop:Credit>", xmp)
    # And nothing else of what the camera wrote.
    assert b"Kamerafirma" not in raw
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {"xmp", "jfif", "jfif_version", "jfif_density", "jfif_unit"} | {
        *("progressive", "progression")
    }


def test_the_link_says_how_large_and_how_heavy_the_file_is(world: World) -> None:
    for name in (NEWS, "presse/index.html"):
        for link in links(world, name):
            size = len(taken(world, link))
            weight = f"{max(1, round(size / 1000))} KB"
            if size >= 1_000_000:
                weight = f"{size / 1_000_000:.1f}".replace(".", ",") + " MB"
            assert link.get("download") == ""
            width, height = Image.open(BytesIO(taken(world, link))).size
            assert link.text_content() == (
                f"Bild herunterladen\N{NO-BREAK SPACE}(JPEG, {width} × {height} Pixel, {weight})"
            )


def test_what_can_be_seen_through_is_printed_on_white(world: World) -> None:
    link = next(one for one in links(world, NEWS) if "kreis" in one.get("href"))
    image = Image.open(BytesIO(taken(world, link)))
    assert image.size == (3000, 1500)
    assert image.getpixel((5, 5)) == (255, 255, 255)


def test_the_press_page_lists_them_with_their_pages_and_no_other_picture(world: World) -> None:
    section = page(world, "presse/index.html").xpath(
        "//section[@aria-labelledby='section-pictures']"
    )
    assert len(section) == 1
    names = [one.get("href") for one in section[0].xpath(".//a[@class='picture__press']")]
    assert names == [one.get("href") for one in links(world, NEWS)]
    assert len(names) == 2
    assert set(section[0].xpath(".//li/p/a/@href")) == {"/aktuelles/2026/fest/"}
    assert "Foto: Erika" in section[0].text_content()


def test_no_other_original_is_published(world: World) -> None:
    large = [
        path.name
        for path in (world.output / "bilder").iterdir()
        if Image.open(path).width > 1600 and not path.name.startswith(("strassenfest", "kreis"))
    ]
    assert large == []
    assert "intern" not in " ".join(path.name for path in world.output.rglob("*"))


def test_another_credit_makes_another_file_and_the_page_knows(world: World) -> None:
    before = {one.get("href") for one in links(world, "presse/index.html")}
    path = world.content / "aktuelles/2026-03-08-fest/index.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Foto: Erika", "Foto: Erika Muster"), "utf-8")
    try:
        assert world.build() == 0
        after = {one.get("href") for one in links(world, "presse/index.html")}
        assert len(before & after) == 1
        new = (after - before).pop()
        assert b"Erika Muster" in (world.output / new.lstrip("/")).read_bytes()
        assert not (world.output / (before - after).pop().lstrip("/")).exists()
    finally:
        path.write_text(text, "utf-8")
