"""A seed → 500 pictures and PDFs as they lie on disks: real-like, odd, damaged, misnamed."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator

from PIL import Image, ImageCms

from tests.model.files.pictures import SRGB, encoded, png_claiming, svg
from tests.model.files.profiles import GREY, P3

#: Bytes that end the header of most formats: what is cut there still looks like a picture.
_LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a tiff:Orientation='6'/></x:xmpmeta>"
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>"
    b"endobj\nxref\n0 3\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n9\n%%EOF\n"
)
#: What some programs write where a number belongs (TIFF 6.0: type, count, value).
_ODD_VALUES = [
    (0x011A, 10, 1, struct.pack(">ii", -1, 0)),
    (0x011A, 5, 1, struct.pack(">II", 0, 0)),
    (0x0128, 3, 1, struct.pack(">HH", 99, 0)),
    (0x0112, 2, 9, b"oben links"),
    (0x0112, 12, 1, struct.pack(">d", float("nan"))),
    (0x927C, 7, 4, b"\0\xff\0\xff"),
    (0x8769, 4, 1, struct.pack(">I", 0xFFFFFFF0)),
    (0x8825, 4, 1, struct.pack(">I", 8)),
    (0x0201, 4, 1, struct.pack(">I", 999_999)),
    (0x9286, 7, 99_999, struct.pack(">I", 8)),
]


def exif(orientation: int, tag: int, kind: int, count: int, value: bytes) -> bytes:
    """EXIF with an orientation and one more value, which may make no sense."""
    entries = [(0x0112, 3, 1, struct.pack(">HH", orientation, 0)), (tag, kind, count, value)]
    body, behind = b"", b""
    start = 8 + 2 + 12 * len(entries) + 4
    for number, type, many, raw in sorted(entries):
        field = raw.ljust(4, b"\0")
        if len(raw) > 4:
            field = struct.pack(">I", start + len(behind))
            behind += raw
        body += struct.pack(">HHI", number, type, many) + field
    return b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", len(entries)) + body + bytes(4) + behind


def photograph(width: int = 48, height: int = 32) -> Image.Image:
    return Image.radial_gradient("L").resize((width, height)).convert("RGB")


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield whole pictures: kinds of pixels, profiles, metadata, orders of their bytes."""
    photo = photograph()
    for orientation in range(10):
        for odd in _ODD_VALUES[orientation % 2 :: 2]:
            data = exif(orientation, *odd)
            yield "a.jpg", encoded(photo, "JPEG", exif=data)
        yield "b.png", encoded(photo, "PNG", exif=data)
        yield "c.webp", encoded(photo, "WEBP", exif=data)
        yield "d.jpg", encoded(photo, "JPEG", exif=data[: 4 + 5 * orientation])
    see_through = photo.convert("RGBA")
    see_through.putalpha(photo.convert("L"))
    for profile in (None, SRGB, P3, GREY, _LAB, P3[:200], b"kein Profil", b""):
        for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
            image = see_through.convert("L").convert(mode) if mode == "I;16" else see_through
            yield f"{mode[0]}.png", encoded(image.convert(mode), "PNG", icc_profile=profile)
        for mode in ("L", "RGB", "CMYK"):
            options = {"icc_profile": profile or b"", "progressive": mode == "RGB"}
            yield "e.jpeg", encoded(photo.convert(mode), "JPEG", **options)
        for image in (photo, see_through):
            yield "f.webp", encoded(image, "WEBP", icc_profile=profile or b"", lossless=True)
    for see in (0, 3, b"\0\x80\xff"):
        yield "g.png", encoded(photo.quantize(16), "PNG", transparency=see, icc_profile=P3)
    for see in (5, (1, 1, 1)):
        image = photo.convert("L") if isinstance(see, int) else photo
        yield "h.png", encoded(image, "PNG", transparency=see)
    yield "i.png", encoded(Image.new("I;16", (20, 20), 40_000), "PNG", transparency=40_000)
    frames = {"save_all": True, "append_images": [photo.rotate(90), photo.rotate(180)]}
    for name, format in (("j.jpg", "MPO"), ("k.png", "PNG"), ("l.webp", "WEBP")):
        yield name, encoded(photo, format, xmp=_XMP, **frames)
    for size in ((1, 1), (1, 9), (9, 1), (1, 90), (4000, 8), (3000, 400)):
        yield "m.jpg", encoded(photograph(*size), "JPEG")
        yield "n.png", encoded(photograph(*size), "PNG")
        yield "o.svg", svg(head=f'width="{size[0]}" height="{size[1]}"')
        yield "p.svg", svg(head=f'viewBox="0 0 40 30" width="{size[0]}" height="{size[1]}"')
    yield "q.jpg", encoded(photo, "JPEG", subsampling="4:1:1", comment=b"\xff" * 200)
    yield "r.svg", svg('<text x="1" y="9">Fest</text>')
    yield "s.svg", svg('<path d="M 0 nan L 1e99 9"/>')


def documents() -> Iterator[tuple[str, bytes]]:
    """Yield PDFs, and what is called so."""
    yield from (("a.pdf", _PDF), ("Übersicht.PDF", _PDF), ("b.pdf", b"\r\nx" + _PDF))
    yield from (("c.pdf", b"x" * 1100 + _PDF), ("d.pdf", _PDF + bytes(400)), ("e.pdf", b""))
    yield "f.pdf", _PDF.replace(b"/Size 3", b"/Size 3/Encrypt 3 0 R")
    yield from (("g.pdf", b"<html>404"), ("h.pdf", b"PK\x03\x04word/"), ("i.PDF", b"\xff\xd8\xff"))


def damaged(name: str, raw: bytes, luck: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield the file cut off, with bytes turned, and under the name of another kind."""
    yield name, raw[: luck.randrange(len(raw))]
    yield name, raw[: -luck.randrange(1, 30)]
    turned = bytearray(raw)
    for _ in range(luck.choice((1, 3, 40))):
        turned[luck.randrange(min(len(raw), luck.choice((60, 10**6))))] = luck.randrange(256)
    yield name, bytes(turned)
    yield f"x{luck.choice(('.jpg', '.png', '.webp', '.svg', '.pdf'))}", raw


def corpus(seed: int = 14, size: int = 500) -> list[tuple[str, bytes]]:
    """Return all whole files, more than half of it, and as many damaged ones as are left."""
    luck = random.Random(seed)
    whole = [*pictures(), *documents(), ("t.png", png_claiming(9000, 9000))]
    found = list(whole)
    while len(found) < size:
        among = whole if luck.random() < 0.8 else list(documents())
        name, raw = luck.choice([one for one in among if one[1]])
        found += damaged(name, raw, luck)
    return found[:size]
