"""Our own calendar files, read by programs of others: they must find the times that we show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings

from schaukasten.model.agenda.calendar_file import calendar_file
from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.agenda.calendar_parts import series
from schaukasten.model.time.days_off import DaysOff, SchoolHoliday
from schaukasten.model.time.occurrence import occurrences
from schaukasten.model.time.slot import Slot
from tests.model.agenda.readers import OTHERS, OWN, Read, reader
from tests.model.time.schedules import FIRST, LAST, slots

SUMMER = SchoolHoliday(name="Sommerferien", ab="2027-07-19", zuletzt="2027-08-31")
BERLIN = ZoneInfo("Europe/Berlin")
DAYS_OFF = DaysOff("DE", "NW", "de", (SUMMER,))
READERS = [OWN, *(pytest.param(name, marks=pytest.mark.needs(name)) for name in OTHERS)]
Times = list[tuple[dt.date, dt.date]]


@pytest.fixture(scope="module", params=READERS)
def read(request: pytest.FixtureRequest) -> Iterator[Read]:
    with reader(request.param) as read:
        yield read


def ours(slots: list[Slot], zone: ZoneInfo) -> Times:
    return sorted(
        (one.start.astimezone(dt.UTC), one.end.astimezone(dt.UTC))
        for one in occurrences(slots, FIRST, LAST, zone, DAYS_OFF)
        if one.takes_place
    )


def file(slots: list[Slot], zone: ZoneInfo) -> bytes:
    frame = Frame.around(FIRST, zone, DAYS_OFF, "verein.example")
    subject = Subject("angebot", "Treff", "https://verein.example/angebote/treff/")
    return calendar_file("Treff", series(slots, subject, frame), frame)


def theirs(slots: list[Slot], zone: ZoneInfo, *readers: Read) -> list[Times]:
    """Return what each of the readers finds in the file of a schedule."""
    text = file(slots, zone)
    begin = dt.datetime.combine(FIRST, dt.time(), zone)
    end = dt.datetime.combine(LAST + dt.timedelta(1), dt.time(), zone)
    return [sorted(one[1:] for one in read(text, begin, end)) for read in readers]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
# A few; thousands are tried by benchmarks/schedules.py.
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slot=slots())
def test_a_calendar_program_reads_the_times_that_we_show(zone: str, slot: Slot, read: Read) -> None:
    assert theirs([slot], ZoneInfo(zone), read) == [ours([slot], ZoneInfo(zone))]


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
def test_the_program_would_notice_a_difference(change: dict[str, object], read: Read) -> None:
    plain = {"wochentag": "Mittwoch bis Donnerstag", "von": "1:30", "bis": "2:30"}
    slot, other = Slot.model_validate(plain), Slot.model_validate(plain | change)
    assert theirs([slot], BERLIN, read) == [ours([slot], BERLIN)]
    assert theirs([other], BERLIN, read) != [ours([slot], BERLIN)]


#: In the form that comes to mind first, each is read otherwise by one of the three.
STUMBLING = {
    "an hour that clocks skip": {"wochentag": "Sonntag", "von": "2:30", "bis": "5:00"},
    "an hour that comes twice": {"wochentag": "Samstag", "von": "22:00", "bis": "2:30"},
    "a beginning in that hour": {
        "wochentag": "Sonntag", "von": "2:30", "bis": "3:10", "ab": "2027-10-31",
    },
    "a season that ends in that hour": {
        "wochentag": "Sonntag", "von": "2:30", "bis": "3:30", "zuletzt": "2027-10-31",
    },
    "a beginning that is shorter than the rest": {
        "wochentag": "Sonntag", "von": "1:30", "bis": "6:00", "ab": "2027-03-28",
    },
    "an end before the beginning that is skipped": {
        "wochentag": "Sonntag", "von": "2:50", "bis": "3:10",
    },
    "months that begin in the middle of the list": {
        "wochentag": "Montag und Freitag", "von": "18:00", "bis": "19:00",
        "rhythmus": "jeden zweiten von Oktober bis März", "ab": "2028-03-20",
    },
    "the last days of short months": {
        "von": "18:00", "bis": "19:00", "rhythmus": "am letzten Tag im Quartal",
    },
    "several days of some months": {
        "von": "18:00", "bis": "19:00", "rhythmus": "am 1. und 16. im März und April",
        "ab": "2027-03-20",
    },
    "the first and the last of some months": {
        "von": "18:00", "bis": "19:00", "ab": "2027-05-20",
        "rhythmus": "am 1. und letzten Tag im März, April und Juni",
    },
}  # fmt: skip


@pytest.mark.parametrize("written", STUMBLING.values(), ids=STUMBLING)
def test_what_some_program_stumbles_over_is_written_so_that_none_does(
    written: dict[str, object], read: Read
) -> None:
    slot = Slot.model_validate(written)
    assert theirs([slot], BERLIN, read) == [ours([slot], BERLIN)] != [[]]


# The third takes those that its machine knows by the zone's name.
@pytest.mark.parametrize("read", READERS[1:], indirect=True)
def test_two_programs_take_the_hours_of_the_zone_from_our_file(read: Read) -> None:
    slot = Slot.model_validate({"wochentag": "Mittwoch", "von": "18:00", "bis": "19:00"})
    begin, end = (dt.datetime(2027, 7, day, tzinfo=BERLIN) for day in (7, 8))
    text = file([slot], BERLIN)
    (right,) = read(text, begin, end)
    (other,) = read(text.replace(b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0500"), begin, end)
    assert right.start - other.start == dt.timedelta(hours=3)
