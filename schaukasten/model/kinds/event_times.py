"""The lines of an event that say when it is → its sittings, or what in them cannot be.

Over several days it is at the same times each day. It is one sitting where it ends no later in the
day than it began (a camp from Friday 17:00 to Sunday 12:00), or where `overnight` says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import AsList, Date, LastTime, Time, YesNo
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.exceptions import AsDay
from schaukasten.model.time.sitting import Sitting
from schaukasten.model.time.stretch import is_mixed_up, is_overnight

_DAY = dt.timedelta(days=1)
#: From the evening to the next noon.
_LONGEST = dt.timedelta(hours=18)
#: Days; for more of them a year was mistyped, or it is an offer.
_MOST_DAYS = 366
#: Days; what goes on without a break is seldom longer.
_LONG = 7


class EventDay(Schema):
    """A day of an event, with times of its own or with those that the others have."""

    day: Date = Field(alias="am", examples=["2026-06-20"])
    start: Time | None = Field(default=None, alias="von", examples=["15:00"])
    end: LastTime | None = Field(default=None, alias="bis", examples=["18:00"])

    @model_validator(mode="after")
    def _has_a_start(self) -> EventDay:
        if self.end and not self.start:
            raise Invalid(_("The day has an end and no start."), _("Add “von: 15:00” to it."))
        return self


class EventTimes(Schema):
    """When an event is, in the association's local time."""

    date: Date = Field(examples=["2026-06-20"])
    end_date: Date | None = Field(default=None, examples=["2026-06-21"])
    start: Time | None = Field(default=None, examples=["15:00"])
    end: LastTime | None = Field(default=None, examples=["18:00"])
    #: Whether it goes on through the nights; None: as its times suggest.
    overnight: YesNo | None = Field(default=None, examples=["nein"])
    #: Days with times of their own; without `end_date`, all days on which it is.
    days: Annotated[list[Annotated[EventDay, AsDay]], AsList] = Field(
        default=[], examples=["[{am: 2026-06-21, von: 10:00, bis: 14:00}]"], max_length=100
    )

    @model_validator(mode="after")
    def _can_be(self) -> EventTimes:
        if self.end and not self.start:
            what = _("The event has an end and no start.")
            raise Invalid(what, _("Add a line “start: 15:00”."))
        if self.end_date and self.end_date < self.date:
            raise _backwards()
        is_long = self.end_date and (self.end_date - self.date).days >= _MOST_DAYS
        if is_long and not self._is_one_of_several_days:
            what = _("From “date” to “end_date” it is more than a year.")
            raise Invalid(what, _("Check the years."))
        if self.days:
            self._check_days()
        elif self.overnight and self.end is None:
            what = _("It is not said when it ends after the night.")
            raise Invalid(what, _("Add a line “end: 10:00”."))
        if not self.overnight and not self._is_one_of_several_days:
            times = [(self.start, self.end), *((one.start, one.end) for one in self.days)]
            if any(start and end and is_mixed_up(start, end, _LONGEST) for start, end in times):
                raise _backwards()
        self._check_order()
        return self

    def _check_days(self) -> None:
        if self.overnight is not None:
            what = _("“overnight” says nothing beside “days”.")
            raise Invalid(what, _("Keep one of the two."))
        for one in self.days:
            if self.end_date and not self.date <= one.day <= self.end_date:
                what = _("{day} is none of the days of the event.", day=one.day.isoformat())
                raise Invalid(what, _("Check “date”, “end_date” and “days”."))
        first = min(one.day for one in self.days)
        if not self.end_date and first != self.date:
            what = _("“date” is not the first of the “days”.")
            raise Invalid(what, _("Write: date: {day}", day=first.isoformat()))

    def _check_order(self) -> None:
        for before, after in pairwise(self.sittings):
            if after.moments()[0] < before.moments()[1]:
                what = _("Two of its times overlap, on {day}.", day=after.first.isoformat())
                raise Invalid(what, _("Check “start”, “end” and “days”."))

    @cached_property
    def sittings(self) -> list[Sitting]:
        """Each stretch that it takes without a break, in order."""
        if self._is_one_of_several_days and self.end_date:
            return [Sitting.of(self.date, self.end_date, self.start, self.end)]
        every = [
            _on(one.day, one.start, one.end, self.overnight)
            if one.start
            else _on(one.day, self.start, self.end, self.overnight)
            for one in self._each_day()
        ]
        return sorted(every, key=lambda one: one.moments())

    def _each_day(self) -> Iterator[EventDay]:
        yield from self.days
        if self.end_date or not self.days:
            own = {one.day for one in self.days}
            for number in range(((self.end_date or self.date) - self.date).days + 1):
                day = self.date + number * _DAY
                if day not in own:
                    yield EventDay.model_construct(day=day)

    @property
    def is_on_one_date(self) -> bool:
        return self.end_date in (None, self.date)

    @property
    def _is_one_of_several_days(self) -> bool:
        """Whether it goes on over several days without a break."""
        if self.is_on_one_date or self.days:
            return False
        if self.start is None or self.overnight is not None:
            return self.start is None or bool(self.overnight)
        return self.end is None or self.end <= self.start

    @property
    def is_unclear(self) -> bool:
        """Whether its times can be those of each day as well as those of the whole."""
        if self.is_on_one_date or self.days or self.overnight is not None:
            return False
        if self.start is None or self.end is None:
            return self.start is not None
        days = (self.sittings[-1].until - self.date).days
        return days <= _LONG and not is_mixed_up(self.start, self.end, _LONGEST)

    def next_from(self, day: dt.date) -> Sitting | None:
        """Return what begins on that day or later: of days in a row, the first alone counts."""
        every = self.sittings[:1] if self.last_named else self.sittings
        return next((one for one in every if one.first >= day), None)

    @property
    def last_named(self) -> dt.date | None:
        """The last of days in a row; of single ones no name says all."""
        first, last = self.sittings[0].first, self.sittings[-1].last
        gaps = ((after.first - before.last).days > 1 for before, after in pairwise(self.sittings))
        return None if any(gaps) or first == last else last

    @property
    def last_day(self) -> dt.date:
        return max(self.end_date or self.date, *(one.last for one in self.sittings))


def _on(
    day: dt.date, start: dt.time | None, end: dt.time | None, overnight: bool | None
) -> Sitting:
    """Return what begins on a day and ends on it, or in the night or morning after it."""
    ends_early = start is not None and end is not None and is_overnight(start, end)
    until = day + _DAY if ends_early or overnight else day
    return Sitting.of(day, until, start, end)


def _backwards() -> Invalid:
    what = _("The event ends before it begins.")
    return Invalid(what, _("Check “date”, “end_date”, “start” and “end”."))
