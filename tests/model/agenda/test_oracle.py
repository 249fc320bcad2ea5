"""Our own calendar files, read by a program of others: it must find the times that we show."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import HealthCheck, given, settings

from schaukasten.model.agenda.calendar_file import calendar_file
from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.agenda.calendar_parts import series
from schaukasten.model.time.days_off import DaysOff, SchoolHoliday
from schaukasten.model.time.occurrence import occurrences
from schaukasten.model.time.slot import Slot
from tests.model.time.schedules import FIRST, LAST, slots

SUMMER = SchoolHoliday(name="Sommerferien", ab="2027-07-19", zuletzt="2027-08-31")
BERLIN = ZoneInfo("Europe/Berlin")
DAYS_OFF = DaysOff("DE", "NW", "de", (SUMMER,))
Times = list[tuple[dt.datetime, dt.datetime]]


def ours(slots: list[Slot], zone: ZoneInfo) -> Times:
    return sorted(
        (one.start.astimezone(dt.UTC), one.end.astimezone(dt.UTC))
        for one in occurrences(slots, FIRST, LAST, zone, DAYS_OFF)
        if one.takes_place
    )


def theirs(slots: list[Slot], zone: ZoneInfo) -> Times:
    frame = Frame.around(FIRST, zone, DAYS_OFF, "verein.example")
    subject = Subject("angebot", "Treff", "https://verein.example/angebote/treff/")
    text = calendar_file("Treff", series(slots, subject, frame), frame)
    calendar = icalendar.Calendar.from_ical(text)
    begin = dt.datetime.combine(FIRST, dt.time(), zone)
    end = dt.datetime.combine(LAST + dt.timedelta(1), dt.time(), zone)
    found = recurring_ical_events.of(calendar).between(begin, end)
    return sorted(
        (event.start.astimezone(dt.UTC), event.end.astimezone(dt.UTC))
        for event in found
        # What was called off is told, so that a subscriber knows why.
        if begin <= event.start and event.get("status") != "CANCELLED"
    )


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
# A few; thousands are tried by benchmarks/schedules.py.
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slot=slots())
def test_a_calendar_program_reads_the_times_that_we_show(zone: str, slot: Slot) -> None:
    assert theirs([slot], ZoneInfo(zone)) == ours([slot], ZoneInfo(zone))


@pytest.mark.parametrize("change", [
    {"nicht": ["2027-03-31"]},
    {"verlegt": [{"am": "2027-03-31", "auf": "2027-03-30"}]},
    {"extra": ["2027-03-30"]},
    {"bis": "2:31"},
    {"rhythmus": "jeden letzten im Monat"},
    {"feiertage": "ja"},
    {"ferien": "nein"},
    {"zuletzt": "2028-12-31"},
])  # fmt: skip
def test_the_program_would_notice_a_difference(change: dict[str, object]) -> None:
    plain = {"wochentag": "Mittwoch bis Donnerstag", "von": "1:30", "bis": "2:30"}
    slot, other = Slot.model_validate(plain), Slot.model_validate(plain | change)
    assert theirs([slot], BERLIN) == ours([slot], BERLIN) != theirs([other], BERLIN)
