"""A country, a region and a year → the days that its laws make holidays, here or in some places.

The days come from the library `holidays`, which follows the laws of about 250 countries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from schaukasten.kept.remembered import remembered

#: Holidays of those places only that a law describes and nobody can know from the region: in
#: Germany where most people are Catholic (BayFTG Art. 1, SächsSFG § 1, ThürFGtG § 2), in
#: Switzerland where a canton leaves it to its communes.
_SOME_PLACES = {"DE": ("catholic",), "CH": ("optional",)}

Days = Mapping[dt.date, str]


@remembered
def public_holidays(country: str, region: str | None, language: str, year: int) -> Days:
    """Return a year's public holidays in a language, else in the country's own.

    Empty for a country that the library does not know.
    """
    return _days(country, [region], language, year, ["public"])


@remembered
def doubtful_holidays(country: str, region: str | None, language: str, year: int) -> Days:
    """Return the days that are holidays in some places only of a region, or of a country."""
    places = [region] if region in regions(country) else [None, *regions(country)]
    every = _days(country, places, language, year, ["public", *_SOME_PLACES.get(country, ())])
    known = public_holidays(country, region, language, year)
    return {day: name for day, name in every.items() if day not in known}


@remembered
def regions(country: str) -> tuple[str, ...]:
    """Return the codes of a country's regions that have holidays of their own."""
    entity = _entity(country)
    return tuple(entity.subdivisions) if entity else ()


def _days(
    country: str, places: Iterable[str | None], language: str, year: int, categories: list[str]
) -> Days:
    entity = _entity(country)
    if entity is None:
        return {}
    plain = language.split("-")[0]
    known = [code for code in entity.supported_languages if code.split("_")[0] == plain]
    found: dict[dt.date, str] = {}
    for place in places:
        # A region that there is none of is told where the data are read; the rules still run.
        subdivision = place if place in entity.subdivisions else None
        # Left to itself, the library would name them in the language of the machine that builds.
        named = entity(
            subdiv=subdivision,
            years=year,
            language=known[0] if known else entity.default_language,
            categories=categories,
        )
        found = dict(named.items()) | found
    return found


@cache
def _entity(country: str):  # type: ignore[no-untyped-def]
    """Return the library's class of a country, or None for one that it does not know."""
    # Here, since many a site never asks.
    import holidays
    from holidays.registry import COUNTRIES

    name = next((name for name, codes in COUNTRIES.items() if country in codes), None)
    if name is None:
        return None
    # The library's own way imports all 250 countries to get at one.
    file = Path(holidays.__file__).parent / "countries" / f"{name}.py"
    spec = spec_from_file_location(f"holidays.countries.{name}", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, country)
