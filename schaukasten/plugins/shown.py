"""A document → what its page shows of it; and what a list shows, which is less."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import Picture
from schaukasten.model.kinds.item import Item
from schaukasten.model.site import Site
from schaukasten.model.text.rendering import Rendering


@dataclass(frozen=True)
class Card:
    """A document in a list; `url` is relative to the site, `lang` a BCP 47 tag."""

    title: str
    summary: str
    url: str
    lang: str
    is_draft: bool


@dataclass(frozen=True)
class NewsCard(Card):
    """A news item in a list, with its lead picture."""

    date: dt.date
    image: Picture | None


@dataclass(frozen=True)
class Shown:
    """A document on its own page, with what was made of it; `lang` is a BCP 47 tag."""

    document: Document
    rendering: Rendering
    lang: str

    @property
    def item(self) -> Item:
        """What was written above the text."""
        return self.document.item

    @property
    def title(self) -> str:
        return self.item.title

    @property
    def summary(self) -> str:
        return self.item.summary or ""

    @property
    def url(self) -> str:
        return self.document.address.removeprefix("/")

    @property
    def is_draft(self) -> bool:
        return not self.document.published

    @property
    def html(self) -> str:
        """The text, sanitised."""
        return self.rendering.html

    @property
    def image(self) -> Picture | None:
        """The lead picture."""
        return self.rendering.image

    @property
    def unfolds(self) -> bool:
        """Whether there is something in the text that unfolds when pressed."""
        return '<details class="question"' in self.html

    @property
    def gallery(self) -> tuple[Picture, ...]:
        return self.rendering.gallery

    @property
    def gallery_credit(self) -> str:
        """Whose all pictures of the gallery are; empty where they are of several."""
        credits = {one.note.credit or "" for one in self.gallery}
        return credits.pop() if len(credits) == 1 else ""


def card_values(document: Document, site: Site) -> dict[str, Any]:
    """Return the values of a Card."""
    item = document.item
    return {
        "title": item.title,
        "summary": item.summary or "",
        "url": document.address.removeprefix("/"),
        "lang": item.lang or site.association.language,
        "is_draft": not document.published,
    }


def page_values(document: Document, site: Site) -> dict[str, Any]:
    """Return the values of a Shown."""
    lang = document.item.lang or site.association.language
    return {"document": document, "rendering": site.rendering(document), "lang": lang}
