"""Our VTIMEZONE, read by another program: it must tell the time that zoneinfo tells."""

from __future__ import annotations

import datetime as dt
from io import StringIO
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical

from schaukasten.model.agenda.time_zone import is_shown_once, observances, vtimezone

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2028, 12, 31)
HOURS = [
    dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=number)
    for number in range(((LAST - FIRST).days + 1) * 24)
]


def wrong_hours(component: icalendar.Timezone, zone: ZoneInfo) -> list[str]:
    """The hours of three years, in UTC, at which `dateutil` reads another local time."""
    theirs = tzical(StringIO(component.to_ical().decode())).get(zone.key)
    return [
        f"{hour:%Y-%m-%d %H:%M}"
        for hour in HOURS
        if hour.astimezone(zone).utcoffset() != hour.astimezone(theirs).utcoffset()
    ]


@pytest.mark.whole
@pytest.mark.parametrize(
    "name",
    ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC",
     "Australia/Lord_Howe", "Europe/Dublin",
     "Africa/Casablanca"],
)  # fmt: skip
def test_another_program_reads_the_time_of_each_hour(name: str) -> None:
    zone = ZoneInfo(name)
    assert wrong_hours(vtimezone(zone, FIRST, LAST), zone) == []


def test_the_librarys_own_is_wrong_in_the_night_in_which_summer_begins() -> None:
    """Why `time_zone.py` is there; once this fails it may go."""
    theirs = icalendar.Timezone.from_tzid("Europe/Berlin", first_date=FIRST, last_date=LAST)
    # The first hour of each summer, and no other: it is not the reader that is wrong.
    assert wrong_hours(theirs, ZoneInfo("Europe/Berlin")) == [
        "2026-03-29 01:00",
        "2027-03-28 01:00",
        "2028-03-26 01:00",
    ]


def test_an_onset_is_told_in_the_time_before_it() -> None:
    changes = observances(ZoneInfo("Europe/Berlin"), FIRST, dt.date(2026, 12, 31))
    told = [f"{one.begins:%Y-%m-%d %H:%M:%S} {one.name} {one.offset}" for one in changes]
    assert told == [
        "2025-10-26 03:00:00 CET 1:00:00",
        "2026-03-29 02:00:00 CEST 2:00:00",
        "2026-10-25 03:00:00 CET 1:00:00",
    ]
    assert [one.is_summer for one in changes] == [False, True, False]


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        # The day of a change is in it, be it the first or the last.
        (dt.date(2026, 3, 29), dt.date(2026, 3, 29), 2),
        (dt.date(2026, 3, 31), dt.date(2026, 10, 22), 1),
        (dt.date(2026, 3, 1), dt.date(2026, 10, 25), 3),
    ],
)
def test_each_change_until_the_last_day_is_over_is_there(
    first: dt.date, last: dt.date, count: int
) -> None:
    assert len(observances(ZoneInfo("Europe/Berlin"), first, last)) == count


def test_a_zone_that_never_changes_has_one_observance() -> None:
    [only] = observances(ZoneInfo("Asia/Kolkata"), FIRST, LAST)
    assert (only.offset_before, only.offset) == (dt.timedelta(hours=5, minutes=30),) * 2


@pytest.mark.parametrize(
    ("name", "day"),
    # What is changed just after midnight was put back into the day before.
    [("Europe/Berlin", dt.date(2026, 3, 29)), ("Europe/Berlin", dt.date(2026, 10, 25)),
     ("America/St_Johns", dt.date(2010, 11, 6)), ("Antarctica/Casey", dt.date(2010, 3, 5)),
     ("America/Havana", dt.date(2026, 3, 8)), ("Australia/Lord_Howe", dt.date(2026, 4, 5)),
     ("Pacific/Apia", dt.date(2011, 12, 30))],
)  # fmt: skip
def test_a_time_that_clocks_show_twice_or_never_is_known(name: str, day: dt.date) -> None:
    zone = ZoneInfo(name)
    begin = dt.datetime.combine(day, dt.time(), zone) - dt.timedelta(days=2)
    times = [begin + quarter * dt.timedelta(minutes=15) for quarter in range(5 * 24 * 4)]
    unclear = [time for time in times if time.utcoffset() != time.replace(fold=1).utcoffset()]
    assert unclear
    assert [time for time in times if not is_shown_once(time)] == unclear


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_first_and_the_last_day_have_times_too(day: dt.date) -> None:
    assert is_shown_once(dt.datetime.combine(day, dt.time(18), ZoneInfo("Europe/Berlin")))
