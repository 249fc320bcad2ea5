from pathlib import Path

import pytest
from PIL import Image
from pydantic import ValidationError

from schaukasten.model.files.picture import Picture, open_picture
from schaukasten.model.files.picture_addresses import attributes
from schaukasten.model.files.picture_note import People, PictureNote
from schaukasten.model.reading.problem import Invalid
from tests.model.files.pictures import encoded, exif, halves, jpeg, png, svg
from tests.worlds import german

NOTE = PictureNote(file="a.jpg", alt="Ein Bild")


def refusal(folder: Path, name: str, raw: bytes) -> tuple[str, str]:
    """What is wrong with a file and what to do, in German."""
    (folder / name).write_bytes(raw)
    with pytest.raises(Invalid) as refused:
        open_picture(folder / name, NOTE)
    return refused.value.what.text(german), refused.value.remedy.text(german)


def picture(width: int, height: int, name: str = "a.jpg") -> Picture:
    return Picture(Path(name), width, height, "0123456789abcdef" * 4, NOTE)


@pytest.mark.parametrize(
    ("name", "width", "height", "sizes"),
    [
        ("a.jpg", 4000, 3000, [(360, 270), (540, 405), (720, 540), (1080, 810), (1600, 1200)]),
        ("a.jpg", 1600, 900, [(360, 202), (540, 304), (720, 405), (1080, 608), (1600, 900)]),
        ("a.jpg", 1000, 500, [(360, 180), (540, 270), (720, 360), (1000, 500)]),
        ("a.jpg", 360, 300, [(360, 300)]),
        ("a.png", 40, 20, [(40, 20)]),
        ("a.png", 3000, 1, [(360, 1), (540, 1), (720, 1), (1080, 1), (1600, 1)]),
        ("a.svg", 1600, 800, [(360, 180), (540, 270), (720, 360), (1080, 540), (1600, 800)]),
    ],
)
def test_a_photograph_is_never_blown_up_and_a_drawing_can_be(name, width, height, sizes):
    variants = picture(width, height, name).variants
    assert [(variant.width, variant.height) for variant in variants] == sizes


def test_a_published_file_is_named_by_the_content_and_never_by_the_original():
    assert picture(500, 500, "Erika-Beispiel.jpg").possible_files == [
        f"0123456789abcdef-{width}.{ending}"
        for width in (360, 500)
        for ending in ("avif", "webp", "jpg")
    ]


def test_an_img_gets_all_sizes_and_room_before_it_loads():
    assert attributes(picture(1000, 500), "https://a.example") == {
        "src": "https://a.example/bilder/0123456789abcdef-720.jpg",
        "srcset": "https://a.example/bilder/0123456789abcdef-360.jpg 360w, "
        "https://a.example/bilder/0123456789abcdef-540.jpg 540w, "
        "https://a.example/bilder/0123456789abcdef-720.jpg 720w, "
        "https://a.example/bilder/0123456789abcdef-1000.jpg 1000w",
        "width": "1000",
        "height": "500",
        "alt": "Ein Bild",
    }


def test_a_decorative_picture_has_an_empty_alt():
    note = PictureNote(file="a.jpg", decorative="ja")
    assert attributes(Picture(Path("a.jpg"), 40, 20, "0" * 64, note))["alt"] == ""


@pytest.mark.parametrize("extra", [{}, {"decorative": "nein"}, {"alt": None}])
def test_a_picture_without_text_alternative_is_refused(extra):
    with pytest.raises(ValidationError) as refused:
        PictureNote.model_validate({"file": "a.jpg"} | extra)
    error = refused.value.errors()[0]["ctx"]["error"]
    assert error.what.text(german) == "Das Bild „a.jpg“ hat keinen Alternativtext."
    assert error.remedy.text(german).startswith("Schreiben Sie eine Zeile „alt: …“ dazu")


@pytest.mark.parametrize(("written", "meant"), [("keine", "NONE"), ("Erkennbar", "RECOGNISABLE")])
def test_a_note_says_whether_people_are_recognisable(written, meant):
    assert PictureNote(file="a.jpg", alt="x", people=written).people is People[meant]


def test_a_picture_is_opened_with_its_upright_size(tmp_path):
    (tmp_path / "a.jpg").write_bytes(jpeg(exif=exif(6)))
    opened = open_picture(tmp_path / "a.jpg", NOTE)
    assert (opened.width, opened.height) == (20, 40)


def test_the_same_bytes_have_the_same_digest_and_others_another(tmp_path):
    for name, raw in (("a.jpg", jpeg()), ("b.jpg", jpeg()), ("c.png", png()), ("d.svg", svg())):
        (tmp_path / name).write_bytes(raw)
    digests = [open_picture(tmp_path / name, NOTE).digest for name in ("a.jpg", "b.jpg", "c.png")]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize("name", ["a", "a.xyz"])
def test_a_file_of_a_kind_that_nobody_knows_is_refused(tmp_path, name):
    assert refusal(tmp_path, name, b"x") == (
        f"„{name}“ ist keine Art von Bild, die gezeigt werden kann.",
        "Nehmen Sie JPEG, PNG, WebP oder SVG.",
    )


