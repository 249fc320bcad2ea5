"""What is published of a picture, in which formats, and how heavy it is."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PIL import Image, ImageFilter

from schaukasten.model.files.variant_files import variant_files
from tests.model.files.pictures import decoded, encoded, jpeg, png, svg

SIZES = [(360, 240), (600, 400)]
ALL = ["avif", "webp", "jpg"]


def scene(width: int = 600, height: int = 400, seed: int = 1) -> Image.Image:
    """Shapes of all sizes with soft edges and some noise, as light as a photograph is."""
    luck = random.Random(seed)
    image = Image.effect_noise((width, height), 40).convert("RGB")
    for _number in range(60):
        x, y, size = luck.randrange(width), luck.randrange(height), luck.randrange(8, 90)
        colour = tuple(luck.randrange(256) for _channel in range(3))
        image.paste(colour, (x, y, x + size, y + size * 2 // 3))
    return image.filter(ImageFilter.GaussianBlur(1.5))


def test_a_photograph_is_there_in_all_formats_and_each_is_lighter_than_the_next():
    made = variant_files(encoded(scene(), "JPEG", quality=95), "a.jpg", SIZES, ALL)
    assert set(made) == set(ALL)
    for ending, format in (("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")):
        assert [(decoded(raw).format, decoded(raw).size) for raw in made[ending]] == [
            (format, size) for size in SIZES
        ]
    for lighter, heavier in pairwise(ALL):
        pairs = zip(made[lighter], made[heavier], strict=True)
        assert all(len(one) < len(other) for one, other in pairs)


@pytest.mark.parametrize(
    ("raw", "name", "sizes"),
    [
        (png(16, 8), "a.png", [(16, 8)]),
        (svg(), "a.svg", [(24, 12), (48, 24)]),
        (encoded(Image.new("RGB", (400, 300), "white"), "PNG"), "a.png", [(360, 270), (400, 300)]),
    ],
)
def test_a_format_that_does_not_pay_is_left_out(raw, name, sizes):
    made = variant_files(raw, name, sizes, ALL)
    assert "jpg" in made
    assert "avif" not in made
    weights = [sum(map(len, made[ending])) for ending in ALL if ending in made]
    assert weights == sorted(weights)


@pytest.mark.parametrize("quality", [5, 30, 60])
def test_what_was_compressed_before_does_not_grow(quality):
    raw = encoded(scene(), "JPEG", quality=quality)
    for files in variant_files(raw, "a.jpg", SIZES, ALL).values():
        assert all(len(file) <= len(raw) for file in files)


def test_letters_and_lines_keep_their_colours_at_full_size():
    # A red line, one pixel wide, on white: at half the size its colour would be pink.
    image = Image.new("RGB", (40, 20), "white")
    image.paste("red", (20, 0, 21, 20))
    made = variant_files(encoded(image, "PNG"), "a.png", [(40, 20)], ["jpg"])
    assert decoded(made["jpg"][0]).convert("RGB").getpixel((20, 10))[1] < 60


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK", "P", "1"])
def test_every_mode_becomes_srgb_of_eight_bits(mode):
    format, name = ("JPEG", "a.jpg") if mode == "CMYK" else ("PNG", "a.png")
    raw = encoded(scene().convert(mode), format)
    for files in variant_files(raw, name, SIZES[:1], ALL).values():
        assert decoded(files[0]).mode == "RGB"
        assert "icc_profile" not in decoded(files[0]).info


def test_a_large_photograph_is_decoded_at_a_part_of_its_size(monkeypatch):
    drafts = []
    draft = Image.Image.draft

    def watched(image, mode, size):
        drafts.append(size)
        return draft(image, mode, size)

    monkeypatch.setattr("PIL.JpegImagePlugin.JpegImageFile.draft", watched)
    variant_files(jpeg(4000, 3000), "a.jpg", [(360, 270), (1600, 1200)], ["jpg"])
    assert drafts == [(1600, 1200)]
