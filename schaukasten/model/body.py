"""The sanitised HTML of a text → the same as part of a page: headings, links, pictures, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from babel.numbers import format_decimal
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, DIV, SPAN, E
from pydantic import ValidationError

from schaukasten.messages import Gettext, _
from schaukasten.model.attachment import Attachment
from schaukasten.model.document import Document
from schaukasten.model.html_tree import append_text, inner_html, tree
from schaukasten.model.locator import Locator
from schaukasten.model.picture import Picture, PictureNote, attributes
from schaukasten.model.problem import Invalid, Problem
from schaukasten.model.references import References, plain_name
from schaukasten.model.typography import Typography

NO_LINK = Invalid(
    _("This link leads nowhere, or to something that is not allowed."),
    _("Write it like this: [text](../seiten/kontakt.md)"),
)
NO_PICTURE = Invalid(
    _("This picture has no file, or none that may be shown."),
    _("Write it like this: ![what is to be seen](picture.jpg)"),
)
_ATTRIBUTION = re.compile(r"^\s*[—–]\s+")
#: How wide a picture in a text is shown, for the browser's choice among its sizes.
_SIZES = "(min-width: 45rem) 42rem, 92vw"


@dataclass
class Body:
    """One document's HTML on its way to the page; `problems` collects what cannot be resolved."""

    document: Document
    references: References
    language: str
    gettext: Gettext
    problems: list[Problem] = field(default_factory=list)
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
        Typography(self.document.item.lang or self.language).apply(root)
        self._headings(root)
        self._links(root)
        self._pictures(root)
        self._quotations(root)
        self._tables(root)
        return inner_html(root)

    def _headings(self, root: HtmlElement) -> None:
        """Let the highest heading be h2, below the page's title (WCAG 2.2, 1.3.1)."""
        headings = [element for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        highest = min((int(heading.tag[1]) for heading in headings), default=2)
        for heading in headings:
            heading.tag = f"h{min(int(heading.tag[1]) - highest + 2, 6)}"

    def _links(self, root: HtmlElement) -> None:
        for link in root.iter("a"):
            href = link.get("href")
            if not href:
                # Without the attribute it was removed, and reported where that was found.
                if href is not None:
                    self.refuse(f"[{link.text_content()}]", NO_LINK)
                continue
            try:
                target = self.references.link(self.document, href)
            except Invalid as invalid:
                self.refuse(href, invalid)
                continue
            if isinstance(target, Attachment):
                self._attach(link, target)
            else:
                link.set("href", target)
            if link.get("class") == "footnote-backref":
                link.set("aria-label", link.attrib.pop("title", ""))

    def _attach(self, link: HtmlElement, attachment: Attachment) -> None:
        for other in self.document.attachments:
            if other.address == attachment.address and other.path != attachment.path:
                address = attachment.address
                what = _("Two files of this page would get “{address}”.", address=address)
                self.refuse(link.get("href"), Invalid(what, _("Give one of them another name.")))
        self.document.attachments.append(attachment)
        link.set("href", attachment.address)
        link.set("class", "attachment")
        size = format_decimal(
            max(1, round(attachment.size / 1000)), locale=self.language.replace("-", "_")
        )
        note = SPAN(f"({attachment.type}, {size} KB)", CLASS("attachment__type"))
        # A no-break space keeps the bracket on the line of the link's last word.
        append_text(link, "\N{NO-BREAK SPACE}")
        link.append(note)

    def _pictures(self, root: HtmlElement) -> None:
        notes = {plain_name(note.file): note for note in self.document.item.pictures}
        for image in list(root.iter("img")):
            src = image.attrib.pop("src", None)  # refused, it must ask no host for anything
            if not src:
                if src is not None:
                    self.refuse(f"![{image.get('alt', '')}]", NO_PICTURE)
                continue
            # Asked for every picture: the same file may lack its text in the second place only.
            line = self._locator.line_of(src)
            try:
                note = notes.get(plain_name(src)) or PictureNote.model_validate(
                    {"file": src, "alt": image.get("alt", "").strip() or None}
                )
                picture = self.references.picture(self.document, note)
            except ValidationError as error:
                # In a text the alternative stands in the brackets, not in a line "alt".
                remedy = _("Show the picture: ![what is to be seen]({file})", file=src)
                for fault in error.errors():
                    self.refuse_at(line, Invalid(fault["ctx"]["error"].what, remedy))
                continue
            except Invalid as invalid:
                self.refuse_at(line, invalid)
                continue
            self.document.pictures.append(picture)
            self._show(image, picture)

    def _show(self, image: HtmlElement, picture: Picture) -> None:
        for name in list(image.attrib):
            del image.attrib[name]
        for name, value in attributes(picture).items():
            image.set(name, value)
        image.set("sizes", _SIZES)
        image.set("loading", "lazy")
        paragraph = image.getparent()
        alone = len(paragraph) == 1 and not paragraph.text_content().strip()
        if paragraph.tag == "p" and alone:
            paragraph.tag = "figure"
            paragraph.set("class", "picture")
            if picture.note.caption or picture.note.credit:
                paragraph.append(_caption(picture.note))
        elif picture.note.credit:
            # Among other things there is no caption, but the author is named all the same.
            credit = SPAN(picture.note.credit, CLASS("picture__credit"))
            place = paragraph if paragraph.tag == "a" else image
            credit.tail, place.tail = place.tail, None
            place.addnext(credit)
            place.tail = " "

    def _quotations(self, root: HtmlElement) -> None:
        """Make a figure of a quotation whose last line, after a dash, names the speaker."""
        for quote in list(root.iter("blockquote")):
            last = quote[-1] if len(quote) else None
            if last is None or last.tag != "p" or not _ATTRIBUTION.match(last.text or ""):
                continue
            last.text = _ATTRIBUTION.sub("", last.text)
            last.tag = "figcaption"
            figure = E.figure(CLASS("quotation"))
            figure.tail, quote.tail = quote.tail, None
            quote.getparent().replace(quote, figure)
            quote.remove(last)
            last.tail = None
            figure.extend([quote, last])

    def _tables(self, root: HtmlElement) -> None:
        """Let a wide table scroll in its own box, and align by class: the CSP allows no style."""
        for cell in [*root.iter("th"), *root.iter("td")]:
            align = cell.attrib.pop("align", None)
            if align in {"left", "right", "center"}:
                start_end = {"left": "start", "right": "end", "center": "center"}
                cell.set("class", f"align-{start_end[align]}")
        for table in list(root.iter("table")):
            box = DIV(CLASS("table-box"), tabindex="0", role="group")
            box.set("aria-label", self.gettext("Table"))
            box.tail, table.tail = table.tail, None
            table.getparent().replace(table, box)
            box.append(table)


def _caption(note: PictureNote) -> HtmlElement:
    caption = E.figcaption(CLASS("picture__caption"))
    caption.text = note.caption
    if note.credit:
        credit = SPAN(note.credit, CLASS("picture__credit"))
        if note.caption:
            caption.text += " "
        caption.append(credit)
    return caption
