"""The text of a page with typewriter marks → quotation marks, apostrophes and dashes as printed.

Works on the tree, not on the source, so that a quotation may hold emphasis and links.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

#: Opening and closing quotation marks, double and single, by language (CLDR, delimiters).
QUOTES = {
    "ar": "”“’‘",
    "de": "„“‚‘",
    "en": "“”‘’",
    "fr": "«»‹›",
    "pl": "„”‚’",
    "ru": "«»„“",
    "tr": "“”‘’",
    "uk": "«»„“",
}
_APOSTROPHE = "’"
_MARKS = re.compile(r"---?|\.\.\.|[\"']")
_AS_TYPED = frozenset({"code", "kbd", "pre", "samp", "var"})
_INLINE = frozenset(
    "a abbr b bdi bdo cite del dfn em i ins mark q s small span strong sub sup time u".split()
)
_OPENERS = frozenset("([{–—-/„“‚‘”’«‹»›")


@dataclass
class Typography:
    """Goes through one text; `before` is the character before, across inline elements."""

    language: str
    before: str = ""
    open_single: bool = False

    def apply(self, element: HtmlElement) -> None:
        """Replace the marks in everything below the element."""
        element.text = self._text(element.text)
        for child in element:
            self._child(child)
            child.tail = self._text(child.tail)

    def _child(self, child: HtmlElement) -> None:
        if child.tag in _AS_TYPED or (child.text or "").startswith(("http://", "https://")):
            self.before = "x"
        elif child.tag in _INLINE:
            self.apply(child)
        else:
            self.before, self.open_single = "", False
            self.apply(child)
            self.before, self.open_single = "", False

    def _text(self, text: str | None) -> str | None:
        if not text:
            return text
        result = ""
        end = 0
        for mark in _MARKS.finditer(text):
            result += text[end : mark.start()]
            self.before = result[-1:] or self.before
            result += self._printed(mark[0], text[mark.end() : mark.end() + 1])
            end = mark.end()
        result += text[end:]
        self.before = result[-1]
        return result

    def _printed(self, mark: str, after: str) -> str:
        if mark in {"--", "---", "..."}:
            return {"--": "–", "---": "—", "...": "…"}[mark]
        left, right, left_single, right_single = tuple(self._quotes)
        opens = not self.before.strip() or self.before in _OPENERS - {right, right_single}
        if mark == '"':
            return left if opens else right
        if opens and not after.isspace():
            self.open_single = True
            return left_single
        # Between letters, or with nothing to close (Hans' Rad), it is an apostrophe.
        if after.isalnum() or not self.open_single:
            return _APOSTROPHE
        self.open_single = False
        return right_single

    @property
    def _quotes(self) -> str:
        return QUOTES.get(self.language.split("-")[0], QUOTES["en"])
