"""Front matter → Offer."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.reading.fields import AsList, Name, Words
from schaukasten.model.time.slot import Slot


class Offer(Occasion):
    """Something that people can come to again and again. What is left out is not known."""

    audience: Annotated[list[Name], AsList] = Field(examples=["[Familien]"], min_length=1)
    #: An empty list says: the times are to be asked for.
    schedule: Annotated[list[Slot], AsList] = Field(examples=["[]"], max_length=50)
    schedule_note: Words | None = Field(default=None, examples=["nicht in den Schulferien"])
    languages: Annotated[list[Name], AsList] = Field(default=[], examples=["[Deutsch, Türkisch]"])
    step_free: Words | None = Field(default=None, examples=["ja, mit Aufzug"])

    @property
    def last_day(self) -> dt.date:
        """The day after which no time of it comes; `date.max` where it has no end or no times."""
        return max((slot.last_day for slot in self.schedule), default=dt.date.max)
