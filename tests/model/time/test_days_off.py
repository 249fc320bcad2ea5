"""Public and school holidays of a country and a region."""

from __future__ import annotations

import datetime as dt

import pytest

from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from schaukasten.model.time.days_off import DaysOff, Holidays, SchoolHoliday
from schaukasten.model.time.public_holidays import regions
from tests.worlds import german

AUTUMN = SchoolHoliday(name="Herbstferien", ab="2026-10-17", zuletzt="2026-10-31")
REPENTANCE = SchoolHoliday(name="Buß- und Bettag", am="2026-11-18")


@pytest.mark.parametrize(
    ("country", "region", "language", "day", "name"),
    [
        ("DE", "NW", "de", "2026-11-01", "Allerheiligen"),
        ("DE", "BE", "de", "2026-11-01", ""),
        ("DE", None, "de", "2026-11-01", ""),
        ("DE", None, "de", "2026-10-03", "Tag der Deutschen Einheit"),
        ("DE", "NW", "de", "2026-12-24", ""),
        ("DE", "NW", "de", "2026-06-04", "Fronleichnam"),
        ("DE", "NW", "de", "2027-05-27", "Fronleichnam"),
        ("DE", "NW", "en", "2026-12-25", "Christmas Day"),
        ("DE", "NW", "en-GB", "2026-12-25", "Christmas Day"),
        # Names that nobody has translated are those of the country.
        ("DE", "NW", "tr", "2026-12-25", "Erster Weihnachtstag"),
        ("AT", "9", "de", "2026-10-26", "Nationalfeiertag"),
        ("CH", "ZH", "de", "2026-08-01", "Nationalfeiertag"),
        # Filipino is not Finnish.
        ("FI", None, "fil", "2026-12-06", "Itsenäisyyspäivä"),
        # Neither an unknown region nor an unknown country ends in a traceback.
        ("DE", "XX", "de", "2026-10-03", "Tag der Deutschen Einheit"),
        ("XX", None, "de", "2026-10-03", ""),
        ("", None, "de", "2026-10-03", ""),
        ("DE", "NW", "de", "1800-12-25", ""),
        ("DE", "NW", "de", "2199-12-25", ""),
    ],
)
def test_a_public_holiday_has_a_name_where_it_is_one(
    country: str, region: str | None, language: str, day: str, name: str
) -> None:
    assert DaysOff(country, region, language).public(dt.date.fromisoformat(day)) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-10-16", ""),
        ("2026-10-17", "Herbstferien"),
        ("2026-10-31", "Herbstferien"),
        ("2026-11-01", ""),
        ("2026-11-18", "Buß- und Bettag"),
    ],
)
def test_school_holidays_hold_their_first_and_their_last_day(day: str, name: str) -> None:
    days_off = DaysOff("DE", "NW", "de", (REPENTANCE, AUTUMN))
    assert days_off.in_school(dt.date.fromisoformat(day)) == name


@pytest.mark.parametrize(
    ("school", "day"),
    [((), None), ((AUTUMN,), dt.date(2026, 10, 31)), ((REPENTANCE, AUTUMN), dt.date(2026, 11, 18))],
)
def test_school_holidays_are_known_until_the_last_day_of_all(school: tuple, day: object) -> None:
    assert DaysOff("DE", "NW", "de", school).school_is_known_until == day


def test_a_country_has_its_regions() -> None:
    assert {"NW", "BY", "BE"} <= set(regions("DE"))
    assert regions("LI") == regions("XX") == ()


LINE = "  - name: Herbstferien\n    ab: 2026-10-17\n    zuletzt: 2026-10-31\n"
INDENTED = "    - name: Herbstferien\n      ab: 2026-10-17\n      zuletzt: 2026-10-31\n"


@pytest.mark.parametrize("text", [
    f"school:\n{LINE}",
    "school: {name: Herbstferien, ab: 2026-10-17, zuletzt: 2026-10-31}\n",
    f"school:\n  value:\n{INDENTED}  source: Land\n  confirmed: 2026-03-08\n",
])  # fmt: skip
def test_school_holidays_are_a_list_or_a_fact_with_its_source(text: str) -> None:
    holidays, problems = read(Holidays, parse(text), "f")
    assert [problem.text(german) for problem in problems] == []
    assert holidays is not None
    assert holidays.school is not None
    [autumn] = holidays.school.value
    assert (autumn.name, autumn.first.day, autumn.last.day) == ("Herbstferien", 17, 31)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("school:\n  - ab: 2026-10-17\n    zuletzt: 2026-10-31\n", "f:2: Es fehlt „name“."),
        ("school:\n  - name: A\n    ab: 2026-10-17\n", "f:2: school: Es ist nicht klar, welche"),
        ("school:\n  - name: A\n    ab: 2026-10-17\n    zuletzt: 2026-10-16\n",
         "f:2: school: Der letzte Tag (2026-10-16) liegt vor dem ersten (2026-10-17)."),
        ("ferien: []\n", "f:1: Den Schlüssel „ferien“ gibt es nicht."),
    ],
)  # fmt: skip
def test_a_slip_in_the_school_holidays_is_told_on_its_line(text: str, sentence: str) -> None:
    told = [problem.text(german) for problem in read(Holidays, parse(text), "f")[1]]
    assert any(line.startswith(sentence) for line in told), told
