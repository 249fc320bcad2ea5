"""The sanitised HTML of a text → the same as part of a page, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from pydantic import ValidationError

from schaukasten.language.messages import Gettext, _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.problem import Invalid, Place, Problem, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.text.asked import Asked
from schaukasten.model.text.calls import call
from schaukasten.model.text.cards import cards
from schaukasten.model.text.downloads import offer
from schaukasten.model.text.figures import quotations, show, tables, tasks
from schaukasten.model.text.headings import headings_of, put_below
from schaukasten.model.text.html_tree import inner_html, inside_of, tree, unlink
from schaukasten.model.text.meant import not_yet_a_link
from schaukasten.model.text.own_words import name_own_words
from schaukasten.model.text.passage import Passage
from schaukasten.model.text.places import PLACE, Rows, read_place
from schaukasten.model.text.questions import fold
from schaukasten.model.text.references import Away, References
from schaukasten.model.text.removals import NO_LINK, NO_PICTURE, without_words
from schaukasten.model.text.rendering import Heading, Link
from schaukasten.model.text.typed_references import only_own, plain_name
from schaukasten.model.text.typography import typeset_tree

_FOOTNOTE = {"footnote-ref", "footnote-backref"}


@dataclass
class Body:
    """A passage of a document on its way to the page; the lists collect what is met on it."""

    document: Document
    passage: Passage
    references: References | Asked
    language: str
    country: str
    gettext: Gettext
    problems: list[Problem] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    prose: dict[int, str] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    #: The questions that are answered, each with its place in the file.
    asked: list[tuple[str, Place]] = field(default_factory=list)

    def refuse(self, place: Place | int, invalid: Invalid) -> None:
        """Report an error at a place of the text, which counts its lines from 0."""
        self.tell(place, Severity.ERROR, invalid)

    def tell(self, place: Place | int, severity: Severity, invalid: Invalid) -> None:
        """Report a problem at a place of the text, which counts its lines from 0."""
        found = self.passage.place(Place(place) if isinstance(place, int) else place)
        self.problems.append(self.document.problem(found, severity, invalid.what, invalid.remedy))

    def finish(self, html: str, paragraphs: Iterable[Rows]) -> str:
        """Return the HTML as part of a page, without the places in it."""
        for rows in paragraphs:
            for number, row in enumerate(rows.said):
                line = self.passage.place(Place(rows.first + number)).line
                self.prose[line] = f"{self.prose.get(line, '')} {row}".strip()
        if not html.strip():
            return ""
        root = tree(html)
        self._note_headings(root)
        call(root, self.country)
        typeset_tree(root, self.document.item.lang or self.language)
        put_below(1, root)
        for typed, invalid in fold(root):
            self.tell(read_place(typed.get(PLACE)), Severity.WARNING, invalid)
        self._links(root)
        cards(root, self.gettext)
        self._pictures(root)
        name_own_words(root, self.document.item.lang, self.language)
        quotations(root)
        tables(root, self.gettext("Table"))
        tasks(root, self.gettext("done"), self.gettext("not done yet"))
        for element in root.iter():
            element.attrib.pop(PLACE, None)
        return inner_html(root)

    def _note_headings(self, root: HtmlElement) -> None:
        """Remember what was typed, before anything is set or moved."""
        for one in headings_of(root):
            place = self.passage.place(read_place(one.get(PLACE)))
            self.headings.append(Heading(int(one.tag[1]), one.text_content().strip(), place))

    def _links(self, root: HtmlElement) -> None:
        away: list[HtmlElement] = []
        for link in root.iter("a"):
            href = link.get("href")
            if not href:
                place = read_place(link.attrib.pop(PLACE, None))
                line = self.passage.place(place).line
                # Where it was removed, that was told already; an anchor has a name and no target.
                if not link.get("id") and line not in {one.line for one in self.problems}:
                    self.refuse(place, NO_LINK)
                continue
            place = read_place(link.attrib.pop(PLACE, None))
            try:
                target = self.references.link(self.document, href)
            except Invalid as invalid:
                self.refuse(place, not_yet_a_link(inside_of(link), href, self.country) or invalid)
                continue
            text = " ".join(
                [link.text_content(), *(self._alternative(one) for one in link.iter("img"))]
            )
            # Of a picture without words and without a note more is told at the picture.
            if not text.strip() and all(map(self._note_of, link.iter("img"))):
                self.refuse(place, without_words(href))
            if isinstance(target, Away):
                link.set("href", target.address)
                away.append(link)
            elif isinstance(target, Attachment):
                self._attach(link, target, place)
            else:
                link.set("href", target)
            if link.get("class") in _FOOTNOTE:
                # Both ends are made by Markdown.
                if "title" in link.attrib:
                    link.set("aria-label", link.attrib.pop("title"))
                continue
            address = link.get("href")
            if address.startswith("#"):
                address = self.document.address + address
            self.links.append(Link(text, address, self.passage.place(place)))
        for link in away:
            unlink(link)

    def _attach(self, link: HtmlElement, attachment: Attachment, place: Place) -> None:
        for other in self.attachments:
            if other.address == attachment.address and other.path != attachment.path:
                address = attachment.address
                what = _("Two files of this page would get “{address}”.", address=address)
                self.refuse(place, Invalid(what, _("Give one of them another name.")))
        self.attachments.append(attachment)
        fragment = urlsplit(link.get("href")).fragment
        link.set("href", attachment.address + (f"#{fragment}" if fragment else ""))
        link.set("class", "attachment")
        offer(link, attachment, self.language)

    @cached_property
    def _notes(self) -> dict[str, tuple[PictureNote, Place | Loc]]:
        notes = self.document.item.picture_notes
        return {plain_name(note.file): (note, place) for place, note in notes}

    def _alternative(self, image: HtmlElement) -> str:
        """Return what is said of a picture, where it stands or in its notes."""
        noted = self._note_of(image)
        return image.get("alt") or (noted[0].alt if noted else "") or ""

    def _note_of(self, image: HtmlElement) -> tuple[PictureNote, Place | Loc] | None:
        return self._notes.get(plain_name(image.get("src", "")))

    def _pictures(self, root: HtmlElement) -> None:
        for image in list(root.iter("img")):
            src = image.attrib.pop("src", None)  # refused, it must ask no host for anything
            if not src:
                if src is not None:
                    self.refuse(read_place(image.get(PLACE)), NO_PICTURE)
                continue
            where = read_place(image.get(PLACE))
            try:
                only_own(src)
                note, place = self._notes.get(plain_name(src)) or (
                    PictureNote.model_validate(
                        {"file": src, "alt": image.get("alt", "").strip() or None}
                    ),
                    self.passage.place(where),
                )
                picture = self.references.picture(self.document, note, place)
            except ValidationError as error:
                # In a text the alternative stands in the brackets, not in a line "alt".
                remedy = _(
                    "Add the picture to “pictures:” at the top of the file, "
                    "with file, alt, credit and people."
                )
                for fault in error.errors():
                    self.refuse(where, Invalid(fault["ctx"]["error"].what, remedy))
                continue
            except Invalid as invalid:
                self.refuse(where, invalid)
                continue
            self.pictures.append(picture)
            show(image, picture, self.gettext("Download the picture"))
