"""`content/data/locations.yaml` → the association's houses: how to reach them, when they open."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Annotated

from pydantic import Field

from schaukasten.model.reading.address_fields import Email, Phone, Slug
from schaukasten.model.reading.answers import OrEmpty, OrNone
from schaukasten.model.reading.fact import AsFact, Detail, Fact
from schaukasten.model.reading.fields import AsList, Date, Name, Text, Words, YesNo
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.hours import Hours, SpecialHours, as_slots
from schaukasten.model.time.slot import Slot


class Address(Schema):
    street: Text = Field(examples=["Musterweg 1"])
    postcode: Text = Field(examples=["12345"])
    city: Text = Field(examples=["Musterstadt"])


class Location(Schema):
    """A house of the association; the first in the list is the main one."""

    id: Slug = Field(examples=["haus"])
    name: Words = Field(examples=["Unser Haus"])
    address: Fact[Address]
    phone: Fact[Phone] = Field(examples=["0231 123456"])
    fax: Annotated[Fact[Phone] | None, AsFact] = Field(default=None, examples=["0231 123457"])
    email: Fact[Email] = Field(examples=["buero@example.org"])
    hours: Annotated[Fact[list[Hours]] | None, AsFact] = None
    hours_note: Annotated[Words | None, OrNone] = Field(default=None, examples=["Offener Treff"])
    #: Days with other hours, closed ones above all.
    special_hours: Annotated[list[SpecialHours], AsList, OrEmpty] = Field(
        default=[], max_length=200
    )
    #: None: nobody has said so, and visitors are asked to ring.
    open_on_holidays: YesNo | None = Field(default=None, examples=["nein"])
    #: The day on which the hours were last changed, for those who have subscribed to them.
    updated: Date | None = Field(default=None, examples=["2026-03-08"])
    #: Rooms that two groups cannot have at the same time.
    rooms: Annotated[list[Name], AsList, OrEmpty] = Field(default=[], examples=["[Saal, Küche]"])
    step_free: Annotated[Detail[Words] | None, AsFact] = Field(
        default=None, examples=["Rampe am Eingang"]
    )
    directions: Annotated[Words | None, OrNone] = Field(
        default=None, examples=["Vom Bahnhof fünf Minuten zu Fuß."]
    )

    @property
    def has_hours(self) -> bool:
        return self.hours is not None and bool(self.hours.value)

    @cached_property
    def slots(self) -> list[Slot]:
        """The hours in the form of schedules; none where they are not known."""
        hours = self.hours.value if self.hours else None
        return as_slots(hours or [], self.special_hours, self.open_on_holidays)

    def special_on(self, day: dt.date) -> SpecialHours | None:
        """What is special on a day: a single day rather than a longer time, closed before open."""
        found = [one for one in self.special_hours if day in one]
        return min(found, key=lambda one: (one.day is None, one.start is not None), default=None)

    @property
    def is_reachable(self) -> bool:
        """Whether a visitor can be told a telephone number or an e-mail address."""
        return bool(self.phone.value or self.email.value)


class Locations(Schema):
    """The list in `content/data/locations.yaml`."""

    entries: Annotated[list[Location], AsList] = Field(min_length=1)
