"""How a camera was held → the picture upright."""

from __future__ import annotations

from PIL import Image

_TAG = 0x0112
# TIFF 6.0, tag 274. Pillow's own `exif_transpose` writes the metadata anew, and fails on values
# that nobody reads.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = frozenset({5, 6, 7, 8})


def orientation_of(image: Image.Image) -> object:
    """Return what the picture's metadata say of it; it need not be a value that there is."""
    try:
        return image.getexif().get(_TAG, 1)
    except Exception:  # As browsers do: what cannot be read does not turn a picture.
        return 1


def turned(image: Image.Image, orientation: object) -> Image.Image:
    """Return the picture upright."""
    turn = _TURNS.get(orientation) if isinstance(orientation, int) else None
    return image if turn is None else image.transpose(turn)


def turned_size(size: tuple[int, int], orientation: object) -> tuple[int, int]:
    """Return width and height upright for those as stored, and the other way round."""
    return (size[1], size[0]) if orientation in _LYING else size
