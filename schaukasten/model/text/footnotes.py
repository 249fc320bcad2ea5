"""A token of a footnote → the mark in the text, or the way back to it."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown_it.token import Token

from schaukasten.language.messages import Gettext


def mark(token: Token) -> etree.Element:
    """Return the small number in the text that leads to the footnote."""
    mark = etree.Element("sup", {"id": _mark_id(token)})
    link = etree.SubElement(
        mark, "a", {"class": "footnote-ref", "href": f"#fn-{token.meta['label']}"}
    )
    link.text = str(token.meta["id"] + 1)
    return mark


def way_back(token: Token, gettext: Gettext) -> etree.Element:
    """Return the arrow behind a footnote that leads to its mark."""
    title = gettext("Back to footnote {} in the text").format(token.meta["id"] + 1)
    attributes = {"class": "footnote-backref", "href": f"#{_mark_id(token)}", "title": title}
    link = etree.Element("a", attributes)
    link.text = "↩"
    return link


def _mark_id(token: Token) -> str:
    """A footnote may have several marks: fnref-1, fnref2-1."""
    times = token.meta["subId"]
    return f"fnref{times + 1 if times else ''}-{token.meta['label']}"
