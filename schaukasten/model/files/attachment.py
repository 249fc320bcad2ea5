"""A file that a page links to → its address, type and size; see `attachment_kinds`."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path

from schaukasten.attachment_kinds import KINDS, Check, kind_of
from schaukasten.language.messages import _
from schaukasten.model.files.attachment_checks import Tells, examine, refuse_locked
from schaukasten.model.files.file_marks import mark_of
from schaukasten.model.files.original import digest_of, read_again, read_small
from schaukasten.model.files.unfit_file import kind_by_name, refusal, refuse_misnamed
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.slug import slugify


@dataclass(frozen=True)
class Attachment:
    """A file offered for download beside the page that names it; `size` in bytes."""

    path: Path
    address: str
    size: int
    digest: str
    tells: frozenset[Tells] = frozenset()
    type: str = "PDF"

    @property
    def is_sound(self) -> bool:
        """Whether a browser can play it in the page."""
        kind = kind_of(self.path.name)
        return kind is not None and kind.check is Check.SOUND

    def published(self) -> bytes:
        """Return what is published; raise Invalid if the file is no longer what it was."""
        return read_again(self.path, self.digest)


def open_attachment(path: Path, page_address: str) -> Attachment:
    """Check the file at `path`; raise Invalid unless it is whole, and of a kind that is offered."""
    if unfit := kind_by_name(path.name):
        raise refusal(unfit, path.name)
    kind = kind_of(path.name)
    if kind is None:
        what = _("Files of the kind “{kind}” are not published.", kind=path.suffix)
        names = ", ".join(one.name for one in KINDS)
        raise Invalid(
            what, _("Save it as one of these, best as PDF, and link to that: {names}", names=names)
        )
    raw = read_small(path, kind.limit, kind.smaller)
    refuse_locked(raw, path.name)
    if mark_of(raw.removeprefix(BOM_UTF8)) != kind.mark:
        refuse_misnamed(raw, path.name)
        what = _("“{file}” is no {kind}, whatever its name says.", file=path.name, kind=kind.name)
        raise Invalid(what, _("Save or export it anew from its program; renaming is not enough."))
    tells = examine(raw, path.name, kind)
    folder = page_address if page_address.endswith("/") else "/"
    address = f"{folder}{slugify(path.stem) or 'datei'}{kind.ending}"
    return Attachment(path, address, len(raw), digest_of(raw), tells, kind.name)
