import subprocess
import sys

import pytest
from PIL import Image

from schaukasten.model.files import encoders, image_file
from schaukasten.model.files.image_file import MAX_PIXELS, inspect, scaled
from schaukasten.model.files.variant_files import variant_files
from schaukasten.model.reading.problem import Invalid
from tests.model.files.pictures import (
    BLUE,
    RED,
    SRGB,
    decoded,
    encoded,
    exif,
    halves,
    jpeg,
    png,
    png_claiming,
    svg,
)
from tests.model.files.profiles import GREY, P3
from tests.worlds import ROOT, german


def refusal(raw: bytes, name: str) -> str:
    with pytest.raises(Invalid) as refused:
        inspect(raw, name)
    return refused.value.what.text(german)


def drawn(raw: bytes, name: str, width: int = 40, height: int = 20) -> Image.Image:
    return scaled(raw, name, [(width, height)])[0].convert("RGBA")


def is_near(colour: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """JPEG and WebP shift a colour a little."""
    return all(abs(a - b) <= 16 for a, b in zip(colour, wanted, strict=False))


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (jpeg(), "a.jpg"),
        (jpeg(), "A.JPEG"),
        (png(), "a.png"),
        (encoded(halves(), "WEBP"), "a.webp"),
        (encoded(halves().convert("CMYK"), "JPEG"), "cmyk.jpg"),
        (encoded(halves().convert("P"), "PNG"), "palette.png"),
        (encoded(halves().convert("RGBA"), "PNG"), "transparent.png"),
        (jpeg(progressive=True), "progressive.jpg"),
        (jpeg(4, 2), "tiny.jpg"),
        (encoded(halves(), "MPO", save_all=True, append_images=[halves()]), "telephone.jpg"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_picture_of_any_common_kind_keeps_its_size_and_colours(raw, name):
    width, height = inspect(raw, name)[:2]
    assert width == 2 * height
    image = drawn(raw, name)
    assert is_near(image.getpixel((5, 10)), BLUE)
    assert is_near(image.getpixel((35, 10)), RED)


def test_a_grey_picture_of_16_bits_stays_grey():
    raw = encoded(Image.new("I;16", (40, 20), 0x8000), "PNG")
    assert inspect(raw, "a.png")[:2] == (40, 20)
    assert is_near(drawn(raw, "a.png").getpixel((5, 5)), (128, 128, 128))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_stays_transparent(mode):
    image = halves().convert(mode if mode != "LA" else "L").convert(mode)
    options = {"transparency": image.getpixel((5, 5))} if mode == "P" else {}
    if mode != "P":
        image.putalpha(Image.new("L", image.size, 0))
    raw = encoded(image, "PNG", **options)
    assert drawn(raw, "a.png").getpixel((5, 10))[3] == 0


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (png_claiming(30_000, 30_000), "bombe.png"),
        (png_claiming(12_000, 8_000), "bombe.png"),
        (png_claiming(8_000, 8_000), "gross.png"),
    ],
    ids=["30000 x 30000", "12000 x 8000", "8000 x 8000"],
)
def test_a_bomb_is_refused_before_it_is_decoded(raw, name):
    assert refusal(raw, name) == f"„{name}“ hat mehr als {MAX_PIXELS // 10**6} Millionen Pixel."


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (jpeg(200, 100)[:-400], "a.jpg"),
        (jpeg()[:20], "a.jpg"),
        (png(200, 100)[:-40], "a.png"),
        (encoded(halves(200, 100), "WEBP")[:-40], "a.webp"),
        (b"nur Text", "a.jpg"),
        (b"RIFF\0\0\0\0WEBP", "a.webp"),
        (png_claiming(100, 100), "a.png"),
        (b"kein <svg", "a.svg"),
        (svg().decode().encode("utf-16"), "a.svg"),
    ],
)
def test_a_broken_file_or_one_that_is_no_picture_is_refused(raw, name):
    assert refusal(raw, name) == f"„{name}“ ist beschädigt oder gar kein Bild."


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        (png(), "a.jpg", "PNG"),
        (jpeg(), "a.webp", "JPEG"),
        (png(), "a.svg", "PNG"),
        (svg(), "a.png", "SVG"),
    ],
)
def test_a_picture_under_the_name_of_another_kind_is_refused(raw, name, kind):
    assert refusal(raw, name) == f"„{name}“ ist in Wahrheit eine {kind}-Datei."