@pytest.mark.parametrize(
    ("name", "says", "do"),
    [
        ("a.gif", "ein GIF", "als PNG"),
        ("a.HEIC", "ein Bild der Art HEIC", "iPhone: das Foto in der App Mail an sich selbst"),
        ("a.heif", "ein Bild der Art HEIC", "Google Fotos"),
        ("a.hif", "ein Bild der Art HEIC", "Paint"),
        ("a.avif", "ein Bild der Art AVIF", "Vorschau"),
        ("a.bmp", "ein BMP-Bild", "Paint"),
        ("a.tiff", "ein TIFF-Bild", "Vorschau"),
        ("a.NEF", "ein Rohbild aus einer Kamera", "im Programm der Kamera"),
        ("a.psd", "eine Photoshop-Datei", "aus dem Programm"),
        ("a.doc", "eine Word-Datei", "[a](a.pdf)"),
        ("a.mp4", "ein Film", "auf eine Plattform"),
    ],
)
def test_a_file_of_another_kind_is_named_with_the_way_to_a_picture(tmp_path, name, says, do):
    what, remedy = refusal(tmp_path, name, b"x")
    assert what == f"„{name}“ ist {says}; so etwas wird nicht veröffentlicht."
    assert do in remedy


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.mp3"])
def test_a_file_to_download_is_no_picture_and_gets_its_link(tmp_path, name):
    what, remedy = refusal(tmp_path, name, b"x")
    assert what == f"„{name}“ ist kein Bild."
    assert f"[a]({name})" in remedy


@pytest.mark.parametrize("name", ["a.jfif", "a.heic", "a.jpg.exe", "a"])
def test_a_jpeg_under_another_name_only_wants_its_name(tmp_path, name):
    what, remedy = refusal(tmp_path, name, jpeg())
    assert what == f"„{name}“ ist in Wahrheit eine JPEG-Datei."
    assert remedy.endswith(f"{Path(name).stem}.jpg")


@pytest.mark.parametrize(
    ("name", "format", "moves"),
    [("a.png", "PNG", True), ("a.webp", "WEBP", True), ("a.jpg", "MPO", False)],
)
def test_a_picture_that_moves_is_known(tmp_path, name, format, moves):
    frames = [halves(), halves().rotate(180)]
    raw = encoded(frames[0], format, save_all=True, append_images=frames[1:])
    (tmp_path / name).write_bytes(raw)
    assert open_picture(tmp_path / name, NOTE).moves is moves


def test_a_picture_that_changes_after_it_was_looked_at_is_not_published(tmp_path):
    (tmp_path / "a.jpg").write_bytes(jpeg())
    opened = open_picture(tmp_path / "a.jpg", NOTE)
    assert opened.published()
    (tmp_path / "a.jpg").write_bytes(png())
    with pytest.raises(Invalid) as refused:
        opened.published()
    assert refused.value.what.text(german) == (
        "„a.jpg“ wurde während des Bauens geändert oder weggenommen."
    )


def test_a_file_of_too_many_bytes_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("schaukasten.model.files.picture.MAX_BYTES", 100)
    (tmp_path / "a.jpg").write_bytes(jpeg())
    with pytest.raises(Invalid, match="larger"):
        open_picture(tmp_path / "a.jpg", NOTE)


@pytest.mark.parametrize(("name", "raw"), [
    ("a.png", png(10, 20_000)),
    ("a.svg", svg(head='width="1" height="1000"')),
])  # fmt: skip
def test_every_published_size_fits_into_a_file_or_the_picture_is_refused(tmp_path, name, raw):
    (tmp_path / name).write_bytes(raw)
    try:
        opened = open_picture(tmp_path / name, NOTE)
    except Invalid:
        return
    # WebP: 14 bits for width and height.
    assert max(variant.height for variant in opened.variants) <= 16_383


@pytest.mark.parametrize(
    ("name", "raw", "formats"),
    [
        ("a.jpg", jpeg(), ("avif", "webp", "jpg")),
        ("a.png", png(), ("avif", "webp", "jpg")),
        ("a.png", encoded(halves().convert("RGBA"), "PNG"), ("avif", "webp", "jpg")),
        ("a.svg", svg(), ("avif", "webp", "jpg")),
        ("a.svg", svg('<circle cx="12" cy="6" r="6"/>'), ("avif", "webp")),
        ("a.png", encoded(Image.new("P", (40, 20)), "PNG", transparency=0), ("avif", "webp")),
        (
            "a.png",
            encoded(Image.new("P", (40, 20)), "PNG", transparency=1),
            ("avif", "webp", "jpg"),
        ),
        ("a.png", encoded(Image.new("LA", (40, 20), (9, 254)), "PNG"), ("avif", "webp")),
    ],
)
def test_what_can_be_seen_through_is_no_jpeg(tmp_path, name, raw, formats):
    (tmp_path / name).write_bytes(raw)
    assert open_picture(tmp_path / name, NOTE).formats == formats
