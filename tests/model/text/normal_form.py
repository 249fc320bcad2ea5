"""HTML of this site or of GitHub → one spelling of what a reader sees of it.

Left out is what says the same: quotation marks and dashes as printed, the space between the items
of a loose list, the box around a table, the level at which headings begin, telephone links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import unquote

import lxml.html
from lxml.html import HtmlElement

#: The elements that make a structure; of any other only the content counts.
_KEPT = frozenset(
    "a blockquote code del dl dt dd em h1 h2 h3 h4 h5 h6 hr img input kbd li ol p pre strong "
    "sub sup table td th tr ul br abbr details summary".split()
)
_SAME = {"b": "strong", "i": "em", "s": "del", "figure": "p"}
_EMPTY = frozenset({"br", "hr", "img", "input"})
_BLOCKS = frozenset("blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul details div".split())
_PRINTED = {
    "„": '"', "“": '"', "”": '"', "‚": "'", "‘": "'", "’": "'", "»": '"', "«": '"',
    "---": "–", "--": "–", "—": "–", "...": "…", "\u00a0": " ",
}  # fmt: skip


def normal_form(html: str) -> str:
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for dropped in root.xpath(
        ".//*[contains(@class, 'footnote-backref')] | .//*[@class='footnote']/hr"
    ):
        dropped.drop_tree()
    for item in root.iter("li", "dd"):
        _in_paragraphs(item)
    levels = [int(one.tag[1]) for one in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    text = "".join(_written(root, min(levels, default=1)))
    return re.sub(r"\s*(</?(?:p|li|ul|ol|br|hr|t[drh]|table|h\d|blockquote|d[ltd])\b[^>]*>)\s*",
                  r"\1", re.sub(r"\s+", " ", text)).strip()  # fmt: skip


def _in_paragraphs(item: HtmlElement) -> None:
    """Put what stands in an item without a paragraph into one, as in a loose list."""
    paragraph = lxml.html.Element("p")
    paragraph.text, item.text = item.text, None
    for child in list(item):
        if child.tag in _BLOCKS:
            if (paragraph.text or "").strip() or len(paragraph):
                child.addprevious(paragraph)
            paragraph = lxml.html.Element("p")
            paragraph.text, child.tail = child.tail, None
        else:
            paragraph.append(child)
    if (paragraph.text or "").strip() or len(paragraph):
        item.append(paragraph)


def _written(element: HtmlElement, highest: int) -> Iterator[str]:
    yield _text(element.text, element)
    for child in element:
        if isinstance(child.tag, str):
            yield from _element(child, highest)
        yield _text(child.tail, element)


def _element(element: HtmlElement, highest: int) -> Iterator[str]:
    tag = _SAME.get(element.tag, element.tag)
    inner = "".join(_written(element, highest))
    classes = element.get("class", "").split()
    if tag == "a" and element.get("href", "").startswith(("tel:", "#fn-")):
        yield inner
    elif "task__mark" in classes:
        yield "<input checked>" if element.text == "☑" else "<input>"
    elif tag not in _KEPT or (tag == "p" and not inner.strip()):
        yield inner
    else:
        if tag[0] == "h" and tag[1:].isdigit():
            tag = f"h{int(tag[1]) - highest + 1}"
        yield f"<{tag}{''.join(_attributes(element, tag, classes))}>"
        if tag not in _EMPTY:
            yield f"{inner}</{tag}>"


def _attributes(element: HtmlElement, tag: str, classes: list[str]) -> Iterator[str]:
    if tag == "a" and element.get("href") is not None:
        yield f' href="{unquote(element.get("href"))}"'
    if tag == "img":
        yield f' alt="{element.get("alt", "")}"'
    if tag == "ol" and element.get("start") not in {None, "1"}:
        yield f' start="{element.get("start")}"'
    if tag == "li" and element.get("value"):
        yield f' value="{element.get("value")}"'
    if tag == "input" and element.get("checked") is not None:
        yield " checked"
    if tag in {"th", "td"}:
        sides = {"align-start": "left", "align-end": "right", "align-center": "center"}
        align = element.get("align") or next((sides[one] for one in classes if one in sides), "")
        yield f' align="{align}"' if align else ""


def _text(text: str | None, parent: HtmlElement) -> str:
    text = text or ""
    if parent.tag in {"code", "pre"}:
        return escape(text, quote=False)
    for printed, plain in _PRINTED.items():
        text = text.replace(printed, plain)
    return escape(text, quote=False)
