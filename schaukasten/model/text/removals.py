"""Something that the sanitiser took out of a text → what its editor is told to write instead."""

from __future__ import annotations

import re

from lxml.html import defs

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.text.embeds import page_of
from schaukasten.model.text.platforms import FILM, MAP, destination
from schaukasten.model.text.sanitiser import Removed

NO_LINK = Invalid(
    _("This link leads nowhere, or to something that is not allowed."),
    _("Write it like this: [text](../seiten/kontakt.md)"),
)
NO_PICTURE = Invalid(
    _("This picture has no file, or none that may be shown."),
    _("Write it like this: ![what is to be seen](picture.jpg)"),
)

_EMBEDS = frozenset({"<iframe>", "<embed>", "<object>", "<video>", "<audio>", "<source>"})
#: Tags that people know from other systems → the Markdown for it.
_INSTEAD = {
    "<font>": "**…**",
    "<img>": "![…](foto.jpg)",
    "<big>": "**…**",
    "<strike>": "~~…~~",
    "<tt>": "`…`",
}
#: A path on somebody's own computer: C:\Bilder\foto.jpg, file:///home/…
_LOCAL = re.compile(r"(?:file:|[A-Za-z]:(?=[\\\\/%])|\\\\\\\\).*?(?=[^\\\\/]*$)", re.IGNORECASE)
_KNOWN = defs.tags | {"strike", "big", "marquee", "tt", "svg", "math", "path", "circle", "noembed"}


def why_removed(removed: Removed) -> Invalid:
    """Return what is wrong with something that was taken out, and the remedy."""
    match removed.name:
        case "href" | "src" if local := _LOCAL.match(removed.address):
            return _own_computer(removed, removed.address[local.end() :])
        case "href":
            return NO_LINK
        case "src":
            return NO_PICTURE
        case name if name.startswith("<") and name.strip("</>") not in _KNOWN:
            what = _("“{name}” was taken for HTML and is not shown.", name=name)
            return Invalid(what, _("Write “\\<” for the sign itself."))
        case name if name in _EMBEDS:
            return _embed(removed)
    what = _("“{name}” is not allowed in a text.", name=removed.name)
    if removed.name in _INSTEAD:
        return Invalid(what, _("Write it like this: {example}", example=_INSTEAD[removed.name]))
    if removed.name.endswith("=…"):
        return Invalid(what, _("Delete it, from the name to the closing quotation mark."))
    return Invalid(what, _("Delete it, and write in Markdown what it is to do."))


def _own_computer(removed: Removed, file: str) -> Invalid:
    what = _("This file lies on your own computer, where no visitor can get at it.")
    mark = "!" if removed.name == "src" else ""
    remedy = _("Put it beside this file, and write: {example}", example=f"{mark}[…]({file})")
    return Invalid(what, remedy)


def _embed(removed: Removed) -> Invalid:
    if removed.name == "<audio>" or removed.address.lower().endswith(".mp3"):
        what = _("“{name}” is not allowed in a text.", name=removed.name)
        example = f"[…]({removed.address or 'lied.mp3'})"
        remedy = _("A link alone in its paragraph can be heard: {example}", example=example)
        return Invalid(what, remedy)
    what = _("Videos, maps and the like of other sites are not shown in a page.")
    address = page_of(removed.address) or "https://…"
    there = destination(address)
    if there is not None and there.line is MAP:
        link = _("[See it on the map]({address})", address=address)
    elif removed.name == "<video>" or (there is not None and there.line is FILM):
        link = _("[Watch the video]({address})", address=address)
    else:
        link = _("[Go to the page]({address})", address=address)
    remedy = _(
        "Lead there with a picture that lies beside this file: {card} Or with words: {link}",
        card=_("[![what is to be seen](picture.jpg)]({address})", address=address),
        link=link,
    )
    return Invalid(what, remedy)


def without_words(address: str) -> Invalid:
    """Say that a link shows nothing to tap on."""
    what = _("This link has no words, so nobody sees it.")
    return Invalid(what, _("Write it like this: {example}", example=f"[…]({address})"))
