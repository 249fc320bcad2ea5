"""JPEGs that weigh and scale as photographs do; the same in every run.

Twenty small ones are shared byte for byte by many articles, so that scaling does not swamp what
else is measured; large ones are as a telephone makes them.
"""

from __future__ import annotations

import io
import random
from functools import cache

from PIL import Image

from tests.photographs import photograph

COUNT = 20
SIZE = (800, 600)
#: Twelve megapixels.
LARGE = (4000, 3000)


@cache
def photographs() -> tuple[bytes, ...]:
    return tuple(_photograph(random.Random(number)) for number in range(COUNT))


def _photograph(dice: random.Random) -> bytes:
    """Large shapes, small ones and a grain, as clouds of random pixels."""
    image = _cloud(dice, 8, 6)
    for wide, high, share in ((40, 30, 0.35), (200, 150, 0.12), (*SIZE, 0.02)):
        image = Image.blend(image, _cloud(dice, wide, high), share)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()


def _cloud(dice: random.Random, wide: int, high: int) -> Image.Image:
    pixels = Image.frombytes("RGB", (wide, high), dice.randbytes(wide * high * 3))
    return pixels.resize(SIZE, Image.Resampling.BICUBIC)


@cache
def from_telephone(number: int) -> bytes:
    """Return a photograph of twelve megapixels, with the grain of a small sensor."""
    image = photograph(number, *LARGE)
    fine = (LARGE[0] // 2, LARGE[1] // 2)
    grain = Image.frombytes("L", fine, random.Random(number).randbytes(fine[0] * fine[1]))
    image = Image.blend(image, Image.merge("RGB", [grain.resize(LARGE)] * 3), 0.04)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90)
    return file.getvalue()
