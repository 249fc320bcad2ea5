"""A file that a page links to → its address, type and size; see `attachment_kinds`."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path

from schaukasten.language.messages import _
from schaukasten.model.files.attachment_kinds import KINDS, has_password, kind_of
from schaukasten.model.files.file_marks import mark_of
from schaukasten.model.files.original import digest_of, read_again, read_small
from schaukasten.model.files.unfit_file import kind_by_name, refusal, refuse_misnamed
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.slug import slugify

# ISO 32000-1, 7.5.5, table 15: the key of a document that is not for everybody.
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
#: Of a text that somebody has commented on (ISO/IEC 29500-1, 11.3.2).
_COMMENTS = b"word/comments.xml"


@dataclass(frozen=True)
class Attachment:
    """A file offered for download beside the page that names it; `size` in bytes."""

    path: Path
    address: str
    size: int
    digest: str
    #: Whether who reads it may need a password.
    locked: bool = False
    #: Whether it holds comments, which visitors could read.
    commented: bool = False
    type: str = "PDF"

    @property
    def is_sound(self) -> bool:
        return self.type == "MP3"

    def published(self) -> bytes:
        """Return what is published; raise Invalid if the file is no longer what it was."""
        return read_again(self.path, self.digest)


def open_attachment(path: Path, page_address: str) -> Attachment:
    """Check the file at `path`; raise Invalid unless it is whole, and of a kind that is offered."""
    kind = kind_of(path.name)
    unfit = kind_by_name(path.name)
    # What Office leaves behind has the ending of what was open.
    if unfit and (kind is None or path.name.startswith("~$")):
        raise refusal(unfit, path.name)
    if kind is None:
        what = _("Files of the kind “{kind}” are not published.", kind=path.suffix)
        names = ", ".join(one.name for one in KINDS)
        raise Invalid(
            what, _("Save it as one of these, best as PDF, and link to that: {names}", names=names)
        )
    raw = read_small(path, kind.limit, kind.smaller)
    if has_password(raw):
        what = _("“{file}” asks for a password.", file=path.name)
        raise Invalid(what, _("Save it without a password."))
    if mark_of(raw.removeprefix(BOM_UTF8)) not in kind.marks:
        refuse_misnamed(raw, path.name)
        what = _("“{file}” is no {kind}, whatever its name says.", file=path.name, kind=kind.name)
        raise Invalid(what, _("Save or export it anew from its program; renaming is not enough."))
    kind.check(raw, path.name)
    folder = page_address if page_address.endswith("/") else "/"
    address = f"{folder}{slugify(path.stem) or 'datei'}{kind.ending}"
    locked = kind.ending == ".pdf" and bool(_ENCRYPTED.search(raw))
    commented = kind.ending == ".docx" and _COMMENTS in raw
    return Attachment(path, address, len(raw), digest_of(raw), locked, commented, kind.name)
