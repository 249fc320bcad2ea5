"""Offers: a page for each, and the list of all by whom they are for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from schaukasten.language.catalogs import catalog
from schaukasten.model.agenda.day import Dated, Entry
from schaukasten.model.association.association import Audience
from schaukasten.model.documents.document import Document
from schaukasten.model.generated import calendar_of
from schaukasten.model.kinds.offer import Offer
from schaukasten.plugins.documents import DocumentsGenerator, Listing
from schaukasten.plugins.finder import Choice, Finder
from schaukasten.plugins.page_writer import Values
from schaukasten.plugins.pelican_library import Pelican, signals
from schaukasten.plugins.shown import Card, Shown, card_values, page_values
from schaukasten.words.times_in_words import Row

#: So many of its next dates a page names.
NEXT = 4


class Next(NamedTuple):
    """A time that an offer has next, with its day."""

    day: Dated
    entry: Entry


@dataclass(frozen=True)
class OfferCard(Card):
    """An offer in a list; `tokens` are the filters that it answers to."""

    rows: list[Row]
    tokens: str


@dataclass(frozen=True)
class ShownOffer(Shown):
    rows: list[Row]
    next: list[Next]
    calendar: str


class OffersGenerator(DocumentsGenerator):
    kind = "OFFER"
    name = "offer"

    def ordered(self, documents: list[Document]) -> list[Document]:
        return sorted(documents, key=lambda one: one.slug)

    def generate_context(self) -> None:
        super().generate_context()
        site = self.site
        words = catalog(Path(self.theme), site.association.language)
        self.finder = Finder(site, self.documents, self.settings["OFFER_FILTER_URL"], words)
        self.cards = {one.address: self.card(one) for one in self.documents}
        doors = by_audience(site.audiences, self.documents)
        self._door_of = {one.address: door for door in doors for one in door[1]}
        self.context["offers"] = list(self.cards.values())
        self.context["finder"] = self.finder.panel
        self.context["doors"] = [(audience, self._cards(some)) for audience, some in doors]

    def _cards(self, documents: list[Document]) -> list[OfferCard]:
        return [self.cards[one.address] for one in documents]

    def card(self, document: Document) -> OfferCard:
        tokens = self.finder.tokens(document)
        return OfferCard(
            **card_values(document, self.site), rows=self._rows(document), tokens=tokens
        )

    def _rows(self, document: Document) -> list[Row]:
        today = self.site.today
        slots = [slot for slot in _item(document).schedule if not slot.is_over(today)]
        rows: list[Row] = self.env.filters["rows"](slots, today)
        return rows

    def shown(self, document: Document) -> ShownOffer:
        agenda = self.site.agenda
        entries = agenda.next_of(document, self.site.today, NEXT)
        return ShownOffer(
            **page_values(document, self.site),
            rows=self.cards[document.address].rows,
            next=[Next(Dated(*agenda.bounds(one.occurrence.day)), one) for one in entries],
            calendar=calendar_of(document.address),
        )

    def besides(self, document: Document) -> dict[str, Any]:
        """Return its house, whom to ask, and the other offers behind its door."""
        house = self.site.location(_item(document).location)
        audience, members = self._door_of[document.address]
        return {
            "house": house,
            "asked": self.site.answering(house),
            "contact": self.site.staff.answerer(document.item),
            "door_name": audience.door,
            "companions": self._cards([one for one in members if one is not document]),
        }

    def listings(self) -> Iterator[Listing]:
        yield Listing(f"/{self.settings['OFFERS_URL']}", "offers", self.documents, dict)
        for choice in self.finder.choices:
            members = self.finder.members(choice)
            values = partial(self._filtered, choice, members)
            yield Listing(choice.url, "offers_filtered", members, values)

    def _filtered(self, choice: Choice, members: list[Document]) -> Values:
        return {"choice": choice, "members": self._cards(members)}


def by_audience(
    audiences: list[Audience], offers: list[Document]
) -> list[tuple[Audience, list[Document]]]:
    """Return each audience with the offers that name it first; audiences without are left out."""
    groups = [
        (audience, [one for one in offers if _item(one).audience[0] == audience.name])
        for audience in audiences
    ]
    return [(audience, members) for audience, members in groups if members]


def _item(document: Document) -> Offer:
    assert isinstance(document.item, Offer)
    return document.item


def get_generator(pelican: Pelican) -> type[OffersGenerator]:
    return OffersGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
