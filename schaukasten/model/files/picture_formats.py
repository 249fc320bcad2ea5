"""The ending of a file → whether it holds a picture, and of which kind; known without a decoder."""

from __future__ import annotations

from pathlib import PurePath

#: The endings that hold pictures, and Pillow's name of their format.
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".svg": "SVG"}


def has_picture_ending(name: str) -> bool:
    """Whether a name is that of a picture."""
    return PurePath(name).suffix.lower() in FORMATS


def is_svg(name: str) -> bool:
    """Whether a file is a drawing."""
    return FORMATS[PurePath(name).suffix.lower()] == "SVG"


def has_letters(name: str) -> bool:
    """Whether a file is of a kind in which letters and lines are kept, and photographs are not."""
    return FORMATS[PurePath(name).suffix.lower()] in ("SVG", "PNG")
