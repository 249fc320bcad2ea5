"""What is not as usual on a day: off, moved, or one time more.

Keys are German, so that a line reads aloud: `nicht: [{am: 2026-12-24, grund: Betriebsferien}]`.
"""

from __future__ import annotations

import datetime as dt

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import Date, EndTime, Time, Words
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.short import short_for
from schaukasten.model.time.stretch import refuse_mixed_up

#: `nicht: [2026-12-24]` is the short form of `nicht: [{am: 2026-12-24}]`.
AsDay = short_for("am")


class Period(Schema):
    """A day (`am`), or all days from `ab` to `zuletzt`."""

    day: Date | None = Field(default=None, alias="am", examples=["2026-12-24"])
    since: Date | None = Field(default=None, alias="ab", examples=["2026-12-24"])
    until: Date | None = Field(default=None, alias="zuletzt", examples=["2027-01-01"])

    @model_validator(mode="after")
    def _is_a_period(self) -> Period:
        is_day = self.day is not None and self.since is None and self.until is None
        is_stretch = self.day is None and self.since is not None and self.until is not None
        if not is_day and not is_stretch:
            what = _("It is not clear which days are meant.")
            raise Invalid(
                what, _("Write “am” for one day, or both “ab” and “zuletzt” for several.")
            )
        ends_after_it_begins(self.first, self.last)
        return self

    @property
    def first(self) -> dt.date:
        return self.day or self.since or dt.date.min

    @property
    def last(self) -> dt.date:
        return self.day or self.until or dt.date.max

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


class Pause(Period):
    """Days on which it does not take place."""

    reason: Words | None = Field(default=None, alias="grund", examples=["Betriebsferien"])


class Timed(Schema):
    """A day that may have times of its own; without them it is as usual."""

    start: Time | None = Field(default=None, alias="von", examples=["17:00"])
    end: EndTime | None = Field(default=None, alias="bis", examples=["18:30"])
    reason: Words | None = Field(default=None, alias="grund", examples=["Sommerfest"])

    @model_validator(mode="after")
    def _has_both_times(self) -> Timed:
        if (self.start is None) != (self.end is None):
            what = _("Of the two times one is missing.")
            raise Invalid(what, _("Write both, “von” and “bis”, or neither."))
        if self.start and self.end:
            refuse_mixed_up(self.start, self.end)
        return self


class Extra(Timed):
    """One time more than the rhythm says."""

    day: Date = Field(alias="am", examples=["2026-12-27"])


class Move(Timed):
    """A time that is on another day, or at another hour of the same."""

    day: Date = Field(alias="am", examples=["2026-12-24"])
    to: Date = Field(alias="auf", examples=["2026-12-23"])


def ends_after_it_begins(first: dt.date, last: dt.date) -> None:
    """Raise Invalid for days of which the last comes before the first."""
    if last < first:
        days = {"first": first.isoformat(), "last": last.isoformat()}
        what = _("The last day ({last}) is before the first ({first}).", **days)
        raise Invalid(what, _("Check “ab” and “zuletzt”."))
