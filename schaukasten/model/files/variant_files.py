"""A picture's bytes → the files that are published of it: each width in each format that pays.

A format is left out where one of its files would be heavier than the same in the next format: a
browser takes the first that it knows, whatever it weighs.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from schaukasten.model.files.encoders import STEPS, encoded
from schaukasten.model.files.image_file import scaled
from schaukasten.model.files.picture_formats import has_letters, is_svg

#: Width and height in pixels.
Size = tuple[int, int]


def variant_files(
    raw: bytes, name: str, sizes: Sequence[Size], formats: Sequence[str]
) -> dict[str, list[bytes]]:
    """Return the files by ending, each list in the order of `sizes`; raises Invalid.

    `formats` are endings in the order in which browsers choose; the last one is always there.
    """
    # What a drawing weighs says nothing: it is no pixels.
    most = None if is_svg(name) else len(raw)
    sharp = has_letters(name)
    pictures = scaled(raw, name, sizes)
    made: dict[str, list[bytes]] = {}
    for ending in reversed(formats):
        files = [_light(picture, ending, sharp, most) for picture in pictures]
        heavier = next(iter(reversed(made.values())), None)
        if heavier is None or all(map(_is_lighter, files, heavier)):
            made[ending] = files
    return made


def _light(picture: Image.Image, ending: str, sharp: bool, most: int | None) -> bytes:
    """Return the file at the usual quality, or at the best at which it weighs no more than `most`.

    What weighs more even so is as small as a file of its kind can be.
    """
    for step in STEPS:
        file = encoded(picture, ending, sharp, step)
        if most is None or len(file) <= most:
            break
    return file


def _is_lighter(one: bytes, other: bytes) -> bool:
    return len(one) < len(other)
