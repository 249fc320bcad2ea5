"""The bytes of a picture → its size, or its pixels in the sizes that are published.

Every picture is decoded and drawn anew: so a bomb, a broken file or one that only claims to be
a picture is refused, and no metadata (place, camera, thumbnail) reaches the site. There is one way
through a file: who looks at a picture takes all steps of who publishes it, with few of its pixels.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath

import resvg_py
from PIL import Image

from schaukasten.language.messages import _
from schaukasten.model.files.colours import in_srgb
from schaukasten.model.files.encoders import encoded
from schaukasten.model.files.file_marks import picture_format
from schaukasten.model.files.measured import Measured
from schaukasten.model.files.orientation import orientation_of, turned, turned_size
from schaukasten.model.files.picture_formats import FORMATS, is_svg
from schaukasten.model.files.svg_file import proportions
from schaukasten.model.files.unfit_file import refuse_misnamed
from schaukasten.model.reading.problem import Invalid

#: Pixels. A telephone takes 12 to 50 million; a bomb claims more.
MAX_PIXELS = 60_000_000
#: Pixels: the width that a drawing counts as, since it has none of its own.
DRAWN_WIDTH = 1600

#: How many times longer than wide a picture may be, or wider than long: WebP ends at 16,383 px.
MAX_RATIO = 10
# The size of what is published on trial when a picture is looked at, in pixels.
_TRIAL = 16
# CSS Values 3, 5.2: without it the renderer takes millimetres for nothing.
_DPI = 96
# The width to which a drawing is drawn when it is looked at, in pixels.
_TRIAL_WIDTH = 200
# Of 255: what covers so much of its ground is there, and from this grey on it is pale: against
# white a contrast of 1.3 (WCAG 2.2, 1.4.11 asks for 3).
_SEEN, _PALE = 64, 225
# The share of darker pixels from which on something can be made out.
_FEW = 0.02


def inspect(raw: bytes, name: str) -> Measured:
    """Return what a picture is like; raise Invalid for a file that is refused."""
    if is_svg(name):
        with _told(name):
            drawn = _drawn(raw, name, _TRIAL_WIDTH)
            _try(drawn)
        _check_ratio(*drawn.size, name)
        height = max(1, round(DRAWN_WIDTH * drawn.height / drawn.width))
        return Measured(DRAWN_WIDTH, height, is_clear=_is_clear(drawn), is_pale=_is_pale(drawn))
    with _opened(raw, name) as image:
        width, height = image.size
        moves = _is_animated(image)
        _check_ratio(width, height, name)
        # Reduced detail is fast and still reads every byte of a JPEG.
        image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
        image.load()
        orientation = orientation_of(image)
        corner = image.crop((0, 0, min(_TRIAL, image.width), min(_TRIAL, image.height)))
        _try(in_srgb(turned(corner, orientation)))
        is_clear, is_pale = _is_clear(image), _is_pale(image)
    return Measured(*turned_size((width, height), orientation), moves, is_clear, is_pale)


def scaled(raw: bytes, name: str, sizes: Sequence[tuple[int, int]]) -> list[Image.Image]:
    """Return the picture in sRGB at each of the sizes (width, height), in pixels, small to large.

    It is decoded once; raises Invalid.
    """
    with _told(name):
        if is_svg(name):
            return [_resized(_drawn(raw, name, size[0]), size) for size in sizes]
        with _opened(raw, name) as image:
            orientation = orientation_of(image)
            # A JPEG is decoded at a half or a quarter of its size, where that is enough.
            image.draft("RGB", turned_size(sizes[-1], orientation))
            image.load()
            upright = in_srgb(turned(image, orientation))
            return [_resized(upright, size) for size in sizes]


def _try(image: Image.Image) -> None:
    """Go the rest of the way to a published file with few pixels."""
    encoded(_resized(image, (_TRIAL, _TRIAL)), "webp")


def _is_animated(image: Image.Image) -> bool:
    # What is behind the first picture of a telephone's file is no next frame.
    return bool(getattr(image, "is_animated", False)) and image.format != "MPO"


def _is_clear(image: Image.Image) -> bool:
    """Whether something can be seen through a picture that has been decoded."""
    if not image.has_transparency_data:
        return False
    alpha = image if "A" in image.getbands() else image.convert("RGBA")
    return alpha.getchannel("A").histogram()[255] < image.width * image.height


def _is_pale(image: Image.Image) -> bool:
    """Whether nothing would be seen of it on light ground; what is clear counts as the ground."""
    share = max(1, image.width / _TRIAL_WIDTH, image.height / _TRIAL_WIDTH)
    size = (max(1, round(image.width / share)), max(1, round(image.height / share)))
    # Each pixel as it is: this works in every mode, and of a whole photograph it costs little.
    small = in_srgb(image.resize(size, Image.Resampling.NEAREST)).convert("RGBA")
    is_there = small.getchannel("A").point(lambda alpha: 255 * (alpha > _SEEN))
    greys = small.convert("L").histogram(is_there)
    return sum(greys[:_PALE]) <= _FEW * sum(greys)


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


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


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
