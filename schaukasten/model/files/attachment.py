"""A PDF that a page links to → its address, type and size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.slug import slugify
from schaukasten.model.reading.source import read_bytes

#: Bytes.
MAX_BYTES = 20_000_000
SUFFIX = ".pdf"


@dataclass(frozen=True)
class Attachment:
    """A file offered for download beside the page that names it; `size` in bytes."""

    path: Path
    address: str
    size: int
    type: str = "PDF"


def open_attachment(path: Path, page_address: str) -> Attachment:
    """Check the file at `path`; raise Invalid unless it is a PDF of bearable size."""
    if path.suffix.lower() != SUFFIX:
        what = _("Files of the kind “{kind}” are not published.", kind=path.suffix)
        raise Invalid(what, _("Save the document as PDF and link to that."))
    size = path.stat().st_size
    if size > MAX_BYTES:
        what = _("“{file}” is larger than {limit} MB.", file=path.name, limit=MAX_BYTES // 10**6)
        raise Invalid(what, _("Save it with smaller pictures."))
    # ISO 32000-1, 7.5.2: a PDF begins with its version.
    if not read_bytes(path).startswith(b"%PDF-"):
        what = _("“{file}” is not a PDF, whatever its name says.", file=path.name)
        raise Invalid(what, _("Save the document as PDF and link to that."))
    folder = page_address if page_address.endswith("/") else "/"
    return Attachment(path, f"{folder}{slugify(path.stem) or 'datei'}{SUFFIX}", size)
