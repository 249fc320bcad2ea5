"""The bytes of a picture → its size, or WebP files that hold nothing but pixels.

Every picture is decoded and drawn anew: so a bomb, a broken file or one that only claims to be
a picture is refused, and no metadata (place, camera, thumbnail) reaches the site.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath

import resvg_py
from PIL import Image, ImageCms, ImageOps

from schaukasten.model.messages import _
from schaukasten.model.problem import Invalid

#: The endings that hold pictures, and Pillow's name of their format.
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".svg": "SVG"}
#: Pixels. A telephone takes 12 to 50 million; a bomb claims more.
MAX_PIXELS = 60_000_000
#: Bytes.
MAX_BYTES = 30_000_000

_ORIENTATION = 0x0112
_QUALITY = 82
# An SVG is only ever drawn here, but its renderer would read files that it names.
_UNSAFE_SVG = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\s*(?:\w+:)?(?:script|foreignObject|image|use[^>]*href\s*=\s*[\"'][^#]|style)"
    rb"|@import|url\(\s*[\"']?[^#\"')]|href\s*=\s*[\"']\s*[^#\"'\s]|\son\w+\s*=",
    re.IGNORECASE,
)


def inspect(raw: bytes, name: str) -> tuple[int, int]:
    """Return width and height in pixels, upright; raise Invalid for a file that is refused."""
    if _is_svg(name):
        return _drawn(raw, name, None).size
    with _opened(raw, name) as image:
        width, height = image.size
        turned = image.getexif().get(_ORIENTATION, 1) >= 5
        # Reduced detail is fast and still reads every byte of a JPEG.
        image.draft("RGB", (width // 8, height // 8))
        image.load()
    return (height, width) if turned else (width, height)


def scaled(raw: bytes, name: str, width: int, height: int) -> bytes:
    """Return the picture at `width` × `height` pixels as WebP in sRGB; the same bytes each time."""
    if _is_svg(name):
        image = _drawn(raw, name, width)
    else:
        with _opened(raw, name) as original:
            image = ImageOps.exif_transpose(_in_srgb(original))
    image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    image.info.clear()
    out = BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=6, exif=b"", icc_profile=b"")
    return out.getvalue()


def _is_svg(name: str) -> bool:
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
                if image.format != expected:
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
        except ImageCms.PyCMSError:
            pass  # A broken profile only shifts colours a little.
    return image.convert(mode)


def _drawn(raw: bytes, name: str, width: int | None) -> Image.Image:
    if _UNSAFE_SVG.search(raw):
        what = _("“{file}” holds more than a drawing (scripts, styles, other files).", file=name)
        raise Invalid(what, _("Export it as PNG."))
    try:
        text = raw.decode("utf-8-sig")
        png = resvg_py.svg_to_bytes(svg_string=text, width=width, skip_system_fonts=True)
    except Exception:  # resvg raises plain ValueErrors and panics alike.
        raise _broken(name) from None
    image = Image.open(BytesIO(bytes(png)))
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(name)
    return image.convert("RGBA")


def _broken(name: str) -> Invalid:
    what = _("“{file}” is broken or is not a picture.", file=name)
    return Invalid(what, _("Export it anew as JPEG or PNG."))


def _too_large(name: str) -> Invalid:
    what = _("“{file}” has more than {limit} million pixels.", file=name, limit=MAX_PIXELS // 10**6)
    return Invalid(what, _("Export it smaller; 2,000 pixels wide is plenty."))
