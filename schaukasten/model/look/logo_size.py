"""Width and height of a logo → how large it is shown, so that all weigh the same to the eye."""

from __future__ import annotations

import math

#: CSS pixels: the area of each logo, and the box beyond which none reaches.
AREA = 5600
WIDEST = 128
HIGHEST = 80


def equal_size(width: int, height: int) -> tuple[int, int]:
    """Return width and height in CSS pixels, of the area that all logos have, where they fit.

    A wide logo would look larger than a square one of the same height, and smaller at the same
    width.
    """
    ratio = width / height
    wide, high = math.sqrt(AREA * ratio), math.sqrt(AREA / ratio)
    scale = min(1, WIDEST / wide, HIGHEST / high)
    return max(1, round(wide * scale)), max(1, round(high * scale))
