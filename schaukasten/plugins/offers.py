"""Offers: a page for each, and the list of all by whom they are for."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.writers import Writer

from schaukasten.language.catalogs import catalog
from schaukasten.model.addresses import calendar_of
from schaukasten.model.agenda.day import Dated, Entry
from schaukasten.model.association.association import Audience
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.finder import Finder
from schaukasten.plugins.reader import save_as

#: So many of its next dates a page names.
NEXT = 4


class Next(NamedTuple):
    """A time that an offer has next, with its day."""

    day: Dated
    entry: Entry


class Offer(Content):
    """An offer as Pelican sees it; `item` is the model's.

    `companions` are the other offers behind its `door`, the first audience that it names.
    """

    mandatory_properties = ("title", "summary")
    allowed_statuses = ("published",)
    default_template = "offer"


class OffersGenerator(DocumentsGenerator):
    kind = "OFFER"
    content_class = Offer
    plural = "offers"

    def ordered(self, contents: list[Content]) -> list[Content]:
        return sorted(contents, key=lambda offer: offer.slug)

    def generate_context(self) -> None:
        super().generate_context()
        site = self.settings["SITE"]
        for offer in self.contents:
            slots = [slot for slot in offer.item.schedule if not slot.is_over(site.today)]
            offer.rows = self.env.filters["rows"](slots, site.today)
            entries = site.agenda.next_of(offer.document, site.today, NEXT)
            offer.next = [
                Next(Dated(*site.agenda.bounds(one.occurrence.day)), one) for one in entries
            ]
            offer.calendar = calendar_of(offer.document.address)
        words = catalog(Path(self.theme), site.association.language)
        pattern = self.settings["OFFER_FILTER_URL"]
        self.finder = self.context["finder"] = Finder(site, self.contents, pattern, words)
        doors = by_audience(site.audiences, self.contents)
        self.context["doors"] = doors
        for audience, members in doors:
            for offer in members:
                offer.door = audience.door
                offer.companions = [other for other in members if other is not offer]

    def lists(self) -> list[tuple[str, list[Content]]]:
        return [
            *super().lists(),
            *(
                (choice.url.removeprefix("/"), self.finder.members(choice))
                for choice in self.finder.choices
            ),
        ]

    def generate_output(self, writer: Writer) -> None:
        super().generate_output(writer)
        for choice in self.finder.choices:
            writer.write_file(
                save_as(choice.url),
                self.get_template("offers_filtered"),
                self.context,
                url=choice.url.removeprefix("/"),
                choice=choice,
                members=self.finder.members(choice),
            )


def by_audience(
    audiences: list[Audience], offers: list[Content]
) -> list[tuple[Audience, list[Content]]]:
    """Return each audience with the offers that name it first; audiences without are left out."""
    groups = [
        (audience, [offer for offer in offers if offer.item.audience[0] == audience.name])
        for audience in audiences
    ]
    return [(audience, members) for audience, members in groups if members]


def get_generator(pelican: Pelican) -> type[OffersGenerator]:
    return OffersGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