# TIFF 6.0, tag 274: where the first row and column of the stored pixels belong.
@pytest.mark.parametrize("colours", [{}, {"icc_profile": SRGB}], ids=["plain", "with a profile"])
@pytest.mark.parametrize(
    ("orientation", "size", "blue", "red"),
    [
        (1, (40, 20), (5, 10), (35, 10)),
        (2, (40, 20), (35, 10), (5, 10)),
        (3, (40, 20), (35, 10), (5, 10)),
        (5, (20, 40), (10, 5), (10, 35)),
        (6, (20, 40), (10, 5), (10, 35)),
        (8, (20, 40), (10, 35), (10, 5)),
        (0, (40, 20), (5, 10), (35, 10)),
        (9, (40, 20), (5, 10), (35, 10)),
    ],
)
def test_a_photograph_is_turned_upright(orientation, size, blue, red, colours):
    raw = jpeg(exif=exif(orientation), **colours)
    assert inspect(raw, "a.jpg")[:2] == size
    image = drawn(raw, "a.jpg", *size)
    assert is_near(image.getpixel(blue), BLUE)
    assert is_near(image.getpixel(red), RED)


def ftyp(*brands: str) -> bytes:
    """The first box of a film or a picture of a telephone (ISO/IEC 14496-12, 4.3)."""
    names = "".join([brands[0], "\0\0\0\0", *brands[1:]]).encode()
    return (8 + len(names)).to_bytes(4, "big") + b"ftyp" + names + bytes(100)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (ftyp("heic", "mif1", "heic"), "ein Bild der Art HEIC"),
        (ftyp("mif1", "mif1", "heix"), "ein Bild der Art HEIC"),
        (ftyp("msf1", "hevc"), "ein Bild der Art HEIC"),
        (ftyp("avif", "mif1", "miaf"), "ein Bild der Art AVIF"),
        (ftyp("mif1", "avif"), "ein Bild der Art AVIF"),
        (ftyp("avis", "avif"), "ein Bild der Art AVIF"),
        (ftyp("isom", "mp42"), "ein Film"),
        (ftyp("qt  "), "ein Film"),
        (ftyp("M4A "), "eine Tonaufnahme"),
        (ftyp("crx ", "isom"), "ein Rohbild aus einer Kamera"),
        (b"II*\0\x10\0\0\0CR\x02\0", "ein Rohbild aus einer Kamera"),
        (encoded(halves(), "GIF"), "ein GIF"),
        (encoded(halves(), "TIFF"), "ein TIFF-Bild"),
        (encoded(halves(), "BMP"), "ein BMP-Bild"),
        (encoded(halves(), "AVIF"), "ein Bild der Art AVIF"),
        (b"\xff\x0a\0\0", "ein Bild der Art JPEG XL"),
        (b"8BPS\0\x01", "eine Photoshop-Datei"),
        (b"%PDF-1.4", "ein PDF"),
        (b"<!doctype HTML>", "eine gespeicherte Webseite"),
        (b"PK\x03\x04..word/document.xml", "eine Word-Datei"),
        (b"PK\x03\x04..DSC_0001.JPG", "ein gepackter Ordner"),
        (b"version https://git-lfs.github.com/spec/v1\n", "nur ein Verweis auf eine Datei, die"),
    ],
)
@pytest.mark.parametrize("name", ["a.jpg", "a.PNG", "a.webp"])
def test_a_file_of_another_kind_is_named_whatever_it_is_called(raw, kind, name):
    assert refusal(raw, name).startswith(f"„{name}“ ist in Wahrheit {kind}")


def test_an_empty_picture_is_said_to_be_empty():
    assert refusal(b"", "a.png") == "„a.png“ ist leer."


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_no_metadata_reaches_a_published_picture(format):
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Kamerafirma</x:xmpmeta>"
    raw = encoded(halves(), format, exif=exif(1), icc_profile=SRGB, xmp=xmp, comment=b"Kommentar")
    assert b"Kamerafirma" in raw
    name = f"a.{format.lower()}"
    made = variant_files(raw, name, [(40, 20)], ["jpg"]) | variant_files(
        raw, name, [(40, 20)], ["webp"]
    )
    for published in (
        *made["jpg"],
        *made["webp"],
        encoders.encoded(scaled(raw, name, [(40, 20)])[0], "avif"),
    ):
        for chunk in (b"EXIF", b"Exif", b"XMP ", b"ICC", b"Kamerafirma", b"Kommentar"):
            assert chunk not in published
        image = decoded(published)
        assert dict(image.getexif()) == {}
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)


P3_RED = (200, 40, 40)
#: The same colour in sRGB, which has no purer red.
RED_OF_P3 = (221, 0, 17)


