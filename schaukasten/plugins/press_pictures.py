"""The shown pages → the pictures that the press may take along, each with where it belongs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import Picture
from schaukasten.model.site import Site
from schaukasten.plugins.shown import Card, card_values


@dataclass(frozen=True)
class PressPicture:
    """A picture, and the page that shows it; the logo is on every page."""

    picture: Picture
    page: Card | None


def press_pictures(site: Site, apart_from: Document) -> list[PressPicture]:
    """Return those that other pages show: the logo, then by the page's day, the newest first."""
    found = {}
    if site.logo and site.logo.press_name:
        found[site.logo.press_name] = PressPicture(site.logo, None)
    own = {one.press_name for one in site.rendering(apart_from).shown_pictures}
    for document in sorted(site.documents.values(), key=_age):
        for picture in site.rendering(document).shown_pictures:
            if picture.press_name and picture.press_name not in own:
                card = Card(**card_values(document, site))
                found.setdefault(picture.press_name, PressPicture(picture, card))
    return list(found.values())


def _age(document: Document) -> tuple[int, str]:
    """The newest is the least; what has no day comes last."""
    day = getattr(document.item, "date", None) or dt.date.min
    return -day.toordinal(), document.address
