"""The name and the bytes of a file that is not shown as it is → what it is, and what to do."""

from __future__ import annotations

from pathlib import PurePath

from schaukasten.attachment_kinds import BY_MARK
from schaukasten.language.messages import Message, _
from schaukasten.model.files.file_kinds import KINDS, FileKind
from schaukasten.model.files.file_marks import mark_of, picture_format
from schaukasten.model.reading.problem import Invalid

_BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings.split()}
_BY_MARK = {mark: kind for kind in KINDS for mark in kind.marks.split()}
_ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "SVG": ".svg"}


def kind_by_name(name: str) -> FileKind | None:
    """Return the kind of a file by its name."""
    # Office leaves “~$Antrag.docx” beside a file that is open, LibreOffice “.~lock.…#”.
    if name.startswith("~$") or name.endswith(("~", "#")):
        return _BY_MARK["lock"]
    # Windows hides what stands behind the last dot: “index.md.txt” looks right there.
    if name.lower().endswith((".md.txt", ".yaml.txt")):
        return _BY_MARK["twice"]
    ending = PurePath(name).suffix.lower().removeprefix(".")
    return _BY_ENDING.get(ending) or _BY_ENDING.get(name.lower())


def kind_by_bytes(raw: bytes) -> FileKind | None:
    """Return the kind of a file by what it holds; None for pictures that are shown as they are."""
    return _BY_MARK.get(mark_of(raw))


def refusal(kind: FileKind, name: str) -> Invalid:
    """Say what a file is, and what to do with that kind."""
    return Invalid(
        _("“{file}” is {kind}; that is not published.", file=name, kind=kind.name),
        remedy_for(kind, name),
    )


def remedy_for(kind: FileKind, name: str) -> Message:
    stem = PurePath(name).stem
    values = {
        "link": f"[{stem}]({link_target(stem + '.pdf')})",
        "photo": f"{stem}.jpg",
        "poster": link_target(stem + ".jpg"),
        "sound": f"[{stem}]({link_target(stem + '.mp3')})",
        "stem": stem,
    }
    return Message(kind.remedy.msgid, tuple(values.items()))


def refuse_misnamed(raw: bytes, name: str) -> None:
    """Raise Invalid for a file that is empty, or whose bytes are those of another kind."""
    if not raw.strip(b"\0"):
        what = _("“{file}” is empty.", file=name)
        raise Invalid(what, _("Copy it once more, and look whether it opens before you add it."))
    format = picture_format(raw)
    if format is not None:
        what = _("“{file}” is really a {format} file.", file=name, format=format)
        example = PurePath(name).stem + _ENDINGS[format]
        raise Invalid(what, _("Rename it, here too: {example}", example=example))
    if offered := BY_MARK.get(mark_of(raw)):
        what = _("“{file}” is really {kind}.", file=name, kind=offered.called)
        link = link_to(PurePath(name).stem + offered.ending)
        raise Invalid(what, _("Rename it, and link to it: {link}", link=link))
    kind = kind_by_bytes(raw)
    if kind is not None:
        what = _("“{file}” is really {kind}.", file=name, kind=kind.name)
        raise Invalid(what, remedy_for(kind, name))


def link_to(name: str) -> str:
    """Return a link to a file, as it is typed."""
    return f"[{PurePath(name).stem}]({link_target(name)})"


def link_target(name: str) -> str:
    """Return the name as it stands in the round brackets of a link.

    A destination with blanks or brackets stands in angle brackets (CommonMark 6.3).
    """
    return f"<{name}>" if any(sign in name for sign in " ()") else name
