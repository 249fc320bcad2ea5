"""Front matter → Event."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.kinds.item import Contact, Item
from schaukasten.model.reading.address_fields import Slug
from schaukasten.model.reading.fields import NO, YES, Date, Name, Time, Words, refuse
from schaukasten.model.reading.problem import Invalid


def _reason(value: str) -> str:
    if value.casefold() in (*YES, *NO):
        what = _("“{value}” is no reason.", value=value)
        return refuse(what, _("Write why it does not take place; if it does, delete the line."))
    return value


class Event(Item):
    """Something that takes place once: on a day, or from a day to another."""

    date: Date = Field(examples=["2026-06-20"])
    end_date: Date | None = Field(default=None, examples=["2026-06-21"])
    start: Time | None = Field(default=None, examples=["15:00"])
    end: Time | None = Field(default=None, examples=["18:00"])
    summary: Words = Field(examples=["Was geschieht und für wen."])
    location: Slug | None = Field(default=None, examples=["haus"])
    #: Where, when it is in none of the association's own houses.
    place: Words | None = Field(default=None, examples=["Westpark, am Brunnen"])
    #: One of its location's rooms.
    room: Name | None = Field(default=None, examples=["Saal"])
    #: Why it does not take place; its page stays, and says so.
    cancelled: Annotated[Words, AfterValidator(_reason)] | None = Field(
        default=None, examples=["Krankheit"]
    )
    #: The day on which it was to be before.
    moved_from: Date | None = Field(default=None, examples=["2026-06-13"])
    cost: Words | None = Field(default=None, examples=["kostenlos"])
    registration: Words | None = Field(default=None, examples=["ohne Anmeldung"])
    contact: Contact | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Event:
        if self.end and not self.start:
            what = _("The event has an end and no start.")
            raise Invalid(what, _("Add a line “start: 15:00”."))
        ends_early = self.last_day < self.date
        same_day = self.last_day == self.date
        if ends_early or (same_day and self.start and self.end and self.end <= self.start):
            what = _("The event ends before it begins.")
            raise Invalid(what, _("Check “date”, “end_date”, “start” and “end”."))
        return self

    @property
    def last_day(self) -> dt.date:
        return self.end_date or self.date
