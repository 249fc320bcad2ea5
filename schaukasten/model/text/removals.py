"""Something that the sanitiser took out of a text → what its editor is told to write instead."""

from __future__ import annotations

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
    "<center>": "…",
    "<img>": "![…](foto.jpg)",
    "<big>": "**…**",
    "<strike>": "~~…~~",
    "<tt>": "`…`",
}


def why_removed(removed: Removed) -> Invalid:
    """Return what is wrong with something that was taken out, and the remedy."""
    match removed.name:
        case "href":
            return NO_LINK
        case "src":
            return NO_PICTURE
        case name if name in _EMBEDS:
            return _embed(removed)
    what = _("“{name}” is not allowed in a text.", name=removed.name)
    if removed.name in _INSTEAD:
        return Invalid(what, _("Write it like this: {example}", example=_INSTEAD[removed.name]))
    if removed.name.endswith("=…"):
        return Invalid(what, _("Delete it, from the name to the closing quotation mark."))
    return Invalid(what, _("Delete it, and write in Markdown what it is to do."))


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
