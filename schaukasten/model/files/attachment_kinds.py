"""The kinds of files that a page may offer for download, as data: all else follows from them."""

from __future__ import annotations

import re
import zipfile
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Invalid

_MB = 1_000_000
_SMALLER_PICTURES = _("Save it with smaller pictures.")
#: More files than that are no folder for visitors; to read their names takes a second.
_MOST_FILES = 5_000
# ISO 32000-1, 7.5.5: the last line is %%EOF. Servers and mail programs add a little behind it.
_END = b"%%EOF"
_LOOSE_ENDS = 4096
#: Of an Office file with a password only this name can be read (MS-OFFCRYPTO, 2.3.4.1).
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_PROGRAM = re.compile(r"\.(?:exe|msi|bat|cmd|ps1|vbs|js|jar|apk|dmg|scr|com|lnk)$", re.IGNORECASE)


@dataclass(frozen=True)
class AttachmentKind:
    """`marks` are words of `file_marks` for what such a file begins with; `limit` in bytes.

    `check` raises Invalid for a file that is not whole, or may not be published.
    """

    ending: str
    #: What visitors call it.
    name: str
    media_type: str
    marks: frozenset[str]
    limit: int
    check: Callable[[bytes, str], None]
    #: What an editor is told to do if it is too large.
    smaller: Message = _SMALLER_PICTURES


def _whole_pdf(raw: bytes, name: str) -> None:
    if _END not in raw.rstrip(b"\0\r\n ")[-_LOOSE_ENDS:]:
        raise _cut_off(name)


def _whole_zip(raw: bytes, name: str) -> list[str]:
    """Return the names of what is packed; nothing is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        raise _cut_off(name) from None
    if len(names) > _MOST_FILES:
        what = _("“{file}” holds more than {limit} files.", file=name, limit=_MOST_FILES)
        raise Invalid(what, _("Pack only what visitors need."))
    if any(_PROGRAM.search(one) for one in names):
        what = _("“{file}” holds a program.", file=name)
        raise Invalid(what, _("Take it out; link to the page of its maker instead."))
    return names


def _packed(raw: bytes, name: str) -> None:
    _whole_zip(raw, name)


def _office(part: str) -> Callable[[bytes, str], None]:
    """Of Microsoft's formats (ISO/IEC 29500-2): a folder that is packed, with such a part."""

    def check(raw: bytes, name: str) -> None:
        names = _whole_zip(raw, name)
        if not any(one.startswith(part) for one in names):
            raise _another(name)
        if any(one.endswith("vbaProject.bin") for one in names):
            what = _("“{file}” holds macros, which may do harm.", file=name)
            raise Invalid(what, _("Save it without macros, in the plain format of its kind."))

    return check


def _open_document(kind: str) -> Callable[[bytes, str], None]:
    """Of OpenDocument (ISO/IEC 26300-3, 3.3): the kind stands at the beginning of the file."""

    def check(raw: bytes, name: str) -> None:
        _whole_zip(raw, name)
        if f"mimetypeapplication/vnd.oasis.opendocument.{kind}".encode() not in raw[:200]:
            raise _another(name)

    return check


def _calendar(raw: bytes, name: str) -> None:
    """RFC 5545, 3.4: one or several calendars."""
    lines = [line.strip() for line in raw.removeprefix(BOM_UTF8).upper().splitlines()]
    begun, ended = (
        sorted(line.removeprefix(word) for line in lines if line.startswith(word))
        for word in (b"BEGIN:", b"END:")
    )
    if begun != ended or not raw.rstrip().upper().endswith(b"END:VCALENDAR"):
        raise _cut_off(name)


def _sound(raw: bytes, name: str) -> None:
    """MPEG audio begins with a tag (ID3v2.4, 3.1) or with a frame of layer III."""
    is_frame = len(raw) > 2 and raw[0] == 0xFF and raw[1] & 0xE6 == 0xE2
    if not raw.startswith(b"ID3") and not is_frame:
        raise _another(name)


KINDS = (
    AttachmentKind(".pdf", "PDF", "application/pdf", frozenset({"pdf"}), 20 * _MB, _whole_pdf),
    AttachmentKind(
        ".docx",
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        frozenset({"word"}),
        10 * _MB,
        _office("word/"),
    ),
    AttachmentKind(
        ".odt",
        "ODT",
        "application/vnd.oasis.opendocument.text",
        frozenset({"odt"}),
        10 * _MB,
        _open_document("text"),
    ),
    AttachmentKind(
        ".xlsx",
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        frozenset({"sheet"}),
        10 * _MB,
        _office("xl/"),
    ),
    AttachmentKind(
        ".ods",
        "ODS",
        "application/vnd.oasis.opendocument.spreadsheet",
        frozenset({"sheet"}),
        10 * _MB,
        _open_document("spreadsheet"),
    ),
    AttachmentKind(
        ".zip",
        "ZIP",
        "application/zip",
        # What is packed may look like a file of Office.
        frozenset({"zip", "word", "sheet", "slides", "odt", "epub", "iwork"}),
        20 * _MB,
        _packed,
        _("Pack only what visitors need, or link to each file."),
    ),
    AttachmentKind(
        ".ics",
        "ICS",
        "text/calendar",
        frozenset({"calendar"}),
        1 * _MB,
        _calendar,
        _("Export only the dates that visitors need."),
    ),
    AttachmentKind(
        ".mp3",
        "MP3",
        "audio/mpeg",
        frozenset({"audio"}),
        25 * _MB,
        _sound,
        _("Export it with 64 kbit per second, or put it on a platform and link to it."),
    ),
)
BY_ENDING = {kind.ending: kind for kind in KINDS}


def kind_of(name: str) -> AttachmentKind | None:
    """Return the kind of a file by its name, if it may be offered."""
    return BY_ENDING.get(PurePath(name).suffix.lower())


def has_password(raw: bytes) -> bool:
    """Whether bytes are those of an Office file that asks for a password."""
    return raw.startswith(b"\xd0\xcf\x11\xe0") and _WITH_PASSWORD in raw


def _cut_off(name: str) -> Invalid:
    what = _("The end of “{file}” is missing.", file=name)
    return Invalid(what, _("Copy or download it once more, and look whether it opens."))


def _another(name: str) -> Invalid:
    what = _("“{file}” is a file of another kind, whatever its name says.", file=name)
    remedy = _("Renaming is not enough: save or export it anew from its program.")
    return Invalid(what, remedy)
