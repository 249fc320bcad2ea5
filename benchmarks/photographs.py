"""Twenty JPEGs that weigh and scale as photographs do; the same in every run.

Many articles share them byte for byte, so that scaling does not swamp what else is measured.
"""

from __future__ import annotations

import io
import random
from functools import cache

from PIL import Image

COUNT = 20
SIZE = (800, 600)


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
