"""A text as part of its page → the same for a feed reader, which has neither page nor stylesheet.

A reader shows many texts below one another. Places in them (`id`) would be taken for those of
another text, and most readers remove them; so links to them lead to the page.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement
from lxml.html.builder import E

from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_addresses import attributes
from schaukasten.model.text.html_tree import inner_html, tree

#: What only a page of ours knows what to do with.
_OURS = ("id", "class", "tabindex", "sizes", "srcset", "loading")
_ALIGN = re.compile(r"\balign-(start|end|center)\b")
_SIDES = {"start": "left", "end": "right", "center": "center"}
#: The name of a published picture ends with its width.
_WIDTH = re.compile(r"-(\d+)\.\w+$")


def away_from_site(html: str, lead: Picture | None, site: str, page: str) -> str:
    """Return the text with its lead picture first; `site` and `page` are whole addresses.

    `site` has no slash at its end.
    """
    root = tree(html)
    if lead is not None:
        root.insert(0, _figure(lead))
    for element in list(root.iterdescendants()):
        if element.get("class") == "footnote-backref":
            element.drop_tree()
        elif element.tag == "audio":
            # Readers play what the link below leads to.
            element.drop_tree()
        elif element.get("class") == "table-box":
            element.drop_tag()
        else:
            _free(element, site, page)
    return inner_html(root)


def _figure(picture: Picture) -> HtmlElement:
    figure = E.figure(E.img(**attributes(picture)))
    if said := " ".join(filter(None, [picture.note.caption, picture.note.credit])):
        figure.append(E.figcaption(said))
    return figure


def _free(element: HtmlElement, site: str, page: str) -> None:
    """Take from an element what hangs on the page, and let its addresses carry the host."""
    if element.tag == "img":
        _size(element)
    if aligned := _ALIGN.search(element.get("class", "")):
        element.set("align", _SIDES[aligned[1]])
    for name in _OURS:
        element.attrib.pop(name, None)
    for name in ("href", "src"):
        address = element.get(name, "")
        if address.startswith("#"):
            element.set(name, page + address)
        elif address.startswith("/") and not address.startswith("//"):
            element.set(name, site + address)


def _size(image: HtmlElement) -> None:
    """Give the size of the file that is shown: a reader chooses among no others."""
    found = _WIDTH.search(image.get("src", ""))
    if found and image.get("width") and image.get("height"):
        height = int(image.get("height")) * int(found[1]) / int(image.get("width"))
        image.set("width", found[1])
        image.set("height", str(max(1, round(height))))
