"""Front matter → NewsItem."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from schaukasten.model.kinds.item import ContactField, Item
from schaukasten.model.reading.address_fields import Tag
from schaukasten.model.reading.fields import AsList, Date, Words

#: More topics than that help nobody to find anything.
MAX_TAGS = 40


class NewsItem(Item):
    """Something that happened on a day; it stays at its address for good."""

    date: Date = Field(examples=["2026-03-08"])
    summary: Words = Field(examples=["Ein Satz, der neugierig macht."])
    #: For the date line: Musterstadt, 8. August 2022.
    place: Words | None = Field(default=None, examples=["Musterstadt"])
    tags: Annotated[list[Tag], AsList] = Field(
        default=[], examples=["[Garten, Kinder]"], max_length=MAX_TAGS
    )
    contact: ContactField | None = None

    @property
    def first_day(self) -> dt.date:
        """News of a later day waits for that day."""
        return max(super().first_day, self.date)

    @property
    def last_changed(self) -> dt.date | None:
        return self.updated or self.date
