"""A size → a picture as telephones take them: turned by a note, with the place of it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import ExifTags, Image

#: Where it was taken, so that it is found wherever it may lie in a file.
MAKER = "Geheimkamera 3000"
_LATITUDE, _LONGITUDE = (51.0, 30.0, 49.5), (7.0, 28.0, 5.1)


def photograph(path: Path, width: int = 1600, height: int = 1200) -> Path:
    """Write a JPEG that lies on its side (orientation 6): red at the left, blue at the right."""
    image = Image.effect_noise((width, height), 30).convert("RGB")
    image.paste((200, 30, 30), (0, 0, width // 2, height))
    image.paste((30, 30, 200), (width // 2, 0, width, height))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = MAKER
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", _LATITUDE
    place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", _LONGITUDE
    image.save(path, exif=exif, quality=90)
    return path


def told_of(raw: bytes) -> list[str]:
    """What a picture says beside what it shows."""
    with Image.open(io.BytesIO(raw)) as image:
        told = [ExifTags.TAGS.get(tag, str(tag)) for tag in image.getexif()]
        kept = [name for name in ("exif", "xmp", "photoshop", "comment") if name in image.info]
    return [*told, *kept, *([MAKER] if MAKER.encode() in raw else [])]
