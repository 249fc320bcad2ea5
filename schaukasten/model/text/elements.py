"""The tokens of a text → the elements of Python-Markdown's tree.

Every link, picture and heading bears its place as an attribute; `body` takes it off again.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString, HtmlStash
from markdown_it.token import Token

from schaukasten.language.messages import Gettext
from schaukasten.model.text.footnotes import mark, way_back
from schaukasten.model.text.places import PLACE, Rows, placed, read_place

#: Classes that are written here, and by no editor.
TASK, DONE = "task", "task-done"
_ALIGN = "text-align:"


@dataclass
class Elements:
    """What is met on the way through the tokens of one text, beside its elements."""

    paragraphs: list[Rows] = field(default_factory=list)
    #: HTML that was typed, and the line on which each piece begins.
    raw: list[tuple[str, int]] = field(default_factory=list)


class Builder:
    """Goes through the tokens of one text; the innermost open element is the last of `open`."""

    def __init__(self, root: etree.Element, lines: list[str], stash: HtmlStash, gettext: Gettext):
        self.met = Elements()
        self.lines = lines
        self.stash = stash
        self.gettext = gettext
        self.open = [root]

    def build(self, tokens: list[Token]) -> Elements:
        around = ""
        for token in tokens:
            if token.type == "inline":
                self._inline(token, around)
            elif not token.hidden:
                self._block(token)
            around = token.type
        return self.met

    def _block(self, token: Token) -> None:
        match token.type:
            case "fence":
                code = etree.SubElement(self._add("pre"), "code")
                code.text = AtomicString(_text(token.content))
            case "hr":
                self._add("hr")
            case "html_block":
                self._append("\n")
                self._raw(token.content, _first(token))
            case "alert_open":
                self._open("blockquote", {})
            case "alert_title_open":
                self.open.append(etree.SubElement(self._open("p", {}), "strong"))
            case "alert_title_close":
                del self.open[-2:]
            case "footnote_block_open":
                etree.SubElement(self._open("div", {"class": "footnote"}), "hr")
                self._open("ol", {})
            case "footnote_block_close":
                del self.open[-2:]
            case "footnote_anchor":
                self._say("\N{NO-BREAK SPACE}")
                self.open[-1].append(way_back(token, self.gettext))
            case "footnote_open":
                self._open("li", {"id": f"fn-{token.meta['label']}"})
            case _ if token.nesting > 0:
                self._open(token.tag, _attributes(token))
            case _ if token.nesting < 0:
                self.open.pop()

    def _inline(self, token: Token, around: str) -> None:
        if token.map is None:  # the title of an alert, which its kind gives
            self._say(_title_of(token.content.upper(), self.gettext))
            return
        rows = Rows(token.content, token.children or [], token.map[0], around, self.lines)
        self.met.paragraphs.append(rows)
        for child, place in rows.walk():
            self._child(child, place)

    def _child(self, token: Token, place: str) -> None:
        match token.type:
            case "text" | "text_special":
                self._say(token.content)
            case "softbreak":
                self._say("\n")
            case "hardbreak":
                self._add("br")
            case "code_inline":
                self._add("code").text = AtomicString(_text(token.content))
            case "html_inline":
                self._raw(token.content, place)
            case "image":
                attributes = {**token.attrs, "alt": "".join(_plain(token.children or []))}
                self._add("img", {**_typed(attributes), PLACE: place})
            case "footnote_ref":
                self.open[-1].append(mark(token))
            case "link_open":
                self._open("a", {**_typed(token.attrs), PLACE: place})
            case _ if token.nesting > 0:
                self._open({"s": "del"}.get(token.tag, token.tag), {})
            case _ if token.nesting < 0:
                self.open.pop()

    def _open(self, tag: str, attributes: dict[str, str]) -> etree.Element:
        element = self._add(tag, attributes)
        self.open.append(element)
        return element

    def _add(self, tag: str, attributes: dict[str, str] | None = None) -> etree.Element:
        return etree.SubElement(self.open[-1], tag, attributes or {})

    def _raw(self, html: str, place: str) -> None:
        html = placed(html, place)
        self.met.raw.append((html, read_place(place).line))
        self._append(self.stash.store(html))

    def _say(self, text: str) -> None:
        self._append(_text(text))

    def _append(self, text: str) -> None:
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text


def _title_of(alert: str, gettext: Gettext) -> str:
    """Return what stands above an alert, `> [!NOTE]`."""
    titles = {
        "TIP": gettext("Tip"),
        "IMPORTANT": gettext("Important"),
        "WARNING": gettext("Attention"),
        "CAUTION": gettext("Caution"),
    }
    return titles.get(alert, gettext("Please note"))


def _attributes(token: Token) -> dict[str, str]:
    """Return the attributes of a block; of what was typed, only what it means."""
    found: dict[str, str] = {}
    style = str(token.attrGet("style") or "")
    if style.startswith(_ALIGN):
        found["align"] = style.removeprefix(_ALIGN)
    for name in ("start", "value"):
        if token.attrGet(name) is not None:
            found[name] = str(token.attrGet(name))
    if "checked" in token.meta:
        found["class"] = DONE if token.meta["checked"] else TASK
    if token.type == "heading_open":
        found[PLACE] = _first(token)
    return found


def _typed(attributes: dict[str, Any]) -> dict[str, str]:
    return {name: _text(str(value)) for name, value in attributes.items()}


def _first(token: Token) -> str:
    return str(token.map[0]) if token.map else "0"


def _plain(tokens: list[Token]) -> Iterator[str]:
    """Yield the text of an image's brackets, which may hold emphasis and links."""
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.children:
            yield from _plain(token.children)
        elif token.type != "html_inline":
            yield token.content


def _text(text: str) -> str:
    """Return text that Python-Markdown writes as it is: it takes "&amp;" for an entity."""
    # What it puts around its own marks, no text may forge.
    return text.replace(STX, "").replace(ETX, "").replace("&", f"{AMP_SUBSTITUTE}amp;")
