"""Public and school holidays of a country and a region."""

from __future__ import annotations

import datetime as dt

import pytest

from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from schaukasten.model.time.days_off import DaysOff, Holidays, LocalHoliday, SchoolHoliday
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


@pytest.mark.parametrize(
    ("country", "region", "day", "name"),
    [
        # A holiday of places with more Catholics; of the one place that the law names.
        ("DE", "BY", "2026-08-15", "Mariä Himmelfahrt"),
        ("DE", "SN", "2026-06-04", "Fronleichnam"),
        ("DE", "TH", "2026-06-04", "Fronleichnam"),
        ("DE", "NW", "2026-08-15", ""),
        # In all of Saarland; in no place of Berlin.
        ("DE", "SL", "2026-08-15", ""),
        ("DE", "BE", "2026-06-04", ""),
        # Of a country without a region nobody knows in which part the house is.
        ("DE", None, "2026-11-01", "Allerheiligen"),
        ("DE", None, "2026-10-03", ""),
        ("XX", None, "2026-10-03", ""),
        ("", None, "2026-10-03", ""),
    ],
)
def test_a_holiday_of_some_places_only_is_doubtful(
    country: str, region: str | None, day: str, name: str
) -> None:
    found = DaysOff(country, region, "de")
    assert found.doubtful(dt.date.fromisoformat(day)) == name
    assert not (name and found.public(dt.date.fromisoformat(day)))


def bavaria(*local: dict[str, str]) -> DaysOff:
    entries = tuple(LocalHoliday.model_validate(one) for one in local)
    return DaysOff("DE", "BY", "de", local=entries)


@pytest.mark.parametrize(
    ("local", "day", "public", "doubtful"),
    [
        ({"name": "Mariä Himmelfahrt"}, "2026-08-15", "Mariä Himmelfahrt", ""),
        ({"name": "mariä himmelfahrt"}, "2027-08-15", "mariä himmelfahrt", ""),
        ({"name": "Mariä Himmelfahrt", "frei": "nein"}, "2026-08-15", "", ""),
        # A holiday of another state, on its day of each year.
        ({"name": "Buß- und Bettag"}, "2026-11-18", "Buß- und Bettag", ""),
        ({"name": "Buß- und Bettag"}, "2027-11-17", "Buß- und Bettag", ""),
        ({"name": "Friedensfest", "am": "8. August"}, "2026-08-08", "Friedensfest", ""),
        ({"name": "Friedensfest", "am": "8.8."}, "2031-08-08", "Friedensfest", ""),
        ({"name": "Stadtjubiläum", "am": "2026-08-08"}, "2026-08-08", "Stadtjubiläum", ""),
        ({"name": "Stadtjubiläum", "am": "2026-08-08"}, "2027-08-08", "", ""),
        # What the law says of all may not be so here.
        ({"name": "Fronleichnam", "frei": "nein"}, "2026-06-04", "", ""),
    ],
)
def test_the_data_say_what_is_so_in_this_place(
    local: dict[str, str], day: str, public: str, doubtful: str
) -> None:
    found = bavaria(local)
    date = dt.date.fromisoformat(day)
    assert (found.public(date), found.doubtful(date)) == (public, doubtful)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("local: [{name: X, am: 31. Juni}]", "f:1: am: „31. Juni“ gibt es im Kalender nicht."),
        ("local: [{name: X, am: im Juni}]", "f:1: am: „im Juni“ ist kein Datum. Schreiben Sie Tag "
         "und Monat: am: 8. August. Oder, nur für ein Jahr: am: 2026-08-08"),
        ("local: [{name: X, am: 5. Wonnemonat}]", "f:1: am: „5. Wonnemonat“ gibt es im"),
    ],
)  # fmt: skip
def test_a_day_that_is_none_is_refused(text: str, sentence: str) -> None:
    found, problems = read(Holidays, parse(text), "f")
    assert found is None
    assert problems[0].text(german).startswith(sentence)
