"""The tree of a text → the same with a link at each telephone number, for a tap on a phone."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import A

from schaukasten.model.text.html_tree import AS_TYPED, INLINE
from schaukasten.model.text.telephones import NEAR, telephones

#: Where a number is no number to be rung, or a link already.
_NO_CALLS = AS_TYPED | {"a", "time", "summary"}


def call(element: HtmlElement, country: str, before: tuple[str, ...] = ("",)) -> tuple[str, ...]:
    """Make links of the telephone numbers in everything below the element.

    `before` are the words after which it is read: those that lead up to it, the head of its
    column. Returns those after which goes on what follows it.
    """
    before = _link(element, None, country, before)
    for child in [one for one in element if not _is_ours(one)]:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            before = _and(before, "\n")
        elif tag in _NO_CALLS or not tag:
            before = _and(before, child.text_content() if tag else "")
        elif tag in INLINE:  # the word before says what a number in it is: "Fax: **0231 …**"
            before = call(child, country, before)
        else:
            call(child, country, _led_up_to(child))
            before = ("",)
        before = _link(element, child, country, before)
    return before


def _link(
    parent: HtmlElement, behind: HtmlElement | None, country: str, before: tuple[str, ...]
) -> tuple[str, ...]:
    """Put links into the text behind a child, or into the first of its parent."""
    text = (parent.text if behind is None else behind.tail) or ""
    found = [set(telephones(text, country, words)) for words in before]
    end = len(text)
    for start, stop, number in sorted(set.intersection(*found), reverse=True):
        link = A(text[start:stop], href=f"tel:{number}")
        if behind is None:
            parent.insert(0, link)
        else:
            behind.addnext(link)
        link.tail = text[stop:end]
        end = start
    if end < len(text):
        if behind is None:
            parent.text = text[:end]
        else:
            behind.tail = text[:end]
    return _and(before, text)


def _is_ours(element: HtmlElement) -> bool:
    return element.tag == "a" and element.get("href", "").startswith("tel:")


def _and(before: tuple[str, ...], text: str) -> tuple[str, ...]:
    return tuple((words + text)[-NEAR:] for words in before)


def _led_up_to(block: HtmlElement) -> tuple[str, ...]:
    """Return what says what a cell or an explanation is: the cell before it, the head above it."""
    before = block.getprevious()
    if block.tag not in {"td", "th", "dd"}:
        return ("",)
    label = before.text_content() + " " if before is not None else ""
    row = block.getparent()
    table = next(block.iterancestors("table"), None)
    first = None if table is None else table.find(".//tr")
    place = row.index(block)
    if block.tag != "td" or first is None or place >= len(first):
        return (label,)
    head = first[place].text_content()
    # Digits in it belong to a first row that is none of names.
    return label, "" if head[-1:].isdigit() else f"{head} "
