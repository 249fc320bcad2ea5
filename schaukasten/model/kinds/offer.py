"""Front matter → Offer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schaukasten.model.kinds.item import Contact, Item
from schaukasten.model.reading.address_fields import Slug
from schaukasten.model.reading.fields import AsList, Name, Words
from schaukasten.model.time.slot import Slot


class Offer(Item):
    """Something that people can come to again and again. What is left out is not known."""

    summary: Words = Field(examples=["Für wen es ist und was man davon hat."])
    audience: Annotated[list[Name], AsList] = Field(examples=["[Familien]"], min_length=1)
    location: Slug | None = Field(default=None, examples=["haus"])
    #: An empty list says: the times are to be asked for.
    schedule: Annotated[list[Slot], AsList] = Field(examples=["[]"], max_length=50)
    schedule_note: Words | None = Field(default=None, examples=["nicht in den Schulferien"])
    #: One of its location's rooms.
    room: Name | None = Field(default=None, examples=["Saal"])
    cost: Words | None = Field(default=None, examples=["kostenlos"])
    registration: Words | None = Field(default=None, examples=["ohne Anmeldung"])
    languages: Annotated[list[Name], AsList] = Field(default=[], examples=["[Deutsch, Türkisch]"])
    step_free: Words | None = Field(default=None, examples=["ja, mit Aufzug"])
    contact: Contact | None = None
