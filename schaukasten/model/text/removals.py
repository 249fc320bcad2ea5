"""Something that the sanitiser took out of a text → what its editor is told to write instead."""

from __future__ import annotations

import re

from lxml.html import defs

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.text.embeds import page_of
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
_MAPS = ("maps", "openstreetmap", "osm.")
_VIDEOS = ("youtube", "vimeo", "dailymotion", "video", "peertube")
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
    what = _("Videos, maps and the like of other sites are not shown in a page.")
    page = page_of(removed.address)
    if page is None:
        return Invalid(what, _("Link to it: {example}", example="[…](https://…)"))
    if any(one in page for one in _MAPS):
        return Invalid(what, _("Link to it: [See it on the map]({address})", address=page))
    if any(one in page for one in _VIDEOS) or removed.name == "<video>":
        return Invalid(what, _("Link to it: [Watch the video]({address})", address=page))
    return Invalid(what, _("Link to it: [Go to the page]({address})", address=page))


def without_words(address: str) -> Invalid:
    """Say that a link shows nothing to tap on."""
    what = _("This link has no words, so nobody sees it.")
    return Invalid(what, _("Write it like this: {example}", example=f"[…]({address})"))
