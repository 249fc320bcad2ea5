"""On which days a line of a schedule takes place, and at which moments."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest

from schaukasten.model.time.days_off import DaysOff, SchoolHoliday
from schaukasten.model.time.occurrence import (
    Occurrence,
    Status,
    falls_within,
    occurrences,
    usual_days,
)
from schaukasten.model.time.slot import Slot

BERLIN = ZoneInfo("Europe/Berlin")
AUTUMN = SchoolHoliday(name="Herbstferien", ab="2026-10-17", zuletzt="2026-10-31")
DAYS_OFF = DaysOff("DE", "NW", "de", (AUTUMN,))
FIRST, LAST = dt.date(2026, 9, 1), dt.date(2026, 12, 31)


def slot(**written: object) -> Slot:
    usual = {} if "am" in written else {"wochentag": "Mittwoch"}
    return Slot.model_validate(usual | {"von": "17:00", "bis": "18:30"} | written)


def days(slot: Slot, first: str, last: str) -> list[str]:
    found = usual_days(slot, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return [day.isoformat() for day in found]


def times(*slots: Slot, first: dt.date = FIRST, last: dt.date = LAST) -> list[Occurrence]:
    return occurrences(slots, first, last, BERLIN, DAYS_OFF)


def told(found: list[Occurrence]) -> list[str]:
    """`2026-12-24T17:00 cancelled (Heiligabend) < 2026-12-23T17:00`"""
    return [
        f"{one.start:%Y-%m-%dT%H:%M} {one.status}"
        + (f" ({one.reason})" if one.reason else "")
        + (f" < {one.other:%Y-%m-%dT%H:%M}" if one.other else "")
        for one in found
    ]


def on(found: list[Occurrence], day: str) -> list[str]:
    return told([one for one in found if one.day.isoformat() == day])


@pytest.mark.parametrize(
    ("written", "first", "last", "expected"),
    [
        ({}, "2026-12-02", "2026-12-16", ["2026-12-02", "2026-12-09", "2026-12-16"]),
        ({}, "2026-12-03", "2026-12-08", []),
        ({}, "2026-12-16", "2026-12-02", []),
        ({"wochentag": "Freitag bis Samstag"}, "2026-12-04", "2026-12-11",
         ["2026-12-04", "2026-12-05", "2026-12-11"]),
        ({"wochentag": ["Sonntag", "Montag"]}, "2026-12-06", "2026-12-07",
         ["2026-12-06", "2026-12-07"]),
        # A leap day is a day like another.
        ({"wochentag": "Dienstag"}, "2028-02-22", "2028-03-07",
         ["2028-02-22", "2028-02-29", "2028-03-07"]),
        ({"wochentag": "Dienstag", "rhythmus": "jeden letzten im Monat"}, "2028-02-01",
         "2028-03-31", ["2028-02-29", "2028-03-28"]),
        ({"wochentag": "Dienstag", "rhythmus": "jeden fünften im Monat"}, "2028-01-01",
         "2028-06-30", ["2028-02-29", "2028-05-30"]),
        ({"am": ["2028-02-29", "2027-02-28"]}, "2027-01-01", "2028-12-31",
         ["2027-02-28", "2028-02-29"]),
        # By the weekday in its month, not by the week of the month.
        ({"rhythmus": "jeden ersten im Monat"}, "2026-09-01", "2026-12-31",
         ["2026-09-02", "2026-10-07", "2026-11-04", "2026-12-02"]),
        ({"rhythmus": "jeden zweiten im Monat"}, "2026-09-01", "2026-10-31",
         ["2026-09-09", "2026-10-14"]),
        ({"rhythmus": "jeden dritten im Monat"}, "2026-09-01", "2026-10-31",
         ["2026-09-16", "2026-10-21"]),
        ({"rhythmus": "jeden vierten im Monat"}, "2026-09-01", "2026-10-31",
         ["2026-09-23", "2026-10-28"]),
        # Most months have no fifth one.
        ({"wochentag": "Montag", "rhythmus": "jeden fünften im Monat"}, "2026-08-01",
         "2026-12-31", ["2026-08-31", "2026-11-30"]),
        ({"wochentag": "Donnerstag", "rhythmus": "jeden letzten im Monat"}, "2026-11-01",
         "2027-02-28", ["2026-11-26", "2026-12-31", "2027-01-28", "2027-02-25"]),
        # Where the fourth is the last it is there once.
        ({"rhythmus": "jeden vierten und letzten im Monat"}, "2026-11-01", "2026-12-31",
         ["2026-11-25", "2026-12-23", "2026-12-30"]),
        ({"rhythmus": "jeden ersten und dritten im Monat"}, "2026-11-01", "2026-11-30",
         ["2026-11-04", "2026-11-18"]),
        ({"wochentag": "Montag und Dienstag", "rhythmus": "jeden ersten im Monat"}, "2026-12-01",
         "2026-12-31", ["2026-12-01", "2026-12-07"]),
        # 2026 has 53 weeks: whoever goes by odd and even ones is a week off from then on.
        ({"rhythmus": "jede zweite Woche", "ab": "2026-12-16"}, "2026-12-01", "2027-01-31",
         ["2026-12-16", "2026-12-30", "2027-01-13", "2027-01-27"]),
        ({"rhythmus": "jede dritte Woche", "ab": "2026-12-16"}, "2026-12-01", "2027-02-28",
         ["2026-12-16", "2027-01-06", "2027-01-27", "2027-02-17"]),
        ({"rhythmus": "alle vier Wochen", "ab": "2026-12-16"}, "2027-01-01", "2027-03-31",
         ["2027-01-13", "2027-02-10", "2027-03-10"]),
        # A window that begins in a week without it.
        ({"rhythmus": "jede zweite Woche", "ab": "2026-12-16"}, "2027-01-04", "2027-01-10", []),
        ({"rhythmus": "jede zweite Woche", "ab": "2026-12-16"}, "2028-01-01", "2028-01-31",
         ["2028-01-12", "2028-01-26"]),
        # Sunday and Monday of one rhythm are in the same week, which begins on Monday.
        ({"wochentag": ["Montag", "Sonntag"], "rhythmus": "jede zweite Woche",
          "ab": "2026-12-06"}, "2026-12-01", "2026-12-31",
         ["2026-12-06", "2026-12-14", "2026-12-20", "2026-12-28"]),
        # From the first time on, though the season begins days before it.
        ({"wochentag": "Montag", "rhythmus": "jede zweite Woche", "ab": "2026-09-01"},
         "2026-09-01", "2026-10-05", ["2026-09-07", "2026-09-21", "2026-10-05"]),
        ({"wochentag": "Montag", "rhythmus": "jede zweite Woche", "ab": "2026-09-06"},
         "2026-09-20", "2026-10-05", ["2026-09-21", "2026-10-05"]),
        ({"wochentag": ["Montag", "Freitag"], "rhythmus": "jede zweite Woche",
          "ab": "2026-09-02"}, "2026-09-01", "2026-09-30",
         ["2026-09-04", "2026-09-14", "2026-09-18", "2026-09-28"]),
    ],
)  # fmt: skip
def test_each_rhythm_has_its_days(
    written: dict, first: str, last: str, expected: list[str]
) -> None:
    assert days(slot(**written), first, last) == expected
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert falls_within(slot(**written), begin, end) is bool(expected)


@pytest.mark.parametrize(
    ("ab", "zuletzt", "expected"),
    [
        ("2026-12-09", "2026-12-16", ["2026-12-09", "2026-12-16"]),
        ("2026-12-10", "2026-12-15", []),
        ("2026-12-09", "2026-12-09", ["2026-12-09"]),
        ("2026-12-03", "2026-12-09", ["2026-12-09"]),
    ],
)
def test_a_season_holds_its_first_and_its_last_day(
    ab: str, zuletzt: str, expected: list[str]
) -> None:
    assert days(slot(ab=ab, zuletzt=zuletzt), "2026-12-01", "2026-12-31") == expected


@pytest.mark.parametrize("rhythmus", ["jede Woche", "jede zweite Woche", "jeden fünften im Monat"])
def test_a_window_shows_what_a_wider_one_shows_there(rhythmus: str) -> None:
    line = slot(rhythmus=rhythmus, ab="2025-01-01", wochentag=["Montag", "Mittwoch", "Sonntag"])
    wide = days(line, "2026-01-01", "2028-12-31")
    for number in range(0, 700, 3):
        first = dt.date(2026, 1, 1) + dt.timedelta(number)
        last = first + dt.timedelta(number % 40)
        narrow = days(line, first.isoformat(), last.isoformat())
        assert narrow == [day for day in wide if first.isoformat() <= day <= last.isoformat()]


def test_whether_centuries_hold_a_day_is_known_at_once() -> None:
    line = slot(wochentag="Montag bis Sonntag")
    begin = time.perf_counter()
    assert falls_within(line, dt.date(1800, 1, 1), dt.date(2199, 12, 31))
    assert time.perf_counter() - begin < 0.1


@pytest.mark.parametrize(
    ("day", "start", "end", "expected"),
    [
        ("2026-12-02", "17:00", "18:30", ("16:00", "17:30")),
        ("2026-07-01", "17:00", "18:30", ("15:00", "16:30")),
        # 29 March 2026, from 2 to 3 the clocks go forward: the time is skipped.
        ("2026-03-29", "2:30", "2:45", ("01:30", "01:45")),
        ("2026-03-29", "1:30", "2:30", ("00:30", "01:30")),
        # It begins later than it would end, and takes its twenty minutes.
        ("2026-03-29", "2:50", "3:10", ("01:50", "02:10")),
        ("2026-03-29", "1:30", "3:30", ("00:30", "01:30")),
        ("2026-03-29", "3:00", "4:00", ("01:00", "02:00")),
        # 25 October 2026, from 3 to 2 they go back: of two equal times it is the first.
        ("2026-10-25", "2:30", "2:45", ("00:30", "00:45")),
        ("2026-10-25", "1:30", "2:30", ("23:30", "00:30")),
        ("2026-10-25", "1:30", "3:30", ("23:30", "02:30")),
        ("2026-10-25", "3:00", "4:00", ("02:00", "03:00")),
    ],
)
def test_moments_of_both_nights_in_which_clocks_change(
    day: str, start: str, end: str, expected: tuple[str, str]
) -> None:
    date = dt.date.fromisoformat(day)
    [one] = times(slot(am=[day], von=start, bis=end), first=date, last=date)
    moments = (one.start.astimezone(dt.UTC), one.end.astimezone(dt.UTC))
    assert tuple(f"{moment:%H:%M}" for moment in moments) == expected


@pytest.mark.parametrize(
    ("feiertage", "expected"),
    [
        ("nein", "holiday (Allerheiligen)"),
        ("ja", "planned"),
        (None, "unsaid (Allerheiligen)"),
    ],
)
def test_on_a_public_holiday_it_is_as_was_said(feiertage: str | None, expected: str) -> None:
    said = {"feiertage": feiertage} if feiertage else {}
    found = times(slot(wochentag="Sonntag", **said))
    assert on(found, "2026-11-01") == [f"2026-11-01T17:00 {expected}"]
    assert on(found, "2026-11-08") == ["2026-11-08T17:00 planned"]


@pytest.mark.parametrize(
    ("ferien", "expected"),
    [
        ({}, "planned"),
        ({"ferien": "ja"}, "planned"),
        ({"ferien": "nein"}, "holiday (Herbstferien)"),
    ],
)
def test_in_school_holidays_it_is_as_was_said(ferien: dict, expected: str) -> None:
    found = times(slot(wochentag="Samstag", **ferien))
    edges = {"2026-10-10": "planned", "2026-10-17": expected, "2026-10-31": expected,
             "2026-11-07": "planned"}  # fmt: skip
    for day, status in edges.items():
        assert on(found, day) == [f"{day}T17:00 {status}"]


@pytest.mark.parametrize(
    ("exception", "expected"),
    [
        ({"nicht": [{"am": "2026-11-01", "grund": "Umbau"}]}, ["T17:00 cancelled (Umbau)"]),
        ({"nicht": ["2026-11-01"]}, ["T17:00 cancelled"]),
        ({"verlegt": [{"am": "2026-11-01", "auf": "2026-11-02"}]},
         ["T17:00 moved away < 2026-11-02T17:00"]),
        ({"extra": [{"am": "2026-11-01", "grund": "Trotzdem"}]}, ["T17:00 planned (Trotzdem)"]),
        ({"extra": [{"am": "2026-11-01", "von": "10:00", "bis": "11:00"}]},
         ["T10:00 extra", "T17:00 holiday (Allerheiligen)"]),
        ({"verlegt": [{"am": "2026-11-08", "auf": "2026-11-01", "von": "9:00", "bis": "9:30"}]},
         ["T09:00 moved here < 2026-11-08T17:00", "T17:00 holiday (Allerheiligen)"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ferien", ["ja", "nein"])
def test_exceptions_win_over_holidays(exception: dict, expected: list[str], ferien: str) -> None:
    found = times(slot(wochentag="Sonntag", feiertage="nein", ferien=ferien, **exception))
    assert on(found, "2026-11-01") == [f"2026-11-01{one}" for one in expected]


def test_an_extra_within_a_pause_takes_place() -> None:
    pause = {"ab": "2026-11-01", "zuletzt": "2026-11-30", "grund": "Umbau"}
    found = times(slot(nicht=[pause], extra=["2026-11-11"]), first=dt.date(2026, 11, 4),
                  last=dt.date(2026, 11, 18))  # fmt: skip
    assert told(found) == [
        "2026-11-04T17:00 cancelled (Umbau)",
        "2026-11-11T17:00 planned",
        "2026-11-18T17:00 cancelled (Umbau)",
    ]


def test_single_days_are_stopped_by_no_holiday() -> None:
    found = times(slot(am=["2026-11-01", "2026-10-20", "2026-10-20"]))
    assert told(found) == ["2026-10-20T17:00 planned", "2026-11-01T17:00 planned"]


def test_single_days_have_exceptions_too() -> None:
    found = times(
        slot(
            am=["2026-11-01", "2026-11-02", "2026-11-03"],
            nicht=[{"ab": "2026-11-01", "zuletzt": "2026-11-02"}],
            verlegt=[{"am": "2026-11-03", "auf": "2026-11-04"}],
        )
    )
    assert told(found) == [
        "2026-11-01T17:00 cancelled",
        "2026-11-02T17:00 cancelled",
        "2026-11-03T17:00 moved away < 2026-11-04T17:00",
        "2026-11-04T17:00 moved here < 2026-11-03T17:00",
    ]


def test_a_move_is_told_at_both_its_ends() -> None:
    move = {"am": "2026-11-11", "auf": "2026-11-12", "grund": "Martinszug"}
    found = times(slot(verlegt=[move]))
    assert on(found, "2026-11-11") == [
        "2026-11-11T17:00 moved away (Martinszug) < 2026-11-12T17:00"
    ]
    assert on(found, "2026-11-12") == [
        "2026-11-12T17:00 moved here (Martinszug) < 2026-11-11T17:00"
    ]


def test_a_move_to_another_hour_of_the_day_is_told_twice_on_it() -> None:
    move = {"am": "2026-11-11", "auf": "2026-11-11", "von": "19:00", "bis": "19:30"}
    found = on(times(slot(verlegt=[move])), "2026-11-11")
    assert found == [
        "2026-11-11T17:00 moved away < 2026-11-11T19:00",
        "2026-11-11T19:00 moved here < 2026-11-11T17:00",
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-11-11", "2026-11-11", ["2026-11-11T17:00 moved away < 2026-11-12T17:00"]),
        ("2026-11-12", "2026-11-12", ["2026-11-12T17:00 moved here < 2026-11-11T17:00"]),
        ("2026-11-13", "2026-11-17", []),
    ],
)
def test_a_move_over_the_edge_of_a_window_shows_the_end_that_is_in_it(
    first: str, last: str, expected: list[str]
) -> None:
    line = slot(verlegt=[{"am": "2026-11-11", "auf": "2026-11-12"}])
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert told(times(line, first=begin, last=end)) == expected


def test_a_move_of_a_day_that_is_none_brings_nothing() -> None:
    line = slot(verlegt=[{"am": "2026-11-10", "auf": "2026-11-12"}])
    assert on(times(line), "2026-11-12") == []


def test_of_two_moves_of_a_day_only_one_is_shown() -> None:
    moves = [{"am": "2026-11-11", "auf": "2026-11-12"}, {"am": "2026-11-11", "auf": "2026-11-13"}]
    found = times(slot(verlegt=moves))
    assert [one.day.day for one in found if one.status is Status.MOVED_HERE] == [13]


def test_several_lines_are_in_order_of_their_times() -> None:
    day = dt.date(2026, 12, 2)
    found = times(slot(), slot(von="9:00", bis="10:00"), slot(bis="18:00"), first=day, last=day)
    assert [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in found] == [
        "09:00-10:00", "17:00-18:00", "17:00-18:30",
    ]  # fmt: skip


def test_only_what_takes_place_takes_place() -> None:
    on_it = {status for status in Status if Occurrence(dt.datetime.min, dt.datetime.min,
             status).takes_place}  # fmt: skip
    assert on_it == {Status.PLANNED, Status.EXTRA, Status.MOVED_HERE}
