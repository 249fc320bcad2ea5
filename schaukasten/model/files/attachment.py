"""A PDF that a page links to → its address, type and size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from schaukasten.language.messages import _
from schaukasten.model.files.file_marks import mark_of
from schaukasten.model.files.original import digest_of, read_again, read_small
from schaukasten.model.files.unfit_file import kind_by_name, refusal, refuse_misnamed
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.slug import slugify

#: Bytes.
MAX_BYTES = 20_000_000
SUFFIX = ".pdf"

# ISO 32000-1, 7.5.5: the last line is %%EOF. Servers and mail programs add a little behind it.
_END = b"%%EOF"
_LOOSE_ENDS = 4096
# ISO 32000-1, 7.5.5, table 15: the key of a document that is not for everybody.
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")


@dataclass(frozen=True)
class Attachment:
    """A file offered for download beside the page that names it; `size` in bytes."""

    path: Path
    address: str
    size: int
    digest: str
    #: Whether who reads it may need a password.
    locked: bool = False
    type: str = "PDF"

    def published(self) -> bytes:
        """Return what is published; raise Invalid if the file is no longer what it was."""
        return read_again(self.path, self.digest)


def open_attachment(path: Path, page_address: str) -> Attachment:
    """Check the file at `path`; raise Invalid unless it is a whole PDF of bearable size."""
    if path.suffix.lower() != SUFFIX:
        if kind := kind_by_name(path.name):
            raise refusal(kind, path.name)
        what = _("Files of the kind “{kind}” are not published.", kind=path.suffix)
        raise Invalid(what, _("Save the document as PDF and link to that."))
    raw = read_small(path, MAX_BYTES, _("Save it with smaller pictures."))
    _check(raw, path.name)
    folder = page_address if page_address.endswith("/") else "/"
    address = f"{folder}{slugify(path.stem) or 'datei'}{SUFFIX}"
    return Attachment(path, address, len(raw), digest_of(raw), bool(_ENCRYPTED.search(raw)))


def _check(raw: bytes, name: str) -> None:
    if mark_of(raw) != "pdf":
        refuse_misnamed(raw, name)
        what = _("“{file}” is not a PDF, whatever its name says.", file=name)
        raise Invalid(what, _("Save the document as PDF and link to that."))
    if _END not in raw.rstrip(b"\0\r\n ")[-_LOOSE_ENDS:]:
        what = _("The end of “{file}” is missing.", file=name)
        raise Invalid(what, _("Copy or download it once more, and look whether it opens."))
