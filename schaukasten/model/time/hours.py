"""Opening hours of a week, as staff write them → the same, merged for reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import Field, model_validator

from schaukasten.model.reading.fields import EndTime, Time, Weekday
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.exceptions import Pause, Period, Timed
from schaukasten.model.time.slot import Slot
from schaukasten.model.time.stretch import overlap, refuse_mixed_up
from schaukasten.model.time.words import Weekdays


class Hours(Schema):
    """A stretch of one or several days, every week, in local time."""

    weekdays: Weekdays = Field(alias="wochentag", examples=["Montag bis Freitag"])
    start: Time = Field(alias="von", examples=["9:00"])
    end: EndTime = Field(alias="bis", examples=["18:00"])

    @model_validator(mode="after")
    def _has_a_length(self) -> Hours:
        refuse_mixed_up(self.start, self.end)
        return self


class SpecialHours(Period, Timed):
    """Days with other hours than usual; without times the house is closed."""

    def contradicts(self, other: SpecialHours) -> bool:
        """Return whether of one day both say otherwise when it opens.

        No contradiction are two halves of the same days, a single day within a longer time, and
        closed days within others: these have the last word.
        """
        if not (self.start and self.end and other.start and other.end):
            return False
        if self.day or other.day or self.first > other.last or other.first > self.last:
            return False
        same_days = (self.first, self.last) == (other.first, other.last)
        return not same_days or overlap((self.start, self.end), (other.start, other.end))


def as_slots(
    hours: Iterable[Hours], special: list[SpecialHours], on_holidays: bool | None
) -> list[Slot]:
    """Return a house's hours in the form of schedules, so that both are counted alike.

    A single special day has its hours whatever day of the week it is; over a longer time they
    replace the usual ones, and days that are closed stay closed.
    """
    hours = list(hours)
    # Of a longer time with other hours, single days and closed ones are exceptions in their turn.
    closer = _pauses(one for one in special if one.day or not one.start)
    pauses = _pauses(special)
    slots = [
        Slot.model_construct(
            weekdays=stretch.weekdays,
            start=stretch.start,
            end=stretch.end,
            pauses=pauses,
            on_holidays=on_holidays,
        )
        for stretch in hours
    ]
    open_days = tuple(sorted({day for stretch in hours for day in stretch.weekdays}))
    for one in special:
        if one.start is None or one.end is None:
            continue
        if one.day:
            slots.append(Slot.model_construct(days=[one.day], start=one.start, end=one.end))
        elif open_days:
            slots.append(
                Slot.model_construct(
                    weekdays=open_days,
                    start=one.start,
                    end=one.end,
                    first=one.first,
                    last=one.last,
                    pauses=closer,
                    on_holidays=on_holidays,
                )
            )
    return slots


def _pauses(special: Iterable[SpecialHours]) -> list[Pause]:
    return [
        Pause.model_construct(day=None, since=one.first, until=one.last, reason=one.reason)
        for one in special
    ]


def in_house(
    slots: Iterable[Slot], special: Iterable[SpecialHours], open_on_holidays: bool | None
) -> list[Slot]:
    """Return what recurs in a house as its closed days let it.

    A time with a day of its own (`am`, `extra`, `verlegt`) stays: whoever wrote it knew that day.
    """
    closed = _pauses(one for one in special if one.start is None)
    unsaid = False if open_on_holidays is False else None
    return [
        slot.model_copy(
            update={
                "pauses": [*slot.pauses, *closed],
                "on_holidays": unsaid if slot.on_holidays is None else slot.on_holidays,
            }
        )
        if slot.recurs
        else slot
        for slot in slots
    ]


@dataclass(frozen=True)
class OpenDays:
    """Neighbouring days with the same hours: `first` to `last`, each open for all `stretches`."""

    first: Weekday
    last: Weekday
    stretches: list[tuple[dt.time, dt.time]]


def merged(hours: Iterable[Hours | Slot]) -> list[OpenDays]:
    """Return the hours in order of the week, equal neighbours as one: Monday to Friday, 9 to 18."""
    days: dict[Weekday, list[tuple[dt.time, dt.time]]] = {}
    for day, stretch in sorted(
        (day, (one.start, one.end)) for one in hours for day in one.weekdays or ()
    ):
        days.setdefault(day, []).append(stretch)
    result: list[OpenDays] = []
    for day, stretches in days.items():
        before = result[-1] if result else None
        if before and before.last + 1 == day and before.stretches == stretches:
            result[-1] = OpenDays(before.first, day, stretches)
        else:
            result.append(OpenDays(day, day, stretches))
    return result
