"""A country, a region, and what the data add to them → why a day is not like any other."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import Field, PlainValidator

from schaukasten.language.messages import _
from schaukasten.model.reading.fact import AsFact, Detail
from schaukasten.model.reading.fields import AsList, Words, YesNo, iso_date, shown
from schaukasten.model.reading.other_notations import MONTHS
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.exceptions import Period
from schaukasten.model.time.public_holidays import doubtful_holidays, public_holidays


class SchoolHoliday(Period):
    name: Words = Field(examples=["Sommerferien"])


@dataclass(frozen=True)
class DayOfYear:
    """The same day every year; or with a `year` in this one only."""

    month: int
    day: int
    year: int | None = None

    def __contains__(self, day: dt.date) -> bool:
        same_day = (day.month, day.day) == (self.month, self.day)
        return same_day and self.year in (None, day.year)


def _day_of_year(value: object) -> DayOfYear:
    """Return what `8. August`, `8.8.` or a whole date means; else raise Invalid."""
    text = " ".join(value.split()).casefold() if isinstance(value, str) else ""
    if found := re.fullmatch(r"(\d{1,2})\. ?(?:(\d{1,2})\.|([^\W\d_]+))", text):
        month = int(found[2]) if found[2] else MONTHS.get(found[3], 0)
        try:
            # In a leap year there is every day.
            dt.date(2028, month, int(found[1]))
        except ValueError:
            what = _("“{value}” is not a day of the calendar.", value=shown(value))
            raise Invalid(what, _("Check the day and the month.")) from None
        return DayOfYear(month, int(found[1]))
    try:
        day = iso_date(value)
    except Invalid as invalid:
        remedy = _("Write day and month: am: 8. August. Or, for one year only: am: 2026-08-08")
        raise Invalid(invalid.what, remedy) from None
    return DayOfYear(day.month, day.day, day.year)


class LocalHoliday(Schema):
    """A holiday of this place; or one that some places have and this one has not (`frei: nein`).

    Without a day it is one that the law gives to some places, by its name.
    """

    name: Words = Field(examples=["Mariä Himmelfahrt"])
    day: Annotated[DayOfYear | None, PlainValidator(_day_of_year)] = Field(
        default=None, alias="am", examples=["8. August"]
    )
    is_off: YesNo = Field(default=True, alias="frei", examples=["nein"])


class Holidays(Schema):
    """`content/data/holidays.yaml`: what each state, and each place, sets for itself."""

    school: Annotated[Detail[Annotated[list[SchoolHoliday], AsList]] | None, AsFact] = None
    local: Annotated[list[LocalHoliday], AsList] = Field(default=[], max_length=50)


@dataclass(frozen=True)
class DaysOff:
    """Public, local and school holidays, by name; `country` and `region` as in ISO 3166."""

    country: str
    region: str | None
    language: str
    school: tuple[SchoolHoliday, ...] = ()
    local: tuple[LocalHoliday, ...] = ()

    def public(self, day: dt.date) -> str:
        """Return the name of the public holiday; empty on any other day."""
        if local := self._local(day):
            return local.name if local.is_off else ""
        return public_holidays(self.country, self.region, self.language, day.year).get(day, "")

    def doubtful(self, day: dt.date) -> str:
        """Return the name of a holiday that some places of the region have; else empty."""
        if self._local(day) or self.public(day):
            return ""
        return doubtful_holidays(self.country, self.region, self.language, day.year).get(day, "")

    def in_school(self, day: dt.date) -> str:
        """Return the name of the school holidays that the day is in; empty outside them."""
        return next((holiday.name for holiday in self.school if day in holiday), "")

    @property
    def school_is_known_until(self) -> dt.date | None:
        """The last day of the last school holidays in the data."""
        return max((holiday.last for holiday in self.school), default=None)

    def knows(self, holiday: LocalHoliday, year: int) -> bool:
        """Return whether it is said, or known by its name, when it is."""
        names = _by_name(self.country, self.language, year)
        return holiday.day is not None or holiday.name.casefold() in names

    def _local(self, day: dt.date) -> LocalHoliday | None:
        for one in self.local:
            if one.day is not None:
                if day in one.day:
                    return one
            elif _by_name(self.country, self.language, day.year).get(one.name.casefold()) == day:
                return one
        return None


@cache
def _by_name(country: str, language: str, year: int) -> dict[str, dt.date]:
    """Return when each holiday is that some place of the country has."""
    anywhere = {
        **doubtful_holidays(country, None, language, year),
        **public_holidays(country, None, language, year),
    }
    return {name.casefold(): day for day, name in anywhere.items()}
