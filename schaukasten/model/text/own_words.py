"""What the site says within a text in another language → the same, saying in which it is."""

from __future__ import annotations

from lxml.html import HtmlElement

from schaukasten.language.direction import direction
from schaukasten.model.text.cards import WHERE
from schaukasten.model.text.figures import PRESS


def name_own_words(root: HtmlElement, language: str | None, own: str) -> None:
    """Mark words of the language `own` in a text in `language` (WCAG 2.2, 3.1.2)."""
    if not language or language == own:
        return
    for name in (WHERE, PRESS):
        for one in root.find_class(name):
            one.set("lang", own)
            one.set("dir", direction(own))
