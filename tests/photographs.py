"""Numbers → pictures that weigh what photographs do, without anybody on them."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

#: Detail of each scale, as photographs have it: the finer, the fainter (Field 1987).
_SCALES = ((6, 150), (16, 110), (48, 76), (140, 52), (400, 36))


def photograph(number: int, width: int = 800, height: int = 600) -> Image.Image:
    """Return one picture of a kind, always the same: light and dark, edges, and fine grain."""
    luck = random.Random(number)
    channels = [_clouds(luck, width, height) for _channel in range(3)]
    # The colours of a photograph go together.
    grey = channels[0]
    image = Image.merge("RGB", [Image.blend(grey, one, 0.35) for one in channels])
    for _number in range(14):
        size = luck.randrange(width // 20, width // 4)
        left, top = luck.randrange(width), luck.randrange(height)
        box = (left, top, left + size, top + size * luck.randrange(50, 150) // 100)
        colour = tuple(luck.randrange(30, 230) for _channel in range(3))
        patch = Image.blend(image.crop(box), Image.new("RGB", image.crop(box).size, colour), 0.6)
        image.paste(patch, box[:2])
    return image.filter(ImageFilter.GaussianBlur(0.6))


def photograph_file(number: int, width: int = 800, height: int = 600) -> bytes:
    """Return it as a camera stores it."""
    out = BytesIO()
    photograph(number, width, height).save(out, "JPEG", quality=92)
    return out.getvalue()


def _clouds(luck: random.Random, width: int, height: int) -> Image.Image:
    whole = Image.new("L", (width, height), 128)
    for cells, strength in _SCALES:
        size = (cells, max(1, cells * height // width))
        noise = Image.frombytes("L", size, luck.randbytes(size[0] * size[1]))
        part = noise.resize((width, height), Image.Resampling.BICUBIC)
        part = part.point(lambda value, s=strength: 128 + (value - 128) * s // 255)
        whole = ImageChops.add(whole, part, offset=-128)
    return whole
