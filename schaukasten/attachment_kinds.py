"""The kinds of files that a page may offer for download, as data: all else follows from them.

What is accepted, what links and messages call it, what a web server says that it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from schaukasten.language.messages import Message, _

_MB = 1_000_000
_SMALLER_PICTURES = _("Save it with smaller pictures.")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"


class Check(StrEnum):
    """What is looked at beyond the first bytes of a file."""

    PDF = "pdf"
    OFFICE = "office"
    OPEN_DOCUMENT = "open document"
    FOLDER = "folder"
    CALENDAR = "calendar"
    SOUND = "sound"


@dataclass(frozen=True)
class AttachmentKind:
    """`name` is what visitors read behind a link, `called` follows “this is”; `limit` in bytes."""

    ending: str
    name: str
    called: Message
    media_type: str
    #: The word of `file_marks` for what such a file begins with.
    mark: str
    check: Check
    limit: int
    #: What an editor is told to do if it is too large.
    smaller: Message = _SMALLER_PICTURES

    @property
    def has_pages(self) -> bool:
        """Whether a page of it could be shown as a picture."""
        return self.check not in (Check.FOLDER, Check.CALENDAR, Check.SOUND)


KINDS = (
    AttachmentKind(".pdf", "PDF", _("a PDF"), "application/pdf", "pdf", Check.PDF, 20 * _MB),
    AttachmentKind(
        ".docx",
        "DOCX",
        _("a Word file"),
        f"{_OFFICE}.wordprocessingml.document",
        "docx",
        Check.OFFICE,
        10 * _MB,
    ),
    AttachmentKind(
        ".odt",
        "ODT",
        _("a LibreOffice text"),
        f"{_OPEN}.text",
        "odt",
        Check.OPEN_DOCUMENT,
        10 * _MB,
    ),
    AttachmentKind(
        ".xlsx",
        "XLSX",
        _("an Excel file"),
        f"{_OFFICE}.spreadsheetml.sheet",
        "xlsx",
        Check.OFFICE,
        10 * _MB,
    ),
    AttachmentKind(
        ".ods",
        "ODS",
        _("a LibreOffice spreadsheet"),
        f"{_OPEN}.spreadsheet",
        "ods",
        Check.OPEN_DOCUMENT,
        10 * _MB,
    ),
    AttachmentKind(
        ".zip",
        "ZIP",
        _("a packed folder"),
        "application/zip",
        "zip",
        Check.FOLDER,
        20 * _MB,
        _("Pack only what visitors need, or link to each file."),
    ),
    AttachmentKind(
        ".ics",
        "ICS",
        _("a calendar file"),
        "text/calendar",
        "calendar",
        Check.CALENDAR,
        1 * _MB,
        _("Export only the dates that visitors need."),
    ),
    AttachmentKind(
        ".mp3",
        "MP3",
        _("a sound recording as MP3"),
        "audio/mpeg",
        "mp3",
        Check.SOUND,
        25 * _MB,
        _("Export it with 64 kbit per second, or put it on a platform and link to it."),
    ),
)
BY_ENDING = {kind.ending: kind for kind in KINDS}
BY_MARK = {kind.mark: kind for kind in KINDS}


def kind_of(name: str) -> AttachmentKind | None:
    """Return the kind of a file by its name, if it may be offered."""
    return BY_ENDING.get(PurePath(name).suffix.lower())
