"""The bytes of a picture → its size, or WebP files that hold nothing but pixels.

Every picture is decoded and drawn anew: so a bomb, a broken file or one that only claims to be
a picture is refused, and no metadata (place, camera, thumbnail) reaches the site. There is one way
through a file: who looks at a picture takes all steps of who publishes it, with few of its pixels.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath

import resvg_py
from PIL import Image

from schaukasten.language.messages import _
from schaukasten.model.files.colours import in_srgb
from schaukasten.model.files.file_marks import picture_format
from schaukasten.model.files.picture_formats import FORMATS, is_svg
from schaukasten.model.files.svg_file import proportions
from schaukasten.model.files.unfit_file import refuse_misnamed
from schaukasten.model.reading.problem import Invalid

#: Pixels. A telephone takes 12 to 50 million; a bomb claims more.
MAX_PIXELS = 60_000_000
#: Pixels: the width that a drawing counts as, since it has none of its own.
DRAWN_WIDTH = 1600

_ORIENTATION = 0x0112
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
_QUALITY = 82
#: How many times longer than wide a picture may be, or wider than long: WebP ends at 16,383 px.
MAX_RATIO = 10
# The size of what is published on trial when a picture is looked at, in pixels.
_TRIAL = 16
# CSS Values 3, 5.2: without it the renderer takes millimetres for nothing.
_DPI = 96
# The width to which a drawing is drawn when it is looked at, in pixels.
_TRIAL_WIDTH = 200


def inspect(raw: bytes, name: str) -> tuple[int, int]:
    """Return width and height in pixels, upright; raise Invalid for a file that is refused."""
    if is_svg(name):
        with _told(name):
            _webp(drawn := _drawn(raw, name, _TRIAL_WIDTH), _TRIAL, _TRIAL)
        _check_ratio(*drawn.size, name)
        return DRAWN_WIDTH, max(1, round(DRAWN_WIDTH * drawn.height / drawn.width))
    with _opened(raw, name) as image:
        width, height = image.size
        _check_ratio(width, height, name)
        # Reduced detail is fast and still reads every byte of a JPEG.
        image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
        image.load()
        orientation = _orientation(image)
        corner = image.crop((0, 0, min(_TRIAL, image.width), min(_TRIAL, image.height)))
        _webp(in_srgb(_turned(corner, orientation)), _TRIAL, _TRIAL)
    return (height, width) if orientation in _LYING else (width, height)


def scaled(raw: bytes, name: str, width: int, height: int) -> bytes:
    """Return the picture at `width` × `height` pixels as WebP in sRGB; the same bytes each time."""
    if is_svg(name):
        with _told(name):
            return _webp(_drawn(raw, name, width), width, height)
    with _opened(raw, name) as image:
        image.load()
        return _webp(in_srgb(_turned(image, _orientation(image))), width, height)


def is_animated(raw: bytes, name: str) -> bool:
    """Whether a picture moves, of which only the first frame is published."""
    if is_svg(name):
        return False
    with _opened(raw, name) as image:
        # What is behind the first picture of a telephone's file is no next frame.
        return bool(getattr(image, "is_animated", False)) and image.format != "MPO"


@contextmanager
def _opened(raw: bytes, name: str) -> Iterator[Image.Image]:
    _check_format(raw, name)
    with _told(name), Image.open(BytesIO(raw), formats=["JPEG", "PNG", "WEBP"]) as image:
        if image.width * image.height > MAX_PIXELS:
            raise _too_large(name)
        yield image


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn whatever a decoder says into a sentence about the file."""
    with warnings.catch_warnings():
        # Of metadata, mostly, which are not published.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except Invalid:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_large(name) from None
        except Exception:  # Pillow's decoders raise many kinds of errors on hostile bytes.
            raise _broken(name) from None


def _orientation(image: Image.Image) -> object:
    try:
        return image.getexif().get(_ORIENTATION, 1)
    except Exception:  # As browsers do: what cannot be read does not turn a picture.
        return 1


def _turned(image: Image.Image, orientation: object) -> Image.Image:
    turn = _TURNS.get(orientation) if isinstance(orientation, int) else None
    return image if turn is None else image.transpose(turn)


def _webp(image: Image.Image, width: int, height: int) -> bytes:
    image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    image.info.clear()
    out = BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=6, exif=b"", icc_profile=b"")
    return out.getvalue()


def _drawn(raw: bytes, name: str, width: int) -> Image.Image:
    _check_format(raw, name)
    _check_ratio(*proportions(raw, name), name)
    try:
        text = raw.decode("utf-8-sig")
        png = resvg_py.svg_to_bytes(svg_string=text, width=width, skip_system_fonts=True, dpi=_DPI)
        return Image.open(BytesIO(bytes(png))).convert("RGBA")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # A panic of the renderer is no Exception.
        raise _broken(name) from None


def _check_format(raw: bytes, name: str) -> None:
    """Raise Invalid for what is recognised as another kind of file than its name says."""
    if picture_format(raw) != FORMATS[PurePath(name).suffix.lower()]:
        refuse_misnamed(raw, name)


def _check_ratio(width: float, height: float, name: str) -> None:
    if max(width, height) > MAX_RATIO * min(width, height):
        what = _("“{file}” is more than {limit} times as long as wide.", file=name, limit=MAX_RATIO)
        raise Invalid(what, _("Cut it to the part that matters."))


def _broken(name: str) -> Invalid:
    what = _("“{file}” is broken or is not a picture.", file=name)
    remedy = _(
        "Take it anew from where it came from: telephone, camera, e-mail. "
        "If it opens in a picture program, save it from there as JPEG or PNG."
    )
    return Invalid(what, remedy)


def _too_large(name: str) -> Invalid:
    what = _("“{file}” has more than {limit} million pixels.", file=name, limit=MAX_PIXELS // 10**6)
    return Invalid(what, _("Export it smaller; 2,000 pixels wide is plenty."))
