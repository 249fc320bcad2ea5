"""The tree of a text → the same with its pictures, quotations and tables in boxes of their own."""

from __future__ import annotations

import re

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, DIV, SPAN, E

from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_addresses import PICTURES, attributes
from schaukasten.model.text.cards import AWAY
from schaukasten.model.text.elements import DONE, TASK
from schaukasten.model.text.html_tree import append_text

_ATTRIBUTION = re.compile(r"^\s*[—–]\s+")
#: The class of the link to a picture's file for the press.
PRESS = "picture__press"


def show(image: HtmlElement, picture: Picture, take_along: str) -> None:
    """Let an `<img>` show a picture; alone in its paragraph it becomes a figure.

    How wide it will be is known by the page: see `files/sources.py`. `take_along` are the words of
    the link to its file for the press, if there is one.
    """
    for name in list(image.attrib):
        del image.attrib[name]
    for name, value in attributes(picture).items():
        image.set(name, value)
    image.set("loading", "lazy")
    figure = _figure(image)
    if figure is not None:
        said = _said(picture, take_along)
        if picture.note.caption or said:
            figure.append(E.figcaption(CLASS("picture__caption")))
            figure[-1].text = picture.note.caption
            for one in said:
                if figure[-1].text or len(figure[-1]):
                    append_text(figure[-1], " ")
                figure[-1].append(one)
        return
    # Among other things there is no caption, but the author is named all the same.
    around = image.getparent()
    place = around if around.tag == "a" else image
    for one in _said(picture, take_along):
        one.tail, place.tail = place.tail, " "
        place.addnext(one)
        place = one


def _figure(image: HtmlElement) -> HtmlElement | None:
    """Return the figure that an `<img>` stands in, or that its paragraph becomes for it."""
    around = image.getparent()
    if around.get("class") == AWAY:
        return around.getparent()
    if around.tag != "p" or len(around) != 1 or around.text_content().strip():
        return None
    around.tag = "figure"
    around.set("class", "picture")
    return around


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


def _said(picture: Picture, take_along: str) -> list[HtmlElement]:
    """Return what stands beside a picture: whose it is, and where the press finds it."""
    said = []
    if picture.note.credit:
        said.append(SPAN(picture.note.credit, CLASS("picture__credit")))
    if picture.press_name:
        address = f"{PICTURES}{picture.press_name}"
        said.append(E.a(take_along, CLASS(PRESS), href=address, download=""))
    return said
