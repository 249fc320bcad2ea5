"""The sanitised HTML of a text → the same as part of a page, and what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, repeat
from urllib.parse import urlsplit

from babel.numbers import format_decimal
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, SPAN
from pydantic import ValidationError

from schaukasten.language.messages import Gettext, _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture, PictureNote
from schaukasten.model.reading.problem import Invalid, Problem
from schaukasten.model.reading.yaml_text import Loc
from schaukasten.model.text.figures import quotations, show, tables
from schaukasten.model.text.html_tree import append_text, inner_html, tree, unlink
from schaukasten.model.text.locator import Locator
from schaukasten.model.text.references import Away, References, plain_name
from schaukasten.model.text.rendering import Heading, Link
from schaukasten.model.text.typography import Typography

NO_LINK = Invalid(
    _("This link leads nowhere, or to something that is not allowed."),
    _("Write it like this: [text](../seiten/kontakt.md)"),
)
NO_PICTURE = Invalid(
    _("This picture has no file, or none that may be shown."),
    _("Write it like this: ![what is to be seen](picture.jpg)"),
)


_FOOTNOTE = {"footnote-ref", "footnote-backref"}


@dataclass
class Body:
    """One document's HTML on its way to the page; the lists collect what is met on it."""

    document: Document
    references: References
    language: str
    gettext: Gettext
    problems: list[Problem] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    prose: str = ""
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _locator: Locator = field(init=False)

    def __post_init__(self) -> None:
        self._locator = Locator(self.document.markdown, self.document.body_line)

    def refuse(self, source: str, invalid: Invalid) -> None:
        """Report an error on the line of the Markdown where `source` stands."""
        self.refuse_at(self._locator.line_of(source), invalid)

    def refuse_at(self, line: int, invalid: Invalid) -> None:
        self.problems.append(self.document.error(line, invalid))

    def finish(self, html: str) -> str:
        if not html.strip():
            return ""
        root = tree(html)
        self._note_headings(root)
        Typography(self.document.item.lang or self.language).apply(root)
        self._headings(root)
        self._links(root)
        self._pictures(root)
        quotations(root)
        tables(root, self.gettext("Table"))
        return inner_html(root)

    def _headings(self, root: HtmlElement) -> None:
        """Let the highest heading be h2, below the page's title (WCAG 2.2, 1.3.1)."""
        headings = headings_of(root)
        highest = min((int(heading.tag[1]) for heading in headings), default=2)
        for heading in headings:
            heading.tag = f"h{min(int(heading.tag[1]) - highest + 2, 6)}"

    def _note_headings(self, root: HtmlElement) -> None:
        """Remember what was typed, before anything is set or moved."""
        self.prose = self._locator.without_code
        lines = chain(self._locator.heading_lines(), repeat(self.document.body_line))
        self.headings = [
            Heading(int(heading.tag[1]), heading.text_content().strip(), line)
            for heading, line in zip(headings_of(root), lines, strict=False)
        ]

    def _links(self, root: HtmlElement) -> None:
        away: list[HtmlElement] = []
        for link in root.iter("a"):
            href = link.get("href")
            if not href:
                # Without the attribute it was removed, and reported where that was found.
                if href is not None:
                    self.refuse(f"[{link.text_content()}]", NO_LINK)
                continue
            line = self._locator.line_of(href)
            try:
                target = self.references.link(self.document, href)
            except Invalid as invalid:
                self.refuse_at(line, invalid)
                continue
            text = " ".join(
                [link.text_content(), *(one.get("alt", "") for one in link.iter("img"))]
            )
            if isinstance(target, Away):
                link.set("href", target.address)
                away.append(link)
            elif isinstance(target, Attachment):
                self._attach(link, target, line)
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
            self.links.append(Link(text, address, line))
        for link in away:
            unlink(link)

    def _attach(self, link: HtmlElement, attachment: Attachment, line: int) -> None:
        for other in self.attachments:
            if other.address == attachment.address and other.path != attachment.path:
                address = attachment.address
                what = _("Two files of this page would get “{address}”.", address=address)
                self.refuse_at(line, Invalid(what, _("Give one of them another name.")))
        self.attachments.append(attachment)
        fragment = urlsplit(link.get("href")).fragment
        link.set("href", attachment.address + (f"#{fragment}" if fragment else ""))
        link.set("class", "attachment")
        size = format_decimal(
            max(1, round(attachment.size / 1000)), locale=self.language.replace("-", "_")
        )
        note = SPAN(f"({attachment.type}, {size} KB)", CLASS("attachment__type"))
        # A no-break space keeps the bracket on the line of the link's last word.
        append_text(link, "\N{NO-BREAK SPACE}")
        link.append(note)

    def _pictures(self, root: HtmlElement) -> None:
        notes: dict[str, tuple[PictureNote, int | Loc]] = {
            plain_name(note.file): (note, place) for place, note in self.document.item.picture_notes
        }
        for image in list(root.iter("img")):
            src = image.attrib.pop("src", None)  # refused, it must ask no host for anything
            if not src:
                if src is not None:
                    self.refuse(f"![{image.get('alt', '')}]", NO_PICTURE)
                continue
            # Asked for every picture: the same file may lack its text in the second place only.
            line = self._locator.line_of(src)
            try:
                note, place = notes.get(plain_name(src)) or (
                    PictureNote.model_validate(
                        {"file": src, "alt": image.get("alt", "").strip() or None}
                    ),
                    line,
                )
                picture = self.references.picture(self.document, note, place)
            except ValidationError as error:
                # In a text the alternative stands in the brackets, not in a line "alt".
                remedy = _(
                    "Add the picture to “pictures:” at the top of the file, "
                    "with file, alt, credit and people."
                )
                for fault in error.errors():
                    self.refuse_at(line, Invalid(fault["ctx"]["error"].what, remedy))
                continue
            except Invalid as invalid:
                self.refuse_at(line, invalid)
                continue
            self.pictures.append(picture)
            show(image, picture)


def headings_of(root: HtmlElement) -> list[HtmlElement]:
    return [element for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]
