"""The bytes of a file that a page offers → what visitors could learn from it, or why it is none."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from enum import StrEnum

from schaukasten.attachment_kinds import AttachmentKind, Check
from schaukasten.language.messages import _
from schaukasten.model.files.package import CutOff, Package, TooMany
from schaukasten.model.files.sound_file import end_of_tags, has_sound
from schaukasten.model.reading.problem import Invalid

# ISO 32000-1, 7.5.5: the last line is %%EOF. Servers and mail programs add a little behind it.
_END = b"%%EOF"
_LOOSE_ENDS = 4096
# ISO 32000-1, 7.5.5, table 15: the key of a document that is not for everybody.
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
#: Of an Office file with a password only this name can be read (MS-OFFCRYPTO, 2.3.4.1).
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0"
# ISO/IEC 29500-1, 17.13: what was put in, taken out, moved or noted, and 18.2.19: sheets.
_CHANGES = re.compile(rb"<w:(?:ins|del|moveFrom)\s")
_NOTE = re.compile(rb"<w:comment\s")
_HIDDEN = re.compile(rb"<sheet\s[^>]*\bstate=\"(?:very)?[Hh]idden\"")
# ISO/IEC 26300-1, 5.5.1, 14.1 and 20.284: the same of OpenDocument.
_OPEN_CHANGES = re.compile(rb"<text:changed-region\b")
_OPEN_NOTE = re.compile(rb"<office:annotation\s")
_OPEN_HIDDEN = re.compile(rb"table:display=\"false\"")
_PROGRAM = re.compile(
    r"\.(?:exe|msi|bat|cmd|ps1|vbs|js|jar|apk|dmg|scr|com|lnk|docm|xlsm)$", re.IGNORECASE
)
_PHOTOGRAPH = re.compile(r"\.(?:jpe?g|hei[cf]|dng|tiff?)$", re.IGNORECASE)
_FOLDED = re.compile(rb"\r?\n[ \t]")
_GUEST = re.compile(rb"^ATTENDEE\b", re.MULTILINE | re.IGNORECASE)
_ENTRY = re.compile(rb"^BEGIN:(?:VEVENT|VTODO|VJOURNAL|VFREEBUSY)\b", re.MULTILINE | re.IGNORECASE)


class Tells(StrEnum):
    """What a file tells who downloads it, beyond what its author may know."""

    LOCK = "lock"
    COMMENTS = "comments"
    CHANGES = "changes"
    HIDDEN_SHEETS = "hidden sheets"
    PROGRAMS = "programs"
    PHOTOGRAPHS = "photographs"
    GUESTS = "guests"


def refuse_locked(raw: bytes, name: str) -> None:
    """Raise Invalid for an Office file with a password, which begins as no other of its kind."""
    if raw.startswith(_OLE) and _WITH_PASSWORD in raw:
        raise _locked(name)


def examine(raw: bytes, name: str, kind: AttachmentKind) -> frozenset[Tells]:
    """Return what a file tells; raise Invalid unless it is whole, and harmless as far as seen."""
    match kind.check:
        case Check.PDF:
            return _pdf(raw, name)
        case Check.OFFICE:
            return _office(_opened(raw, name), name)
        case Check.OPEN_DOCUMENT:
            return _open_document(_opened(raw, name), name)
        case Check.FOLDER:
            return _folder(_opened(raw, name), name)
        case Check.CALENDAR:
            return _calendar(raw.removeprefix(BOM_UTF8), name)
        case Check.SOUND:
            return _sound(raw, name)


def _pdf(raw: bytes, name: str) -> frozenset[Tells]:
    if _END not in raw.rstrip(b"\0\r\n ")[-_LOOSE_ENDS:]:
        raise _cut_off(name)
    return _told({Tells.LOCK: bool(_ENCRYPTED.search(raw))})


def _opened(raw: bytes, name: str) -> Package:
    try:
        package = Package(raw)
    except CutOff:
        raise _cut_off(name) from None
    except TooMany:
        what = _("“{file}” holds so many files that nobody would find one.", file=name)
        raise Invalid(what, _("Pack only what visitors need.")) from None
    if package.locked:
        raise _locked(name)
    return package


def _office(package: Package, name: str) -> frozenset[Tells]:
    if any(one.endswith("vbaProject.bin") for one in package.names):
        raise _with_macros(name)
    notes = ("xl/comments", "xl/threadedComments/")
    return _told(
        {
            Tells.COMMENTS: bool(_NOTE.search(package.part("word/comments.xml")))
            or any(map(package.holds, notes)),
            Tells.CHANGES: bool(_CHANGES.search(package.part("word/document.xml"))),
            Tells.HIDDEN_SHEETS: bool(_HIDDEN.search(package.part("xl/workbook.xml"))),
        }
    )


def _open_document(package: Package, name: str) -> frozenset[Tells]:
    # ISO/IEC 26300-3, 3.4: each part is encrypted by itself, and this one says so.
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise _locked(name)
    if package.holds("Basic/") or package.holds("Scripts/"):
        raise _with_macros(name)
    content = package.part("content.xml")
    return _told(
        {
            Tells.COMMENTS: bool(_OPEN_NOTE.search(content)),
            Tells.CHANGES: bool(_OPEN_CHANGES.search(content)),
            Tells.HIDDEN_SHEETS: bool(_OPEN_HIDDEN.search(content)),
        }
    )


def _folder(package: Package, name: str) -> frozenset[Tells]:
    if all(one.endswith("/") for one in package.names):
        what = _("“{file}” is empty.", file=name)
        raise Invalid(what, _("Pack it anew, and look what is in it before you add it."))
    return _told(
        {
            Tells.PROGRAMS: any(map(_PROGRAM.search, package.names)),
            Tells.PHOTOGRAPHS: any(map(_PHOTOGRAPH.search, package.names)),
        }
    )


def _calendar(raw: bytes, name: str) -> frozenset[Tells]:
    """RFC 5545, 3.1 and 3.4: one or several calendars, in UTF-8."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        what = _("The letters of “{file}” are stored in a way that garbles umlauts.", file=name)
        remedy = _("Export it anew from the calendar, as iCalendar (ics) in UTF-8.")
        raise Invalid(what, remedy) from None
    unfolded = _FOLDED.sub(b"", raw)
    lines = [line.strip() for line in unfolded.upper().splitlines()]
    begun, ended = (
        sorted(line.removeprefix(word) for line in lines if line.startswith(word))
        for word in (b"BEGIN:", b"END:")
    )
    if begun != ended or not raw.rstrip().upper().endswith(b"END:VCALENDAR"):
        raise _cut_off(name)
    if not _ENTRY.search(unfolded):
        what = _("There is no date in “{file}”.", file=name)
        raise Invalid(what, _("Export it anew from the calendar, with the dates in question."))
    return _told({Tells.GUESTS: bool(_GUEST.search(unfolded))})


def _sound(raw: bytes, name: str) -> frozenset[Tells]:
    if end_of_tags(raw) >= len(raw):
        raise _cut_off(name)
    if not has_sound(raw):
        what = _("“{file}” is no {kind}, whatever its name says.", file=name, kind="MP3")
        raise Invalid(what, _("Save or export it anew from its program; renaming is not enough."))
    return frozenset()


def _told(found: dict[Tells, bool]) -> frozenset[Tells]:
    return frozenset(one for one, is_so in found.items() if is_so)


def _cut_off(name: str) -> Invalid:
    what = _("The end of “{file}” is missing.", file=name)
    return Invalid(what, _("Copy or download it once more, and look whether it opens."))


def _locked(name: str) -> Invalid:
    what = _("“{file}” asks for a password.", file=name)
    return Invalid(what, _("Save it without a password."))


def _with_macros(name: str) -> Invalid:
    what = _("“{file}” holds macros, which may do harm.", file=name)
    return Invalid(what, _("Save it without macros, in the plain format of its kind."))
