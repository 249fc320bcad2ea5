"""What a page's link or picture names → where that will be on the site, or why it cannot be."""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from schaukasten.language.messages import Message, _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.attachment import Attachment, open_attachment
from schaukasten.model.files.measured import Measured
from schaukasten.model.files.picture import Picture, open_picture
from schaukasten.model.files.picture_folder import pictures_in
from schaukasten.model.files.picture_formats import FORMATS
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.files.unfit_file import link_target
from schaukasten.model.reading.located import Missing, locate
from schaukasten.model.reading.problem import MEND_FIRST, Invalid, Place
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.text.typed_references import PELICAN_PREFIX, SCHEMES, check, only_own, split


@dataclass(frozen=True)
class Away:
    """An address that the site has on other days, or once its file is mended: no link today."""

    address: str


@dataclass
class References:
    """Everything that can be referred to; remembers the pictures it has opened."""

    content: Path
    documents: Mapping[str, Document]
    #: Every address of the site, generated lists included.
    addresses: frozenset[str]
    #: Those that there are on other days only, too.
    ever: Collection[str]
    drafts: bool
    #: The files that had errors, of which pages are missing.
    unread: Collection[str] = frozenset()
    #: Pictures that were decoded before, by their digest and kind.
    measured: dict[tuple[str, str], Measured] = field(default_factory=dict)
    #: The regular files that were met below `content`, as seen from it.
    files: Collection[str] = frozenset()
    _pictures: dict[Path, Picture] = field(default_factory=dict)

    def link(self, document: Document, href: str) -> str | Attachment | Away:
        """Return the address, or the attachment, that `href` in a document leads to."""
        parts = split(href)
        if parts.scheme or parts.netloc:
            if parts.scheme.lower() in SCHEMES:
                check(parts, href)
                return href
            what = _("Links of the kind “{scheme}:” are not allowed.", scheme=parts.scheme or "//")
            raise Invalid(what, _("Link to a page of this site, or to an address with https://."))
        if not parts.path:
            return href
        if parts.path.lower().startswith("www."):
            what = _("“{value}” is not a web address.", value=href)
            raise Invalid(
                what,
                _("Write it with https:// at its beginning: {example}", example=f"https://{href}"),
            )
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        query = f"?{parts.query}" if parts.query else ""
        path = unquote(parts.path)
        if path in self.addresses:
            return path + query + fragment
        if path in self.ever:
            return Away(path + query + fragment)
        match PurePosixPath(path).suffix.lower():
            case ".md":
                return self._page(document, path, fragment)
            case suffix if suffix in FORMATS:
                what = _("A link to a picture file cannot work: originals are not published.")
                shown = link_target(path)
                raise Invalid(
                    what, _("Show the picture: ![what is to be seen]({file})", file=shown)
                )
            case "" | ".html":
                self._refuse_hash(document, f"{path}{unquote(fragment)}")
                what = _("The site has no page with the address “{address}”.", address=path)
                raise Invalid(what, self._suggestion(document, path, self._sources_by_address()))
        return self._attachment(document, path)

    def picture(self, document: Document, note: PictureNote, place: Place | Loc) -> Picture:
        """Return the decoded picture that the document names at a place; raises Invalid."""
        return self.picture_in(document.source.parent, note, place)

    def picture_in(self, folder: PurePosixPath, note: PictureNote, place: Place | Loc) -> Picture:
        """Return the decoded picture that a note names, seen from a folder of `content/`."""
        only_own(note.file)
        reference = PELICAN_PREFIX.sub("", unquote(note.file))
        path = self._located(folder, reference)
        if path not in self._pictures:
            self._pictures[path] = open_picture(path, note, self.measured)
        return replace(self._pictures[path], note=note, place=place)

    def folder(self, document: Document, reference: str) -> list[str]:
        """Return the names of the pictures in a folder; raises Invalid."""
        return pictures_in(self.files, document.source.parent, unquote(reference))

    def _refuse_hash(self, document: Document, name: str) -> None:
        """Raise Invalid where the name of a file has a “#”, which means another thing there."""
        if "#" in name and (self.content / document.source.parent / name.lstrip("/")).is_file():
            what = _("The name of the file “{file}” has a “#” in it, so no link leads there.",
                     file=name)  # fmt: skip
            raise Invalid(what, _("Rename it: {name}", name=name.replace("#", "-")))

    def _suggestion(self, document: Document, wrong: str, sources: Mapping[str, str]) -> Message:
        """Name the file that was meant: `sources` maps what may have been typed to files."""
        close = difflib.get_close_matches(wrong, sources, n=1, cutoff=0.8)
        if not close and self.unread:
            return MEND_FIRST
        if not close:
            return _("Correct it, make that page first, or take the link out.")
        folder = str(document.source.parent)
        return _(
            "Did you mean “{key}”?",
            key=os.path.relpath(sources[close[0]], folder).replace(os.sep, "/"),
        )

    def _sources_by_address(self) -> dict[str, str]:
        pairs = self.documents.items()
        former = {one.former: source for source, one in pairs if one.former}
        aliases = {alias: source for source, one in pairs for alias in one.item.aliases}
        return former | {one.address: source for source, one in pairs} | aliases

    def _page(self, document: Document, reference: str, fragment: str) -> str | Away:
        try:
            path = self._located(document.source.parent, reference)
        except Missing as missing:
            wrong = os.path.normpath(document.source.parent / reference.lstrip("/"))
            if reference.startswith("/"):
                wrong = reference.lstrip("/")
            remedy = self._suggestion(
                document, wrong, {source: source for source in self.documents}
            )
            raise Invalid(missing.what, remedy) from None
        source = path.relative_to(self.content).as_posix()
        if source in self.unread:
            # Told there; once more for each link to it, that would be lost among these.
            return Away(f"/{source}{fragment}")
        target = self.documents.get(source)
        if target is None:
            what = _("“{file}” is not a page of this site.", file=source)
            raise Invalid(what, _("Link to a page, or take the link out."))
        address = target.address + fragment
        if target.published or self.drafts:
            return address
        if target.address in self.ever:
            return Away(address)
        # Said before the page with the link appears, too: on that day nobody may be there.
        if document.published or document.planned:
            what = _("“{file}” is not published.", file=source)
            raise Invalid(what, _("Take the link out, or publish that page."))
        return address

    def _attachment(self, document: Document, reference: str) -> Attachment:
        found = open_attachment(self._located(document.source.parent, reference), document.address)
        if found.address in self.addresses or found.address in self.ever:
            what = _("“{file}” would stand where the site has a file of its own.", file=reference)
            raise Invalid(what, _("Give it another name."))
        return found

    def _located(self, folder: PurePosixPath, reference: str) -> Path:
        """Return what `locate` does; it need not look for a file that was met already."""
        seen_from = "" if reference.startswith("/") else f"{folder}/"
        name = os.path.normpath(f"{seen_from}{reference.lstrip('/')}").replace(os.sep, "/")
        if name in self.files and "\\" not in reference:
            return self.content / name
        return locate(self.content, folder, reference)
