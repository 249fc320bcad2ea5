"""Front matter → Event."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, PlainValidator, model_validator

from schaukasten.language.messages import _
from schaukasten.model.kinds.event_times import EventTimes
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.reading.address_fields import web_address
from schaukasten.model.reading.fields import NO, YES, Date, Text, Words, refuse
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema


def _reason(value: str) -> str:
    if value.casefold() in (*YES, *NO):
        what = _("“{value}” is no reason.", value=value)
        return refuse(what, _("Write why it does not take place; if it does, delete the line."))
    return value


def _online(value: object) -> str | None:
    """Return the address at which it can be seen; empty where that is told to those who ask."""
    word = look(value) if isinstance(value, str) else ""
    if word.casefold() in NO:
        return None
    return "" if word.casefold() in YES else web_address(word)


class PlaceAddress(Schema):
    """Where a place is that is none of the association's houses; a park may have no street."""

    street: Text | None = Field(default=None, examples=["Parkweg 1"])
    postcode: Text | None = Field(default=None, examples=["12345"])
    city: Text = Field(examples=["Musterstadt"])


class Event(Occasion, EventTimes):
    """Something that takes place once: on a day, or on several."""

    #: Where, when it is in none of the association's own houses.
    place: Words | None = Field(default=None, examples=["Westpark, am Brunnen"])
    address: PlaceAddress | None = None
    #: Where to see it from afar; without `location` and `place` it is nowhere else.
    online: Annotated[str | None, PlainValidator(_online)] = Field(
        default=None, examples=["https://example.org/raum"]
    )
    #: Why it does not take place; its page stays, and says so.
    cancelled: Annotated[Words, AfterValidator(_reason)] | None = Field(
        default=None, examples=["Krankheit"]
    )
    #: The day on which it was to be before.
    moved_from: Date | None = Field(default=None, examples=["2026-06-13"])

    @model_validator(mode="after")
    def _has_a_place(self) -> Event:
        if self.address and not self.place:
            what = _("There is an address, and no place that is there.")
            raise Invalid(what, _("Add its name: place: Stadtpark"))
        if self.moved_from == self.date:
            what = _("“moved_from” is the day of “date”: it would be put off to the same day.")
            raise Invalid(what, _("Write the new day into “date”; of another hour nobody asks."))
        return self

    @property
    def is_online(self) -> bool:
        return self.online is not None

    @property
    def is_only_online(self) -> bool:
        """Whether there is no place to which one could go."""
        return self.is_online and not (self.place or self.location or self.room)
