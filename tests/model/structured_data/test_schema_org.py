"""Hours and schedules as schema.org writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from schaukasten.model.structured_data.schema_org import (
    closed_on_holidays,
    known,
    opening_hours,
    schedule,
    special_opening_hours,
)
from schaukasten.model.time.hours import Hours, SpecialHours
from schaukasten.model.time.slot import Slot

ZONE = "Europe/Berlin"
WEEK = [
    Hours.model_validate({"wochentag": day, "von": "9:00", "bis": "17:00"})
    for day in ("Montag bis Mittwoch", "Samstag")
]


def slot(**line: object) -> Slot:
    return Slot.model_validate({"wochentag": "Mittwoch", "von": "17:00", "bis": "18:30"} | line)


def special(**line: object) -> SpecialHours:
    return SpecialHours.model_validate(line)


def names(days: list[str]) -> list[str]:
    return [day.removeprefix("https://schema.org/") for day in days]


def test_opening_hours_name_each_of_their_days() -> None:
    thing = opening_hours(WEEK[0])
    assert names(thing.pop("dayOfWeek")) == ["Monday", "Tuesday", "Wednesday"]
    assert thing == {
        "@type": "OpeningHoursSpecification",
        "opens": "09:00:00",
        "closes": "17:00:00",
    }


def test_a_closed_day_opens_and_closes_at_midnight() -> None:
    assert special_opening_hours(special(am="2026-12-24", grund="Heiligabend"), WEEK) == {
        "@type": "OpeningHoursSpecification",
        "validFrom": "2026-12-24",
        "validThrough": "2026-12-24",
        "opens": "00:00:00",
        "closes": "00:00:00",
        "description": "Heiligabend",
    }
    assert closed_on_holidays()["opens"] == closed_on_holidays()["closes"] == "00:00:00"
    assert names([closed_on_holidays()["dayOfWeek"]]) == ["PublicHolidays"]


def test_other_hours_of_a_single_day_hold_whatever_weekday_it_is() -> None:
    thing = special_opening_hours(special(am="2026-12-13", von="10:00", bis="14:00"), WEEK)
    assert (thing["opens"], thing["closes"]) == ("10:00:00", "14:00:00")
    assert "dayOfWeek" not in thing
    assert "description" not in thing


def test_other_hours_of_several_days_hold_on_those_on_which_the_house_opens() -> None:
    days = {"ab": "2026-12-14", "zuletzt": "2026-12-20"}
    thing = special_opening_hours(special(**days, von="10:00", bis="14:00"), WEEK)
    assert names(thing["dayOfWeek"]) == ["Monday", "Tuesday", "Wednesday", "Saturday"]
    assert (thing["validFrom"], thing["validThrough"]) == ("2026-12-14", "2026-12-20")


def test_several_closed_days_are_closed_on_every_weekday() -> None:
    thing = special_opening_hours(special(ab="2026-12-14", zuletzt="2026-12-20"), WEEK)
    assert "dayOfWeek" not in thing


@pytest.mark.parametrize(
    ("rhythm", "frequency", "days"),
    [
        ("jede Woche", "P1W", ["https://schema.org/Wednesday"]),
        ("jede zweite Woche", "P2W", ["https://schema.org/Wednesday"]),
        ("jeden ersten im Monat", "P1M", ["1WE"]),
        ("jeden ersten und dritten im Monat", "P1M", ["1WE", "3WE"]),
        ("jeden letzten im Monat", "P1M", ["-1WE"]),
    ],
)
def test_a_rhythm_is_a_frequency_with_days(rhythm: str, frequency: str, days: list[str]) -> None:
    thing = schedule(slot(rhythmus=rhythm, ab="2026-03-04"), None, [], ZONE)
    assert (thing["repeatFrequency"], thing["byDay"]) == (frequency, days)


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        ("jeden ersten alle zwei Monate", {"repeatFrequency": "P2M", "byDay": ["1WE"]}),
        ("jeden vorletzten im Monat", {"repeatFrequency": "P1M", "byDay": ["-2WE"]}),
        (
            "jeden ersten im Quartal",
            {"repeatFrequency": "P1M", "byDay": ["1WE"], "byMonth": [1, 4, 7, 10]},
        ),
    ],
)
def test_months_are_counted_or_named(rhythm: str, expected: dict) -> None:
    thing = schedule(slot(rhythmus=rhythm, ab="2026-03-04"), None, [], ZONE)
    assert expected.items() <= thing.items()


def test_a_day_of_the_month_has_no_weekday() -> None:
    written = {"rhythmus": "am 1. und 15. im Monat", "von": "17:00", "bis": "24:00"}
    thing = schedule(Slot.model_validate(written), None, [], ZONE)
    assert (thing["byMonthDay"], thing["repeatFrequency"]) == ([1, 15], "P1M")
    assert "byDay" not in thing


def test_several_weekdays_in_the_month_are_each_counted() -> None:
    line = slot(wochentag=["Montag", "Freitag"], rhythmus="jeden ersten und letzten im Monat")
    assert schedule(line, None, [], ZONE)["byDay"] == ["1MO", "-1MO", "1FR", "-1FR"]


def test_a_schedule_has_its_season_its_hours_its_zone_and_its_days_off() -> None:
    line = slot(ab="2026-03-04", zuletzt="2026-09-30")
    thing = schedule(line, line.first, [dt.date(2026, 5, 6), dt.date(2026, 5, 13)], ZONE)
    assert thing == {
        "@type": "Schedule",
        "byDay": ["https://schema.org/Wednesday"],
        "repeatFrequency": "P1W",
        "startTime": "17:00:00",
        "endTime": "18:30:00",
        "startDate": "2026-03-04",
        "endDate": "2026-09-30",
        "exceptDate": ["2026-05-06", "2026-05-13"],
        "scheduleTimezone": ZONE,
    }
    assert not {"startDate", "endDate", "exceptDate"} & schedule(slot(), None, [], ZONE).keys()


def test_what_nobody_knows_is_left_out_and_what_is_false_is_not() -> None:
    assert known({"a": None, "b": [], "c": False, "d": 0, "e": ""}) == {"c": False, "d": 0, "e": ""}
