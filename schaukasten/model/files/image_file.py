"""The bytes of a picture → its size, or WebP files that hold nothing but pixels.

Every picture is decoded and drawn anew: so a bomb, a broken file or one that only claims to be
a picture is refused, and no metadata (place, camera, thumbnail) reaches the site.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath

import resvg_py
from PIL import Image, ImageCms, ImageOps

from schaukasten.language.messages import _
from schaukasten.model.files.svg_file import proportions
from schaukasten.model.reading.problem import Invalid

#: The endings that hold pictures, and Pillow's name of their format.
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".svg": "SVG"}
#: Pixels. A telephone takes 12 to 50 million; a bomb claims more.
MAX_PIXELS = 60_000_000
#: Bytes.
MAX_BYTES = 30_000_000
#: Pixels: the width that a drawing counts as, since it has none of its own.
DRAWN_WIDTH = 1600

_ORIENTATION = 0x0112
_QUALITY = 82
#: How many times longer than wide a picture may be, or wider than long: WebP ends at 16,383 px.
MAX_RATIO = 10
# The width to which a drawing is drawn when it is looked at, in pixels.
_TRIAL_WIDTH = 200


def inspect(raw: bytes, name: str) -> tuple[int, int]:
    """Return width and height in pixels, upright; raise Invalid for a file that is refused."""
    if is_svg(name):
        own_width, own_height = proportions(raw, name)
        _check_ratio(own_width, own_height, name)
        _drawn(raw, name, _TRIAL_WIDTH)
        return DRAWN_WIDTH, max(1, round(DRAWN_WIDTH * own_height / own_width))
    with _opened(raw, name) as image:
        width, height = image.size
        _check_ratio(width, height, name)
        turned = image.getexif().get(_ORIENTATION, 1) in {5, 6, 7, 8}
        # Reduced detail is fast and still reads every byte of a JPEG.
        image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
        image.load()
    return (height, width) if turned else (width, height)


def scaled(raw: bytes, name: str, width: int, height: int) -> bytes:
    """Return the picture at `width` × `height` pixels as WebP in sRGB; the same bytes each time."""
    if is_svg(name):
        image = _drawn(raw, name, width)
    else:
        with _opened(raw, name) as original:
            image = _in_srgb(ImageOps.exif_transpose(original))
    image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    image.info.clear()
    out = BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=6, exif=b"", icc_profile=b"")
    return out.getvalue()


def is_svg(name: str) -> bool:
    """Whether a file is a drawing, by the ending of its name."""
    return FORMATS[PurePath(name).suffix.lower()] == "SVG"


@contextmanager
def _opened(raw: bytes, name: str) -> Iterator[Image.Image]:
    expected = FORMATS[PurePath(name).suffix.lower()]
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(raw), formats=["JPEG", "PNG", "WEBP"]) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise _too_large(name)
                # Telephones write JPEGs that hold a second picture behind the first.
                if image.format != expected and (image.format, expected) != ("MPO", "JPEG"):
                    what = _("“{file}” is really a {format} file.", file=name, format=image.format)
                    raise Invalid(what, _("Give it the ending that belongs to its format."))
                yield image
        except Invalid:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_large(name) from None
        except Exception:  # Pillow's decoders raise many kinds of errors on hostile bytes.
            raise _broken(name) from None


def _in_srgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lower ones
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError):
            pass  # A broken profile only shifts colours a little.
    return image.convert(mode)


def _drawn(raw: bytes, name: str, width: int) -> Image.Image:
    proportions(raw, name)
    try:
        text = raw.decode("utf-8-sig")
        png = resvg_py.svg_to_bytes(svg_string=text, width=width, skip_system_fonts=True)
        return Image.open(BytesIO(bytes(png))).convert("RGBA")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # A panic of the renderer is no Exception.
        raise _broken(name) from None


def _check_ratio(width: float, height: float, name: str) -> None:
    if max(width, height) > MAX_RATIO * min(width, height):
        what = _("“{file}” is more than {limit} times as long as wide.", file=name, limit=MAX_RATIO)
        raise Invalid(what, _("Cut it to the part that matters."))


def _broken(name: str) -> Invalid:
    what = _("“{file}” is broken or is not a picture.", file=name)
    return Invalid(what, _("Export it anew as JPEG or PNG."))


def _too_large(name: str) -> Invalid:
    what = _("“{file}” has more than {limit} million pixels.", file=name, limit=MAX_PIXELS // 10**6)
    return Invalid(what, _("Export it smaller; 2,000 pixels wide is plenty."))
