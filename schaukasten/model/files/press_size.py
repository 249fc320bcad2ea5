"""The size of a picture → that of its version for the press."""

from __future__ import annotations

#: Pixels, of the longer side: a page of a magazine.
LONGEST = 3000


def press_size(width: int, height: int, is_drawing: bool = False) -> tuple[int, int]:
    """Return width and height in pixels; a photograph is never blown up."""
    scale = LONGEST / max(width, height)
    if not is_drawing:
        scale = min(1, scale)
    return max(1, round(width * scale)), max(1, round(height * scale))
