"""The tree of a text → the same with its pictures, quotations and tables in boxes of their own."""

from __future__ import annotations

import re

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, DIV, SPAN, E

from schaukasten.model.files.picture import Picture, PictureNote, attributes
from schaukasten.model.text.elements import DONE, TASK

_ATTRIBUTION = re.compile(r"^\s*[—–]\s+")
#: How wide a picture in a text is shown, for the browser's choice among its sizes.
_SIZES = "(min-width: 45rem) 42rem, 92vw"


def show(image: HtmlElement, picture: Picture) -> None:
    """Let an `<img>` show a picture; alone in its paragraph it becomes a figure."""
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


def quotations(root: HtmlElement) -> None:
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


def tables(root: HtmlElement, label: str) -> None:
    """Let a wide table scroll in its own box, called `label`.

    Its columns are aligned by class, since the CSP allows no style.
    """
    for cell in [*root.iter("th"), *root.iter("td")]:
        align = cell.attrib.pop("align", None)
        if align in {"left", "right", "center"}:
            start_end = {"left": "start", "right": "end", "center": "center"}
            cell.set("class", f"align-{start_end[align]}")
    for table in list(root.iter("table")):
        box = DIV(CLASS("table-box"), tabindex="0", role="group")
        box.set("aria-label", label)
        box.tail, table.tail = table.tail, None
        table.getparent().replace(table, box)
        box.append(table)


def tasks(root: HtmlElement, done: str, open_: str) -> None:
    """Put a mark before each task of a list, which a screen reader calls `done` or `open_`."""
    for item in root.iter("li"):
        name = item.get("class")
        if name in {TASK, DONE}:
            mark = SPAN("☑" if name == DONE else "☐", CLASS("task__mark"), role="img")
            mark.set("aria-label", done if name == DONE else open_)
            first = item[0] if len(item) and item[0].tag == "p" and not item.text else item
            mark.tail, first.text = f" {first.text or ''}", None
            first.insert(0, mark)


def _caption(note: PictureNote) -> HtmlElement:
    caption = E.figcaption(CLASS("picture__caption"))
    caption.text = note.caption
    if note.credit:
        credit = SPAN(note.credit, CLASS("picture__credit"))
        if note.caption:
            caption.text += " "
        caption.append(credit)
    return caption
