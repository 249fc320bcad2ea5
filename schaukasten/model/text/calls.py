"""The tree of a text → the same with a link at each telephone number, for a tap on a phone."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import A

from schaukasten.model.text.telephones import telephones

#: Where a number is no number to be rung, or a link already.
_NO_CALLS = frozenset({"a", "code", "kbd", "pre", "samp", "var", "time", "summary"})


def call(element: HtmlElement, country: str) -> None:
    """Make links of the telephone numbers in everything below the element."""
    for child in list(element):
        if isinstance(child.tag, str) and child.tag not in _NO_CALLS:
            call(child, country)
        before, links = _linked(child.tail or "", country)
        child.tail = before
        for link in reversed(links):
            child.addnext(link)
    before, links = _linked(element.text or "", country)
    element.text = before
    for link in reversed(links):
        element.insert(0, link)


def _linked(text: str, country: str) -> tuple[str, list[HtmlElement]]:
    """Return the text before the first number, and the links, each with what follows it."""
    before, end = text, 0
    links: list[HtmlElement] = []
    for start, stop, number in telephones(text, country):
        if links:
            links[-1].tail = text[end:start]
        else:
            before = text[:start]
        link = A(text[start:stop], href=f"tel:{number}")
        link.tail = text[stop:]
        links.append(link)
        end = stop
    return before, links
