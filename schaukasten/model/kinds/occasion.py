"""The front matter of what people come to: offers and events."""

from __future__ import annotations

from pydantic import Field

from schaukasten.model.kinds.item import ContactField, Item
from schaukasten.model.reading.address_fields import Slug
from schaukasten.model.reading.fields import Name, Words


class Occasion(Item):
    """Something that people come to, with what they want to know before they do."""

    summary: Words = Field(examples=["Für wen es ist und was man davon hat."])
    #: By what calendar programs know it again, whatever becomes of its address.
    id: Slug | None = Field(default=None, examples=["sommerfest-2026"])
    location: Slug | None = Field(default=None, examples=["haus"])
    #: One of its location's rooms.
    room: Name | None = Field(default=None, examples=["Saal"])
    cost: Words | None = Field(default=None, examples=["kostenlos"])
    registration: Words | None = Field(default=None, examples=["ohne Anmeldung"])
    bring: Words | None = Field(default=None, examples=["Sportschuhe und etwas zu trinken"])
    contact: ContactField | None = None
