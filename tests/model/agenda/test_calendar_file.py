"""What stands in a calendar file, down to its bytes; that it is right is tried by test_oracle."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import icalendar
import pytest

from schaukasten.model.agenda.calendar_file import calendar_file, component
from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.agenda.calendar_parts import all_day, series, sittings
from schaukasten.model.time.days_off import DaysOff
from schaukasten.model.time.sitting import Sitting
from schaukasten.model.time.slot import Slot

BERLIN = ZoneInfo("Europe/Berlin")
FRAME = Frame.around(dt.date(2026, 6, 20), BERLIN, DaysOff("DE", "NW", "de"), "verein.example")
SUBJECT = Subject("angebot-treff", "Treff", "https://verein.example/angebote/treff/")


def slot(**written: object) -> Slot:
    usual = {} if "am" in written else {"wochentag": "Mittwoch"}
    return Slot.model_validate(usual | {"von": "17:00", "bis": "18:30"} | written)


def raw(*slots: Slot, subject: Subject = SUBJECT, name: str = "Treff") -> bytes:
    return calendar_file(name, series(slots, subject, FRAME), FRAME)


def lines(*slots: Slot, subject: Subject = SUBJECT, name: str = "Treff") -> list[str]:
    """The lines of a file, unfolded."""
    return raw(*slots, subject=subject, name=name).decode().replace("\r\n ", "").split("\r\n")


def found(key: str, text: list[str]) -> list[str]:
    return [line for line in text if line.split(":")[0].split(";")[0] == key]


def uids(*slots: Slot) -> list[str]:
    return [line.removeprefix("UID:").split("@")[0] for line in found("UID", lines(*slots))]


def test_a_frame_is_the_year_and_the_two_that_follow() -> None:
    assert (FRAME.first, FRAME.last) == (dt.date(2026, 1, 1), dt.date(2028, 12, 31))


def test_a_file_says_whose_it_is_and_how_often_to_look_again() -> None:
    assert lines(name="Kalender des Vereins")[:8] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Schaukasten//Schaukasten//EN",
        "METHOD:PUBLISH",
        "NAME:Kalender des Vereins",
        "X-WR-CALNAME:Kalender des Vereins",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        # UNTIL is the start of the last time, in UTC: in winter an hour before, in summer two.
        ({}, "FREQ=WEEKLY;UNTIL=20281227T160000Z;BYDAY=WE;WKST=MO"),
        ({"zuletzt": "2026-07-31"}, "FREQ=WEEKLY;UNTIL=20260729T150000Z;BYDAY=WE;WKST=MO"),
        ({"wochentag": "Montag bis Mittwoch"},
         "FREQ=WEEKLY;UNTIL=20281227T160000Z;BYDAY=MO,TU,WE;WKST=MO"),
        ({"rhythmus": "jede zweite Woche", "ab": "2026-09-02", "zuletzt": "2026-12-16"},
         "FREQ=WEEKLY;UNTIL=20261209T160000Z;INTERVAL=2;BYDAY=WE;WKST=MO"),
        ({"rhythmus": "jeden ersten und letzten im Monat", "zuletzt": "2026-12-31"},
         "FREQ=MONTHLY;UNTIL=20261230T160000Z;BYDAY=1WE,-1WE;WKST=MO"),
    ],
)  # fmt: skip
def test_what_comes_back_is_one_rule(written: dict, rule: str) -> None:
    assert found("RRULE", lines(slot(**written))) == [f"RRULE:{rule}"]


def test_a_season_begins_with_its_first_time() -> None:
    text = lines(slot(ab="2026-09-01", zuletzt="2026-12-31"))
    assert found("DTSTART", text)[-1] == "DTSTART;TZID=Europe/Berlin:20260902T170000"
    assert found("DTEND", text) == ["DTEND;TZID=Europe/Berlin:20260902T183000"]


def test_a_season_beyond_the_calendar_is_not_in_it() -> None:
    assert found("UID", lines(slot(ab="2029-01-01"))) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            {"nicht": [{"ab": "2026-09-09", "zuletzt": "2026-09-16"}]},
            ":20260909T170000,20260916T170000",
        ),
        # Told by a component of its own: see below.
        ({"nicht": ["2026-09-09", "2026-12-16"]}, ""),
        ({"wochentag": "Sonntag", "feiertage": "nein"}, ":20261101T170000"),
        ({"wochentag": "Sonntag"}, ":20261101T170000"),
        ({"wochentag": "Sonntag", "feiertage": "ja"}, ""),
        ({"wochentag": "Sonntag", "feiertage": "nein", "extra": ["2026-11-01"]}, ""),
    ],
)
def test_days_off_are_taken_out_of_the_rule(written: dict, expected: str) -> None:
    text = lines(slot(ab="2026-09-01", zuletzt="2026-12-20", **written))
    line = f"EXDATE;TZID=Europe/Berlin{expected}"
    assert found("EXDATE", text) == ([line] if expected else [])


def test_a_move_replaces_one_time_of_the_rule() -> None:
    move = {"am": "2026-11-11", "auf": "2026-11-12", "von": "19:00", "bis": "20:00"}
    text = lines(slot(zuletzt="2026-12-31", verlegt=[move]))
    assert found("RECURRENCE-ID", text) == ["RECURRENCE-ID;TZID=Europe/Berlin:20261111T170000"]
    assert found("DTSTART", text)[-1] == "DTSTART;TZID=Europe/Berlin:20261112T190000"
    assert found("EXDATE", text) == []
    assert len(set(found("UID", text))) == 1


def test_what_is_added_is_an_event_of_its_own() -> None:
    assert uids(slot(extra=["2026-12-24"])) == ["angebot-treff-we1", "angebot-treff-we1-20261224"]


def test_what_came_into_the_calendar_from_the_year_before_is_an_event_of_its_own() -> None:
    line = slot(ab="2025-12-03", verlegt=[{"am": "2025-12-31", "auf": "2026-01-02"}])
    assert uids(line) == ["angebot-treff-we1", "angebot-treff-we1-20251231"]


@pytest.mark.parametrize("written", [
    {},
    {"wochentag": ["Montag", "Freitag"], "rhythmus": "jeden letzten im Monat"},
    {"am": ["2026-12-05", "2026-12-19"]},
    {"extra": ["2026-12-24"], "verlegt": [{"am": "2026-12-09", "auf": "2026-12-10"}]},
    {"am": ["2026-12-05"], "verlegt": [{"am": "2026-12-05", "auf": "2026-12-06"}]},
])  # fmt: skip
def test_a_uid_stays_when_only_the_hour_changes(written: dict) -> None:
    before = uids(slot(**written))
    assert before == uids(slot(**written, von="9:15", bis="10:45"))
    assert before == uids(slot(**written, bis="19:00"))


def test_lines_of_the_same_days_have_uids_of_their_own() -> None:
    found = uids(slot(), slot(von="19:00", bis="20:00"), slot(am=["2026-12-05"]),
                 slot(am=["2026-12-05"], von="19:00", bis="20:00"))  # fmt: skip
    assert len(set(found)) == len(found) == 4


def test_two_extras_of_a_day_have_uids_of_their_own() -> None:
    extras = [{"am": "2026-12-24", "von": f"{hour}:00", "bis": f"{hour}:30"} for hour in (9, 11)]
    assert uids(slot(extra=extras))[1:] == [
        "angebot-treff-we1-20261224",
        "angebot-treff-we1-20261224-2",
    ]


def test_a_day_that_was_called_off_is_told_with_its_reason() -> None:
    subject = replace(SUBJECT, title_off="Fällt aus: Treff", description="Ein Treff.")
    off = {"am": "2026-09-09", "grund": "Krankheit"}
    text = lines(slot(zuletzt="2026-12-31", nicht=[off]), subject=subject)
    assert found("RECURRENCE-ID", text) == ["RECURRENCE-ID;TZID=Europe/Berlin:20260909T170000"]
    assert found("SUMMARY", text) == ["SUMMARY:Treff", "SUMMARY:Fällt aus: Treff"]
    assert found("STATUS", text) == ["STATUS:CANCELLED"]
    assert found("DESCRIPTION", text)[1] == "DESCRIPTION:Krankheit\\nEin Treff."
    assert len(set(found("UID", text))) == 1


def test_a_night_on_which_clocks_change_is_as_long_as_the_clock_says() -> None:
    """RFC 5545 (3.8.5.3) would make each time of a series as long as its first one."""
    text = lines(slot(wochentag="Samstag", von="21:00", bis="4:00", ab="2026-09-05",
                      zuletzt="2026-12-31"))  # fmt: skip
    assert found("RECURRENCE-ID", text) == ["RECURRENCE-ID;TZID=Europe/Berlin:20261024T210000"]
    assert found("DTEND", text)[-1] == "DTEND;TZID=Europe/Berlin:20261025T040000"


@pytest.mark.parametrize("changed", [None, dt.date(2026, 3, 8)])
def test_stamp_and_sequence_are_the_day_of_the_build(changed: dt.date | None) -> None:
    line = slot(verlegt=[{"am": "2026-11-11", "auf": "2026-11-12"}], extra=["2026-12-24"])
    text = lines(line, subject=replace(SUBJECT, changed=changed))
    assert found("DTSTAMP", text) == ["DTSTAMP:20260620T000000Z"] * 3
    assert found("SEQUENCE", text) == ["SEQUENCE:20624"] * 3
    told = ["LAST-MODIFIED:20260308T000000Z"] * 3 if changed else []
    assert found("LAST-MODIFIED", text) == told


def test_a_day_of_change_that_is_still_to_come_was_mistyped() -> None:
    """Else the sequence would fall when somebody mends it, and programs would ignore the rest."""
    text = lines(slot(), subject=replace(SUBJECT, changed=dt.date(2027, 6, 20)))
    assert found("SEQUENCE", text) == ["SEQUENCE:20624"]
    assert found("LAST-MODIFIED", text) == []


def test_what_is_over_keeps_the_stamp_of_its_last_day_or_of_a_later_change() -> None:
    over = replace(SUBJECT, last=dt.date(2026, 6, 1))
    assert found("SEQUENCE", lines(slot(), subject=over)) == ["SEQUENCE:20605"]
    changed = replace(over, changed=dt.date(2026, 6, 3))
    assert found("SEQUENCE", lines(slot(), subject=changed)) == ["SEQUENCE:20607"]


def test_a_single_day_that_was_called_off_is_told() -> None:
    off = {"am": "2026-12-05", "grund": "Heizung kaputt"}
    subject = replace(SUBJECT, title_off="Fällt aus: Treff")
    text = lines(slot(am=["2026-12-05", "2026-12-12"], nicht=[off]), subject=subject)
    assert found("SUMMARY", text) == ["SUMMARY:Fällt aus: Treff", "SUMMARY:Treff"]
    assert found("DESCRIPTION", text) == ["DESCRIPTION:Heizung kaputt"]


HOSTILE = 'Kaffee, Kuchen; "Saal" \\ Küche\nBEGIN:VEVENT\r\nX-BOESE:1'


def test_text_cannot_leave_its_line() -> None:
    subject = replace(SUBJECT, title=HOSTILE, place=HOSTILE, description=HOSTILE)
    text = lines(slot(), subject=subject, name=HOSTILE)
    escaped = 'Kaffee\\, Kuchen\\; "Saal" \\\\ Küche\\nBEGIN:VEVENT\\nX-BOESE:1'
    for key in ("NAME", "X-WR-CALNAME", "SUMMARY", "LOCATION", "DESCRIPTION"):
        assert found(key, text) == [f"{key}:{escaped}"]
    assert text.count("BEGIN:VEVENT") == 1
    calendar = icalendar.Calendar.from_ical(raw(slot(), subject=subject, name=HOSTILE))
    [event] = calendar.walk("VEVENT")
    assert event["summary"] == HOSTILE.replace("\r\n", "\n")


def test_lines_end_with_crlf_and_are_folded_at_75_octets() -> None:
    long = replace(SUBJECT, title="Äöü€𝄞 " * 60, description="Grüße\n" * 60)
    days = [f"2026-{month:02}-01" for month in range(7, 13)]
    text = raw(slot(), slot(wochentag="Montag bis Sonntag", nicht=days), subject=long)
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert text.count(b"\n") == text.count(b"\r") == text.count(b"\r\n")
    for line in text.split(b"\r\n"):
        assert len(line) <= 75
        # No letter is cut in two.
        line.decode()


def test_the_same_schedule_gives_the_same_bytes() -> None:
    def made() -> bytes:
        line = slot(nicht=["2026-12-23"], extra=["2026-12-24", "2026-12-22"])
        return raw(line, slot(am=["2026-12-19", "2026-12-05"]))

    assert made() == made()


@pytest.mark.parametrize("day", ["2026-12-31", "2027-01-01", "2031-06-01"])
def test_on_a_later_day_nothing_of_the_past_is_gone(day: str) -> None:
    """Who has subscribed keeps what was, at New Year too."""
    later = Frame.around(dt.date.fromisoformat(day), BERLIN, FRAME.days_off, FRAME.host)
    assert later.first == FRAME.first
    text = calendar_file("Treff", series([slot()], SUBJECT, later), later).decode()
    assert found("DTSTART", text.split("\r\n"))[-1] == found("DTSTART", lines(slot()))[-1]
    assert uids(slot())[0] in text


def test_each_sitting_of_an_event_has_a_uid_that_its_day_does_not_change() -> None:
    hours = (dt.time(10), dt.time(18))

    def keys(first: int) -> list[str]:
        days = [dt.date(2027, 2, first + number) for number in range(3)]
        every = [Sitting(day, day, *hours) for day in days]
        return [str(one["uid"]).split("@")[0] for one in sittings(every, SUBJECT, FRAME)]

    assert keys(5) == keys(12) == ["angebot-treff", "angebot-treff.2", "angebot-treff.3"]


def test_an_event_of_whole_days_has_days_and_no_zone() -> None:
    event = all_day(dt.date(2026, 12, 5), dt.date(2026, 12, 6), SUBJECT, FRAME)
    text = calendar_file("Termine", [event], FRAME).decode().split("\r\n")
    assert found("DTSTART", text)[-1] == "DTSTART;VALUE=DATE:20261205"
    assert found("DTEND", text) == ["DTEND;VALUE=DATE:20261207"]
    assert found("UID", text) == ["UID:angebot-treff@verein.example"]


def test_an_event_without_an_end_has_none() -> None:
    start = dt.datetime(2026, 12, 5, 15, tzinfo=BERLIN)
    text = component(start, None, SUBJECT, "fest", FRAME).to_ical().decode().split("\r\n")
    assert found("DTSTART", text) == ["DTSTART;TZID=Europe/Berlin:20261205T150000"]
    assert found("DTEND", text) == []


@pytest.mark.parametrize(("busy", "said"), [(True, []), (False, ["TRANSP:TRANSPARENT"])])
def test_only_what_one_attends_fills_ones_time(busy: bool, said: list[str]) -> None:
    text = lines(slot(), subject=replace(SUBJECT, is_busy=busy))
    assert found("TRANSP", text) == said
