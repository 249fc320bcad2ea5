"""A piece of HTML ↔ a tree that can be changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Elements that end no sentence, and those whose text is shown as typed.
INLINE = frozenset(
    "a abbr b bdi bdo cite del dfn em i ins mark q s small span strong sub sup time u".split()
)
AS_TYPED = frozenset({"code", "kbd", "pre", "samp", "var"})
# XML knows no such characters, and lxml refuses them.
_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def rebased(html: str, base: str) -> str:
    """Return `html` with `base` before every address that starts at the root of the site."""
    if not base or not html:
        return html
    root = tree(html)
    for element in root.iter():
        for name in ("href", "src", "srcset"):
            value = element.get(name)
            if value is not None:
                element.set(name, re.sub(r"(^|, )/(?!/)", rf"\g<1>{base}/", value))
    return inner_html(root)


def tree(html: str) -> HtmlElement:
    """Return a div with the HTML in it."""
    # Most pages that are made anew show no text, and need none of it.
    import lxml.html

    # Without huge_tree, text below 250 levels would vanish.
    parser = lxml.html.HTMLParser(huge_tree=True)
    return lxml.html.fragment_fromstring(_CONTROL.sub("", html), create_parent="div", parser=parser)


def inner_html(root: HtmlElement) -> str:
    """Return the HTML in a div."""
    import lxml.html

    whole = lxml.html.tostring(root, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>").strip()


def append_text(element: HtmlElement, text: str) -> None:
    """Add text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def unlink(link: HtmlElement) -> None:
    """Make plain text of a link; a language or a place that it names stays."""
    del link.attrib["href"]
    if link.attrib:
        link.tag = "span"
    else:
        link.drop_tag()


def inside_of(link: HtmlElement) -> str:
    """Return what was typed in the square brackets of a link, its pictures too."""
    pictures = (f"![{one.get('alt', '')}]({one.get('src', '')})" for one in link.iter("img"))
    return " ".join([*pictures, link.text_content()]).strip()
