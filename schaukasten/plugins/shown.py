"""A document → what its page shows of it; and what a list shows, which is less."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import Picture
from schaukasten.model.kinds.item import Item
from schaukasten.model.site import Site


@dataclass(frozen=True)
class Card:
    """A document in a list; `url` is relative to the site, `lang` a BCP 47 tag."""

    title: str
    summary: str
    url: str
    lang: str
    is_draft: bool


@dataclass(frozen=True)
class Shown(Card):
    """A document on its own page; `html` is sanitised, `item` what was written above it."""

    item: Item
    html: str
    image: Picture | None


@dataclass(frozen=True)
class NewsCard(Card):
    """A news item in a list, with its lead picture."""

    date: dt.date
    image: Picture | None


def shared(document: Document, site: Site) -> dict[str, Any]:
    """Return the values of a Card."""
    item = document.item
    return {
        "title": item.title,
        "summary": item.summary or "",
        "url": document.address.removeprefix("/"),
        "lang": item.lang or site.association.language,
        "is_draft": not document.published,
    }


def whole(document: Document, site: Site) -> dict[str, Any]:
    """Return the values of a Shown."""
    rendering = site.rendering(document)
    own = {"item": document.item, "html": rendering.html, "image": rendering.image}
    return shared(document, site) | own
