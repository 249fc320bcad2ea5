"""Pictures and attachments in the output: what is published of them, and that nothing else is."""

from __future__ import annotations

import os
import shutil
import struct
import sys
from io import BytesIO

import pytest
from lxml import html
from PIL import Image

from schaukasten.model.files import image_file
from schaukasten.plugins import files, picture_store
from tests.model.files.corpus import exif
from tests.model.files.pictures import encoded, svg
from tests.model.files.test_attachment_kinds import SOUND
from tests.model.files.test_variant_files import scene
from tests.worlds import World


def photo(width: int = 1200, height: int = 800) -> bytes:
    """A JPEG lying on its side, with the place where it was taken."""
    image = scene(width, height)
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Secretcam"
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, quality=60)
    return out.getvalue()


def test_a_photograph_is_published_upright_small_and_without_metadata(world: World) -> None:
    world.write("aktuelles/2026-03-08-fest/foto.jpg", photo())
    world.news(head="image: {file: foto.jpg, alt: Ein Fest}")
    assert world.build() == 0
    published = list((world.output / "bilder").iterdir())
    assert {Image.open(path).size for path in published} == {
        *((360, 540), (540, 810), (720, 1080), (800, 1200))
    }
    for path in published:
        assert not Image.open(path).getexif()
        assert b"Secretcam" not in path.read_bytes()
    assert {path.parent.name for path in world.output.rglob("*.jpg")} == {"bilder"}
    page = html.parse(str(world.output / "aktuelles/2026/fest/index.html")).getroot()
    image = page.xpath("//main//figure/picture//img")[0]
    assert (image.get("width"), image.get("height"), image.get("alt")) == (
        "800",
        "1200",
        "Ein Fest",
    )
    sources = sources_of(image)
    assert [one.get("type") for one in sources] == ["image/avif", "image/webp"]
    assert image.get("src").endswith(".jpg")
    named = {image.get("src"), *(one for each in (*sources, image) for one in offered(each))}
    assert named == {f"/bilder/{path.name}" for path in published}


def sources_of(image: html.HtmlElement) -> list[html.HtmlElement]:
    """The parser takes a `source` for an element with an end."""
    found: list[html.HtmlElement] = image.xpath("ancestor::picture//source")
    return found


def offered(element: html.HtmlElement) -> list[str]:
    return [one.split(" ")[0] for one in element.get("srcset").split(", ")]


def test_a_picture_in_a_text_is_offered_in_what_there_is_of_it(world: World) -> None:
    # A drawing of one colour is lightest as WebP; what can be seen through is no JPEG.
    world.write("aktuelles/2026-03-08-fest/plan.svg", svg('<circle cx="12" cy="6" r="6"/>'))
    world.write("aktuelles/2026-03-08-fest/foto.jpg", encoded(scene(800, 600), "JPEG"))
    world.news("Hier ![Ein Plan](plan.svg) und\n\n![Ein Foto](foto.jpg)")
    assert world.build() == 0
    page = html.parse(str(world.output / "aktuelles/2026/fest/index.html")).getroot()
    plan, photograph = page.xpath("//div[@class='prose']//img")
    assert [plan.get("src")[-5:], photograph.get("src")[-4:]] == [".webp", ".jpg"]
    formats = [one.get("type") for one in sources_of(photograph)]
    assert formats == ["image/avif", "image/webp"]
    for image in (plan, photograph):
        for one in (image, *sources_of(image)):
            assert one.get("sizes") == image.get("sizes")
            assert all((world.output / name.lstrip("/")).is_file() for name in offered(one))
    feed = world.read("feeds/aktuelles.atom.xml")
    assert "picture&gt;" not in feed
    assert feed.count("/bilder/") == 2


def test_a_picture_that_no_page_shows_is_not_published(world: World) -> None:
    world.write("aktuelles/2026-03-08-fest/foto.jpg", photo())
    world.news()
    assert world.build() == 0
    assert not (world.output / "bilder").exists()


def test_a_pdf_is_published_beside_its_page_with_type_and_size(world: World) -> None:
    pdf = b"%PDF-1.4\n" + b"x" * 123_395 + b"%%EOF"
    world.write("aktuelles/2026-03-08-fest/Einladung für Alle.pdf", pdf)
    world.write("aktuelles/2026-03-08-fest/intern.pdf", pdf)
    world.news("[Einladung](<Einladung für Alle.pdf>)")
    assert world.build() == 0
    page = html.parse(str(world.output / "aktuelles/2026/fest/index.html")).getroot()
    link = page.xpath("//a[@class='attachment']")[0]
    assert link.get("href") == "/aktuelles/2026/fest/einladung-fuer-alle.pdf"
    assert link.text_content() == "Einladung\N{NO-BREAK SPACE}(PDF, 123 KB)"
    assert [path.read_bytes() for path in world.output.rglob("*.pdf")] == [pdf]


