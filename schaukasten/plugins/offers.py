"""Offers: a page for each, and the list of all by whom they are for."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.contents import Content

from schaukasten.model.association import Audience
from schaukasten.plugins.documents import DocumentsGenerator


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
        doors = by_audience(self.settings["SITE"].audiences, self.contents)
        self.context["doors"] = doors
        for audience, members in doors:
            for offer in members:
                offer.door = audience.door
                offer.companions = [other for other in members if other is not offer]


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
