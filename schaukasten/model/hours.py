"""Stretches of a week, as staff write them → the same, merged for reading."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import Field, model_validator

from schaukasten.messages import _
from schaukasten.model.fields import Day, Time, Weekday
from schaukasten.model.problem import Invalid
from schaukasten.model.schema import Schema


class Hours(Schema):
    """One stretch of time in a week, in local time; its keys are German so that they read aloud."""

    weekday: Day = Field(alias="wochentag", examples=["Mittwoch"])
    start: Time = Field(alias="von", examples=["17:00"])
    end: Time = Field(alias="bis", examples=["18:30"])

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Hours:
        if self.end <= self.start:
            what = _("The end ({end}) is not after the start ({start}).", **_clock(self))
            raise Invalid(what, _("Check “von” and “bis”."))
        return self


def _clock(hours: Hours) -> dict[str, str]:
    return {"start": f"{hours.start:%H:%M}", "end": f"{hours.end:%H:%M}"}


@dataclass(frozen=True)
class OpenDays:
    """Neighbouring days with the same hours: `first` to `last`, each open for all `stretches`."""

    first: Weekday
    last: Weekday
    stretches: list[tuple[dt.time, dt.time]]


def merged(hours: list[Hours]) -> list[OpenDays]:
    """Return the hours in order of the week, equal neighbours as one: Monday to Friday, 9 to 18."""
    days: dict[Weekday, list[tuple[dt.time, dt.time]]] = {}
    for stretch in sorted(hours, key=lambda stretch: (stretch.weekday, stretch.start)):
        days.setdefault(stretch.weekday, []).append((stretch.start, stretch.end))
    result: list[OpenDays] = []
    for day, stretches in days.items():
        before = result[-1] if result else None
        if before and before.last + 1 == day and before.stretches == stretches:
            result[-1] = OpenDays(before.first, day, stretches)
        else:
            result.append(OpenDays(day, day, stretches))
    return result
