"""Colours and sizes → the bytes of small pictures, whole ones and ones that cheat."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
RED, BLUE = (255, 0, 0), (0, 0, 255)


def encoded(image: Image.Image, format: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def decoded(raw: bytes) -> Image.Image:
    return Image.open(BytesIO(raw))


def jpeg(width: int = 40, height: int = 20, **options: object) -> bytes:
    return encoded(halves(width, height), "JPEG", quality=95, **options)


def png(width: int = 40, height: int = 20, **options: object) -> bytes:
    return encoded(halves(width, height), "PNG", **options)


def halves(width: int = 40, height: int = 20) -> Image.Image:
    """A picture with a blue left half and a red right one: one sees how it was turned."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, 0, width // 2, height))
    return image


def exif(orientation: int) -> Image.Exif:
    """What a telephone writes: how it was held, who made it, and where."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "Kamerafirma"
    data.get_ifd(0x8825)[2] = (51.0, 30.0, 49.0)
    return data


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a hundred bytes whose header claims that size: a decompression bomb."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(bytes(1000))),
            chunk(b"IEND", b""),
        )
    )


def svg(inside: str = '<rect width="24" height="12" fill="#f00"/>', head: str = "") -> bytes:
    head = head or 'width="24" height="12"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()