def test_a_sound_that_is_replaced_is_published_anew_with_its_new_size(world: World) -> None:
    place = "aktuelles/2026-03-08-fest"
    world.write(f"{place}/lied.mp3", SOUND * 50)
    world.write(f"{place}/film.jpg", encoded(scene(800, 600), "JPEG"))
    card = "[![Die Band](film.jpg)](https://youtu.be/abcdefghijk)"
    world.news(f"[Das Lied](lied.mp3)\n\n{card}")
    assert world.build() == 0
    page = "aktuelles/2026/fest/index.html"
    before = world.read(page)
    assert "(MP3, 42 KB)" in before
    world.write(f"{place}/lied.mp3", SOUND * 90)
    assert world.build() == 0
    assert world.read(page) == before.replace("(MP3, 42 KB)", "(MP3, 75 KB)")
    assert (world.output / "aktuelles/2026/fest/lied.mp3").read_bytes() == SOUND * 90
    # The picture of a card is offered as any other.
    (link,) = html.fromstring(before).xpath("//a[@class='away__link']")
    assert [one.tag for one in link] == ["picture", "span"]
    world.news(f"[Das Lied](lied.mp3)\n\n{card.replace('youtu.be', 'example.org')}")
    assert world.build() == 0
    assert "Auf example.org ansehen" in world.read(page)


def test_nothing_from_outside_the_content_folder_is_published(world: World) -> None:
    secret = world.folder / "geheim.pdf"
    secret.write_bytes(b"%PDF-1.4 geheim %%EOF")
    (world.content / "seiten" / "link.pdf").symlink_to(secret)
    world.news(
        "[a](../../../geheim.pdf)\n\n[b]({attach}../../../geheim.pdf) [c](../../seiten/link.pdf)"
    )
    assert world.build() == 1
    text = "\n".join(world.lines())
    assert text.count("liegt außerhalb des Inhaltsordners") == 2
    assert "seiten/link.pdf:1: Das ist ein symbolischer Link" in text
    assert not world.output.exists()


def test_scaled_pictures_are_kept_for_the_next_build(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.write("aktuelles/2026-03-08-fest/foto.jpg", photo())
    world.news(head="image: {file: foto.jpg, alt: Ein Fest}")
    assert world.build() == 0
    first = {path.name: path.read_bytes() for path in (world.output / "bilder").iterdir()}
    monkeypatch.setattr(image_file, "scaled", lambda *_: pytest.fail("scaled again"))
    shutil.rmtree(world.output)
    assert world.build() == 0
    assert {path.name: path.read_bytes() for path in (world.output / "bilder").iterdir()} == first


def test_where_nothing_can_be_kept_pictures_are_drawn_all_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHAUKASTEN_CACHE", str(world.write("../cache", "a file")))
    # It has read the environment.
    monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)
    world.write("aktuelles/2026-03-08-fest/foto.jpg", photo())
    world.news(head="image: {file: foto.jpg, alt: Ein Fest}")
    assert world.build() == 0
    assert len(list((world.output / "bilder").iterdir())) >= 6


def test_a_photograph_with_senseless_metadata_is_published_upright(world: World) -> None:
    odd = exif(6, 0x011A, 10, 1, struct.pack(">ii", -1, 0))
    raw = encoded(Image.new("RGB", (1200, 800), "#c8704a"), "JPEG", exif=odd)
    world.write("aktuelles/2026-03-08-fest/foto.jpg", raw)
    world.news(head="image: {file: foto.jpg, alt: Ein Fest}")
    assert world.errors() == []
    assert world.build() == 0
    published = (world.output / "bilder").iterdir()
    assert {Image.open(path).size for path in published} == {
        *((360, 540), (540, 810), (720, 1080), (800, 1200))
    }


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("foto.jpg", "---\n![Ein Fest](foto.jpg)", 7),
        ("plan.pdf", "---\n[Der Plan](plan.pdf)", 7),
        ("foto.jpg", "image: {file: foto.jpg, alt: Ein Fest}\n---", 6),
    ],
)
def test_a_file_that_goes_while_the_site_is_built_is_an_error_where_it_is_named(
    world: World,
    name: str,
    text: str,
    line: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    world.news()
    assert world.build() == 0
    before = world.read("index.html")
    raw = photo(33, 22) if name == "foto.jpg" else b"%PDF-1.4\n%%EOF"
    path = world.write(f"aktuelles/2026-03-08-fest/{name}", raw)
    front = f"---\ntitle: Fest\ndate: 2026-03-08\nsummary: Ein anderes Fest.\n\n{text}\n"
    world.write("aktuelles/2026-03-08-fest/index.md", front)
    assert world.errors() == []
    publish = files.FilesGenerator.generate_output

    def too_late(generator: files.FilesGenerator, writer: object) -> None:
        path.unlink()
        publish(generator, writer)

    monkeypatch.setattr(files.FilesGenerator, "generate_output", too_late)
    # What was scaled before is not read again.
    monkeypatch.setattr(picture_store, "recipe", lambda: f"none-{path.stem}-{os.getpid()}")
    capsys.readouterr()
    assert world.build() == 1
    told = capsys.readouterr()
    assert (
        f"content/aktuelles/2026-03-08-fest/index.md:{line}: „{name}“ wurde während des Bauens "
        "geändert oder weggenommen."
    ) in told.out
    assert "Traceback" not in told.out + told.err
    assert world.read("index.html") == before
    assert not (world.output / "aktuelles/2026/fest" / name).exists()
