"""One line of a schedule, as staff write it → what comes back, from when to when, and what not."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, NoReturn

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import AsList, Date, EndTime, Time, Weekday, YesNo
from schaukasten.model.reading.last_day import ends_on
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.exceptions import (
    AsDay,
    Extra,
    Move,
    Pause,
    Timed,
    ends_after_it_begins,
)
from schaukasten.model.time.rhythm import Rhythm, RhythmField
from schaukasten.model.time.stretch import refuse_mixed_up
from schaukasten.model.time.words import Weekdays

#: What says nothing beside single days.
_RECURRING = ("rhythmus", "ab", "zuletzt", "feiertage", "ferien")


class Slot(Schema):
    """One line of a schedule, in the association's local time."""

    weekdays: Weekdays | None = Field(default=None, alias="wochentag", examples=["Mittwoch"])
    days: Annotated[list[Date], AsList] = Field(
        default=[], alias="am", examples=["2026-03-08"], max_length=200
    )
    start: Time = Field(alias="von", examples=["17:00"])
    end: EndTime = Field(alias="bis", examples=["18:30"])
    rhythm: RhythmField = Field(
        default=Rhythm(), alias="rhythmus", examples=["jeden ersten im Monat"]
    )
    #: The first and the last day of a season.
    first: Date | None = Field(default=None, alias="ab", examples=["2026-03-08"])
    last: Annotated[Date | None, ends_on("zuletzt: laufend")] = Field(
        default=None, alias="zuletzt", examples=["2026-09-30"]
    )
    pauses: Annotated[list[Annotated[Pause, AsDay]], AsList] = Field(
        default=[], alias="nicht", examples=["[2026-12-24]"], max_length=200
    )
    moves: Annotated[list[Move], AsList] = Field(default=[], alias="verlegt", max_length=200)
    extras: Annotated[list[Annotated[Extra, AsDay]], AsList] = Field(
        default=[], alias="extra", examples=["[2026-12-27]"], max_length=200
    )
    #: Whether it takes place on public holidays; None: not said, so nobody can rely on it.
    on_holidays: YesNo | None = Field(default=None, alias="feiertage", examples=["nein"])
    in_school_holidays: YesNo = Field(default=True, alias="ferien", examples=["nein"])

    @model_validator(mode="before")
    @classmethod
    def _says_what_comes_back(cls, data: Any) -> Any:
        # Before the fields: afterwards nobody knows which of them were written.
        if isinstance(data, dict):
            _refuse_contradictions(data)
        return data

    @model_validator(mode="after")
    def _holds_together(self) -> Slot:
        days, rhythm = _days_and_rhythm(self.weekdays, self.rhythm)
        # What two lines say together, before anybody else has seen them.
        self.__dict__.update(weekdays=days, rhythm=rhythm)
        if not self.recurs and not self.days:
            _refuse_without_day()
        refuse_mixed_up(self.start, self.end)
        if self.first and self.last:
            ends_after_it_begins(self.first, self.last)
        if rhythm.interval > 1 and self.first is None:
            what = _("Of every second or third one nobody knows which is meant.")
            raise Invalid(what, _("Add the day of the first time: ab: 2026-03-11"))
        return self

    @property
    def recurs(self) -> bool:
        """Whether it comes back by a rhythm, and not on single days."""
        return bool(self.weekdays or self.rhythm.month_days)

    def has_usual_times(self, one: Timed) -> bool:
        """Whether a day that may have times of its own has those of all others."""
        times = (one.start or self.start, one.end or self.end)
        return times == (self.start, self.end)

    def until(self, last: dt.date) -> Slot:
        """Return the same, ending on a day; what was moved over it stays where it is now."""
        now = {move.day: move.to for move in self.moves}
        return self.model_copy(
            update={
                "days": [day for day in self.days if min(day, now.get(day, day)) <= last],
                "extras": [extra for extra in self.extras if extra.day <= last],
                # Of single days there is no season, see `_RECURRING`.
                "last": min(self.last or last, last) if self.recurs else None,
            }
        )

    def is_over(self, today: dt.date) -> bool:
        """Whether nothing of it is to come on that day or later."""
        return self.last_day < today

    @property
    def last_day(self) -> dt.date:
        """The day after which nothing of it comes; `date.max` where it has no end."""
        season = [self.last or dt.date.max] if self.recurs else []
        single = [*self.days, *(move.to for move in self.moves), *(one.day for one in self.extras)]
        return max([*season, *single], default=dt.date.min)


def _days_and_rhythm(
    weekdays: tuple[Weekday, ...] | None, rhythm: Rhythm
) -> tuple[tuple[Weekday, ...] | None, Rhythm]:
    """Return on which days of the week or of the month it comes back, read together."""
    if weekdays and rhythm.month_days:
        what = _("A day of the week and a day of the month exclude each other.")
        raise Invalid(what, _("Delete “wochentag”; or write at “rhythmus” the so-many-th of it."))
    if weekdays and rhythm.weekdays and weekdays != rhythm.weekdays:
        what = _("“wochentag” and “rhythmus” name different days.")
        raise Invalid(what, _("Write one of the two: rhythmus: jeden ersten im Monat"))
    if not weekdays and rhythm.in_digits:
        return None, rhythm.as_days
    return weekdays or rhythm.weekdays or None, rhythm


def _refuse_contradictions(written: dict[str, Any]) -> None:
    if not {"am", "wochentag", "rhythmus"} & written.keys():
        _refuse_without_day()
    if "am" not in written:
        return
    if "wochentag" in written:
        what = _("“wochentag” and “am” exclude each other.")
        raise Invalid(what, _("Keep one of the two; the other needs an entry of its own."))
    for key in _RECURRING:
        if key in written:
            what = _("“{key}” says nothing about single days.", key=key)
            raise Invalid(what, _("Delete it, or write “wochentag” in the place of “am”."))


def _refuse_without_day() -> NoReturn:
    what = _("It is not said on which day.")
    remedy = _("Add a line “wochentag: Mittwoch”, or for single days “am: 2026-03-08”.")
    raise Invalid(what, remedy)