def _red(mode: str) -> Image.Image:
    image = Image.new("RGB", (40, 20), P3_RED)
    return image.quantize(4) if mode == "P" else image.convert(mode)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (encoded(_red("RGB"), "PNG", icc_profile=P3), "rgb.png"),
        (encoded(_red("RGBA"), "PNG", icc_profile=P3), "rgba.png"),
        (encoded(_red("P"), "PNG", icc_profile=P3), "palette.png"),
        (encoded(_red("P"), "PNG", icc_profile=P3, transparency=3), "palette-alpha.png"),
        (encoded(_red("RGB"), "PNG", icc_profile=P3, transparency=(0, 0, 0)), "key.png"),
        (encoded(_red("RGB"), "JPEG", icc_profile=P3, quality=98), "rgb.jpg"),
        (encoded(_red("RGB"), "WEBP", icc_profile=P3, lossless=True), "rgb.webp"),
        (encoded(_red("RGBA"), "WEBP", icc_profile=P3, lossless=True), "rgba.webp"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_red_of_a_telephone_is_the_same_from_every_kind_of_pixels(raw, name):
    red = drawn(raw, name).getpixel((5, 5))
    assert all(abs(a - b) <= 4 for a, b in zip(red, (*RED_OF_P3, 255), strict=True)), red


@pytest.mark.parametrize("mode", ["L", "LA", "I;16"])
def test_grey_follows_its_profile_with_and_without_transparency(mode):
    value = 100 * 257 if mode == "I;16" else 100
    image = Image.new(mode, (40, 20), (value, 255) if mode == "LA" else value)
    plain, light = (
        drawn(encoded(image, "PNG", icc_profile=profile), "a.png").getpixel((5, 5))
        for profile in (None, GREY)
    )
    assert is_near(plain, (100, 100, 100))
    assert is_near(light, (168, 168, 168))


@pytest.mark.parametrize(("mode", "profile"), [("RGB", GREY), ("RGBA", GREY), ("CMYK", P3)])
def test_a_profile_for_other_pixels_is_passed_over(mode, profile):
    format = "JPEG" if mode == "CMYK" else "PNG"
    name = "a.jpg" if mode == "CMYK" else "a.png"
    raw, plain = (encoded(_red(mode), format, icc_profile=p) for p in (profile, b""))
    assert drawn(raw, name).tobytes() == drawn(plain, name).tobytes()


def test_colours_are_kept_where_something_is_seen_through():
    image = Image.new("RGBA", (40, 20), (*P3_RED, 128))
    red = drawn(encoded(image, "PNG", icc_profile=P3), "a.png").getpixel((5, 5))
    assert all(abs(a - b) <= 6 for a, b in zip(red, (*RED_OF_P3, 128), strict=True)), red


def test_a_broken_colour_profile_only_shifts_colours():
    raw = jpeg(icc_profile=b"kein Profil" * 20)
    assert inspect(raw, "a.jpg")[:2] == (40, 20)
    assert drawn(raw, "a.jpg").size == (40, 20)


@pytest.mark.parametrize(("raw", "name"), [(jpeg(300, 200), "a.jpg"), (svg(), "a.svg")])
def test_the_same_picture_gives_the_same_bytes_each_time(raw, name):
    sizes, formats = [(60, 40), (120, 80)], ["avif", "webp", "jpg"]
    assert variant_files(raw, name, sizes, formats) == variant_files(raw, name, sizes, formats)


@pytest.mark.parametrize("width", [24, 480])
def test_a_plain_drawing_is_drawn_at_any_size(width):
    raw = svg('<rect width="12" height="12" fill="#00f"/><circle cx="18" cy="6" r="6" fill="red"/>')
    assert inspect(raw, "a.svg")[:2] == (1600, 800)
    image = drawn(raw, "a.svg", width, width // 2)
    assert is_near(image.getpixel((width // 4, width // 4)), BLUE)
    assert is_near(image.getpixel((width * 3 // 4, width // 4)), RED)
    assert image.getpixel((width - 1, 0))[3] < 128


@pytest.mark.parametrize(
    "inside",
    [
        '<a id="a"><rect width="9" height="9"/></a>',
        '<defs><rect id="r" width="9" height="9"/></defs><use href="#r"/>',
        '<defs><rect id="r" width="9" height="9"/></defs>'
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#r"/>',
        '<linearGradient id="g"><stop stop-color="red"/></linearGradient>'
        '<rect width="9" height="9" fill="url(#g)" style="opacity: .5"/>',
        "<title>Ein Kreis</title><desc>on und href</desc>",
    ],
)
def test_a_drawing_may_refer_to_itself(inside):
    assert inspect(svg(inside), "a.svg")[:2] == (1600, 800)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT/>",
        '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
        "<foreignObject><p>HTML</p></foreignObject>",
        '<image href="foto.jpg"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="file:///etc/passwd"/>',
        '<use href="andere.svg#teil"/>',
        '<use\n  href = "https://evil.example/x.svg#a"/>',
        '<use href=" https://evil.example/x.svg#a"/>',
        '<use href="&#104;ttps://evil.example/x.svg#a"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<rect onload="alert(1)"/>',
        '<rect\nonclick="alert(1)"/>',
        "<style>rect { fill: red }</style>",
        '<rect style="fill: url(https://evil.example/x.svg#a)"/>',
        "<rect fill=\"url('https://evil.example/x.svg#a')\"/>",
        '<feImage href="foto.jpg"/>',
        '<set attributeName="href" to="x" href="https://evil.example/"/>',
    ],
)
def test_a_drawing_that_holds_more_than_a_drawing_is_refused(inside):
    assert "enthält mehr als eine Zeichnung" in refusal(svg(inside), "a.svg")


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">',
    ],
)
def test_a_drawing_with_entities_is_refused(prolog):
    assert "enthält mehr als eine Zeichnung" in refusal(prolog.encode() + svg(), "a.svg")


def test_words_in_a_drawing_are_drawn_or_refused_but_do_not_vanish():
    raw = svg('<text x="2" y="20" font-size="20">Wort</text>', head='width="60" height="30"')
    try:
        inspect(raw, "a.svg")
    except Invalid:
        return
    assert drawn(raw, "a.svg", 60, 30).getextrema()[3] != (0, 0)


@pytest.mark.parametrize(
    ("size", "height"),
    [
        ('width="80mm" height="60mm" viewBox="0 0 80 60"', 1200),
        ('width="210mm" height="105mm"', 800),
        ('width="4in" height="144pt"', 800),
        ('width="100%" height="100%" viewBox="0 0 40 30"', 1200),
        ('width="100" viewBox="0 0 40 30"', 1200),
        ('width="auto" height="9" viewBox="0 0 40 30"', 1200),
        ('width=".5e2" height="1e2" viewBox="0 0 40 30"', 3200),
        ('width="100" height="100" viewBox="0 0 40 30"', 1600),
    ],
)
def test_a_drawing_has_the_size_that_a_browser_gives_it(size, height):
    raw = svg(head=size)
    found = inspect(raw, "a.svg")
    assert abs(found[1] - height) <= 8
    assert drawn(raw, "a.svg", 80, 60).size == (80, 60)


@pytest.mark.parametrize(
    "size",
    ['width="1" height="1e9"', 'width="1mm" height="1000000"', 'width="50%" height="1e9"',
     'width="10em" height="5"', 'width="1e9%" height="1%"', 'width="1" height="-5"'],
)  # fmt: skip
def test_a_drawing_whose_size_says_otherwise_than_its_box_is_refused_before_it_is_drawn(
    size, monkeypatch
):
    monkeypatch.setattr(image_file.resvg_py, "svg_to_bytes", lambda **_: pytest.fail("drawn"))
    said = refusal(svg(head=f'viewBox="0 0 40 30" {size}'), "a.svg")
    assert "so lang wie breit" in said or "wie breit und hoch" in said


@pytest.mark.parametrize("size", ['width="0" height="0"', 'width="50%"', 'viewBox="0 0 a b"'])
def test_a_drawing_without_a_size_is_refused(size):
    assert "steht nicht, wie breit und hoch" in refusal(svg(head=size), "a.svg")


@pytest.mark.parametrize(
    "source",
    [
        'svg(head=\'width="100000" height="100000"\')',
        "svg('<g>' * 50_000 + '</g>' * 50_000)",
        "svg('<g id=\"a0\"><rect/></g>' + ''.join(f'<g id=\"a{i}\">' + f'<use href=\"#a{i-1}\"/>'"
        " * 10 + '</g>' for i in range(1, 10)) + '<use href=\"#a9\"/>')",
        'svg(head=\'width="20000" height="10000"\')',
    ],
    ids=["gigapixels", "deep nesting", "billions of copies", "200 million pixels"],
)
def test_a_hostile_drawing_does_not_bring_the_build_down(source):
    # In a process of its own, with little memory: a renderer in Rust aborts the whole process.
    code = f"""if True:
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
        from schaukasten.model.files.image_file import inspect
        from schaukasten.model.reading.problem import Invalid
        from tests.model.files.pictures import svg
        raw = {source}
        try:
            width, height, *_ = inspect(raw, "a.svg")
            assert width * height < 10_000_000
        except Invalid:
            pass
        print("alive")
        """
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=20
    )
    assert (done.returncode, done.stdout) == (0, "alive\n")
