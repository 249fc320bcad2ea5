"""The bytes of a file → a word for what they are, by the marks that each kind begins with."""

from __future__ import annotations

import re

from schaukasten.model.files.package import Package

#: Bytes in which a file says what it is.
HEAD = 4096

_PICTURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
)
_SVG = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"(?:<!DOCTYPE svg|<(?:svg:)?svg[\s>])",
    re.DOTALL,
)
# In this order: a longer mark before the one that it begins with.
_MARKS = (
    (b"GIF8", "gif"),
    (b"II*\0\x10\0\0\0CR", "raw"),
    (b"FUJIFILMCCD-RAW", "raw"),
    (b"IIRO", "raw"),
    (b"IIRS", "raw"),
    (b"MMOR", "raw"),
    (b"IIU\0", "raw"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"\xff\x0a", "jxl"),
    (b"\0\0\0\x0cJXL ", "jxl"),
    (b"\0\0\0\x0cjP  ", "jp2"),
    (b"\xff\x4f\xff\x51", "jp2"),
    (b"8BPS", "psd"),
    (b"%!PS", "eps"),
    (b"\xc5\xd0\xd3\xc6", "eps"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"ID3", "mp3"),
    (b"fLaC", "audio"),
    (b"OggS", "audio"),
    (b"#!AMR", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\0\0\x01\xba", "video"),
    (b"0&\xb2u\x8ef\xcf\x11", "video"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"\x1f\x8b", "packed"),
    (b"PK\5\6", "zip"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"L\0\0\0\x01\x14\x02\0", "shortcut"),
    (b"[InternetShortcut]", "shortcut"),
    (b"BEGIN:VCALENDAR", "calendar"),
    (b"BEGIN:VCARD", "card"),
    (b"version https://git-lfs", "lfs"),
)
# ISO/IEC 14496-12, 4.3: who can read the file. The first of these that it names says its kind.
_BRANDS = (
    (("avif", "avis"), "avif"),
    (("heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs"), "heic"),
    (("crx ",), "raw"),
    (("mif1", "msf1", "mif2"), "heic"),
    (("M4A ", "M4B "), "audio"),
)
# What is in a packed file, by the name of a part; Office and Apple pack theirs.
_PARTS = (
    ("word/", "docx"),
    ("xl/workbook.bin", "sheet"),
    ("xl/", "xlsx"),
    ("ppt/", "slides"),
    ("Index/Document.iwa", "iwork"),
)
# ISO/IEC 29500-2, 10.1: what each package of Office holds, and other folders do not.
_OFFICE = "[Content_Types].xml"
# ISO/IEC 26300-3, 3.3: the first part is not packed, and says the kind.
_MIME_TYPE = b"mimetypeapplication/"
_MIME_TYPES = (
    (b"vnd.oasis.opendocument.text", "odt"),
    (b"vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"vnd.oasis.opendocument.presentation", "slides"),
    (b"epub", "epub"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)\b", re.IGNORECASE
)
#: Adobe, implementation note 13 on ISO 32000-1: where the header may stand.
PDF_HEADER = 1024


def picture_format(raw: bytes) -> str | None:
    """Return Pillow's name of the format, of those that are shown; None for any other file."""
    for mark, format in _PICTURES:
        if raw.startswith(mark):
            return format
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WEBP"
    return "SVG" if _SVG.match(raw[:HEAD]) else None


def mark_of(raw: bytes) -> str:
    """Return the word for a kind that is not shown as it is; "" where none is recognised."""
    head = raw[:HEAD]
    for mark, word in _MARKS:
        if head.startswith(mark):
            return word
    if head[4:8] in {b"ftyp", b"moov", b"mdat", b"wide"}:
        return _media(head)
    if head[:4] == b"RIFF":
        return {b"WAVE": "audio", b"AVI ": "video"}.get(head[8:12], "")
    # A letter that begins so has no zeros there.
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return "bmp"
    if head[:4] == b"PK\x03\x04":
        return _package(raw)
    # ISO/IEC 11172-3, 2.4.2.3: twelve bits of every frame, then its layer.
    if len(head) > 3 and head[0] == 0xFF and head[1] & 0xF6 in {0xF0, 0xF2, 0xE2}:
        return "audio" if head[1] & 0xF6 == 0xF0 else "mp3"
    if b"%PDF-" in raw[:PDF_HEADER]:
        return "pdf"
    return "html" if _HTML.match(head) else ""


def _package(raw: bytes) -> str:
    if (at := raw.find(_MIME_TYPE, 0, 100)) > 0:
        said = raw[at + len(_MIME_TYPE) :][:60]
        return next((word for kind, word in _MIME_TYPES if said.startswith(kind)), "zip")
    try:
        names = Package(raw).names
    except ValueError:  # Of a file that is cut off, or of its first bytes alone.
        return next((word for part, word in _PARTS if part.encode() in raw), "zip")
    if _OFFICE not in names and "Index/Document.iwa" not in names:
        return "zip"
    found = (word for part, word in _PARTS if any(one.startswith(part) for one in names))
    return next(found, "zip")


def _media(head: bytes) -> str:
    if head[4:8] != b"ftyp":
        return "video"
    length = min(int.from_bytes(head[:4], "big"), 200)
    names = head[8:12] + head[16:length]
    brands = {names[at : at + 4].decode("latin-1") for at in range(0, len(names), 4)}
    return next((word for known, word in _BRANDS if brands & set(known)), "video")
