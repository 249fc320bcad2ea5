"""A country, a region, and the school holidays of the data → why a day is not like any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import Field

from schaukasten.model.reading.fact import AsFact, Detail
from schaukasten.model.reading.fields import AsList, Words
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.exceptions import Period


class SchoolHoliday(Period):
    name: Words = Field(examples=["Sommerferien"])


class Holidays(Schema):
    """`content/data/holidays.yaml`: school holidays, which each state sets for itself."""

    school: Annotated[Detail[Annotated[list[SchoolHoliday], AsList]] | None, AsFact] = None


@dataclass(frozen=True)
class DaysOff:
    """Public and school holidays, by name; `country` and `region` as in ISO 3166."""

    country: str
    region: str | None
    language: str
    school: tuple[SchoolHoliday, ...] = ()

    def public(self, day: dt.date) -> str:
        """Return the name of the public holiday; empty on any other day."""
        return public_holidays(self.country, self.region, self.language, day.year).get(day, "")

    def in_school(self, day: dt.date) -> str:
        """Return the name of the school holidays that the day is in; empty outside them."""
        return next((holiday.name for holiday in self.school if day in holiday), "")

    @property
    def school_is_known_until(self) -> dt.date | None:
        """The last day of the last school holidays in the data."""
        return max((holiday.last for holiday in self.school), default=None)


@cache
def public_holidays(
    country: str, region: str | None, language: str, year: int
) -> Mapping[dt.date, str]:
    """Return a year's public holidays in a language, else in the country's own.

    Empty for a country that the library does not know.
    """
    entity = _entity(country)
    if entity is None:
        return {}
    # A region that there is none of is told where the data are read; the rules still run.
    subdivision = region if region in entity.subdivisions else None
    plain = language.split("-")[0]
    known = [code for code in entity.supported_languages if code.split("_")[0] == plain]
    # Left to itself, the library would name them in the language of the machine that builds.
    named = entity(
        subdiv=subdivision, years=year, language=known[0] if known else entity.default_language
    )
    return dict(named.items())


def regions(country: str) -> tuple[str, ...]:
    """Return the codes of a country's regions that have holidays of their own."""
    entity = _entity(country)
    return tuple(entity.subdivisions) if entity else ()


def _entity(country: str):  # type: ignore[no-untyped-def]
    # Here, since it takes a fifth of a second, and many a site never asks.
    import holidays

    try:
        return type(holidays.country_holidays(country))
    except NotImplementedError:  # the library's word for a country that it does not know
        return None
