"""Dates, times and rhythms in the words of a language."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale, localedata

from schaukasten.model.fields import Weekday
from schaukasten.model.hours import OpenDays
from schaukasten.model.schedule.agenda import Entry, Opening
from schaukasten.model.schedule.occurrence import Occurrence, Status
from schaukasten.model.schedule.slot import Pause, Slot
from schaukasten.model.schedule.words import rhythm
from schaukasten.times_in_words import Row, Words, regional_locale
from tests.worlds import german

GERMAN = Words(Locale("de", "DE"), german)
ENGLISH = Words(Locale("en", "GB"), lambda msgid: msgid)


@pytest.mark.parametrize(
    ("language", "country", "expected"),
    [
        ("de", "DE", "8. August 2022"),
        ("de", "AT", "8. August 2022"),
        ("en", "GB", "8 August 2022"),
        ("en", "US", "August 8, 2022"),
        ("tr", "DE", "8 Ağustos 2022"),
    ],
)
def test_a_day_is_written_as_in_the_country(language: str, country: str, expected: str) -> None:
    words = Words(regional_locale(language, country), german)
    assert words.long_date(dt.date(2022, 8, 8)) == expected


@pytest.mark.parametrize(
    ("time", "in_german", "in_english"),
    [
        (dt.time(9), "9", "9 am"),
        (dt.time(17, 30), "17:30", "5:30 pm"),
        (dt.time(0), "0", "12 am"),
    ],
)
def test_a_whole_hour_has_no_minutes(time: dt.time, in_german: str, in_english: str) -> None:
    assert GERMAN.time_of_day(time) == in_german
    assert ENGLISH.time_of_day(time) == in_english


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (Weekday.Montag, "Montag"),
        (Weekday.Dienstag, "Montag und Dienstag"),
        (Weekday.Freitag, "Montag bis Freitag"),
    ],
)
def test_neighbouring_days_are_named_as_one_would_say_them(last: Weekday, expected: str) -> None:
    assert GERMAN.days(OpenDays(Weekday.Montag, last, [])) == expected


def slot(**written: object) -> Slot:
    usual = {} if "am" in written else {"wochentag": "Mittwoch"}
    return Slot.model_validate(usual | {"von": "17:00", "bis": "18:30"} | written)


@pytest.mark.parametrize(
    ("slots", "in_german", "in_english"),
    [
        ([], [], []),
        ([slot()], [Row("Mittwoch", "17 bis 18:30 Uhr")], [Row("Wednesday", "5 pm to 6:30 pm")]),
        # Plain lines are merged, and come first.
        (
            [
                slot(rhythmus="jeden ersten im Monat"),
                slot(wochentag="Montag bis Freitag"),
                slot(wochentag="Montag bis Freitag", von="9:00", bis="12:00"),
            ],
            [
                Row("Montag bis Freitag", "9 bis 12 Uhr, 17 bis 18:30 Uhr"),
                Row("Mittwoch, jeden ersten im Monat", "17 bis 18:30 Uhr"),
            ],
            [
                Row("Monday to Friday", "9 am to 12 pm, 5 pm to 6:30 pm"),
                Row("Wednesday, every first in the month", "5 pm to 6:30 pm"),
            ],
        ),
        # `ab` of every second week says which week, and is no season.
        (
            [slot(wochentag=["Montag", "Dienstag", "Freitag"], rhythmus="alle 14 Tage",
                  ab="2026-09-02")],
            [Row("Montag und Dienstag und Freitag, jede zweite Woche", "17 bis 18:30 Uhr")],
            [Row("Monday and Tuesday and Friday, every second week", "5 pm to 6:30 pm")],
        ),
        (
            [slot(ab="2026-09-02", zuletzt="2026-12-16")],
            [Row("Mittwoch", "17 bis 18:30 Uhr", "vom 2. September 2026 bis 16. Dezember 2026")],
            [Row("Wednesday", "5 pm to 6:30 pm", "from 2 September 2026 to 16 December 2026")],
        ),
        (
            [slot(ab="2026-09-02", ferien="nein")],
            [Row("Mittwoch", "17 bis 18:30 Uhr",
                 "ab 2. September 2026, nicht in den Schulferien")],
            [Row("Wednesday", "5 pm to 6:30 pm",
                 "since 2 September 2026, not in the school holidays")],
        ),
        (
            [slot(zuletzt="2026-12-16", feiertage="nein")],
            [Row("Mittwoch", "17 bis 18:30 Uhr", "bis 16. Dezember 2026, nicht an Feiertagen")],
            [Row("Wednesday", "5 pm to 6:30 pm", "until 16 December 2026, not on public holidays")],
        ),
        (
            [slot(feiertage="ja")],
            [Row("Mittwoch", "17 bis 18:30 Uhr", "auch an Feiertagen")],
            [Row("Wednesday", "5 pm to 6:30 pm", "on public holidays, too")],
        ),
        # Single days are dates, and stand among the next ones.
        ([slot(am=["2026-12-05"])], [], []),
    ],
)  # fmt: skip
def test_a_schedule_is_told_as_on_a_notice(
    slots: list[Slot], in_german: list[Row], in_english: list[Row]
) -> None:
    assert GERMAN.rows(slots) == in_german
    assert ENGLISH.rows(slots) == in_english


@pytest.mark.parametrize(
    ("written", "in_german", "in_english"),
    [
        ("jede zweite Woche", "jede zweite Woche", "every second week"),
        ("alle drei Wochen", "jede dritte Woche", "every third week"),
        ("jede vierte Woche", "jede vierte Woche", "every fourth week"),
        ("jeden ersten im Monat", "jeden ersten im Monat", "every first in the month"),
        ("jeden letzten im Monat", "jeden letzten im Monat", "every last in the month"),
        ("jeden dritten und ersten im Monat", "jeden ersten und dritten im Monat",
         "every first and third in the month"),
        ("jeden zweiten, vierten und fünften im Monat",
         "jeden zweiten, vierten und fünften im Monat",
         "every second, fourth and fifth in the month"),
    ],
)  # fmt: skip
def test_a_rhythm_is_told_as_it_is_written(written: str, in_german: str, in_english: str) -> None:
    assert GERMAN.rhythm(rhythm(written)) == in_german
    assert ENGLISH.rhythm(rhythm(written)) == in_english


def at(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment)


START, END = at("2026-12-23T17:00"), at("2026-12-23T18:30")
DAY_AFTER, LATER = at("2026-12-24T17:00"), at("2026-12-23T19:30")


@pytest.mark.parametrize(
    ("status", "reason", "other", "in_german", "in_english"),
    [
        (Status.CANCELLED, "", None, "findet nicht statt", "does not take place"),
        (Status.CANCELLED, "Umbau", None, "findet nicht statt (Umbau)",
         "does not take place (Umbau)"),
        (Status.HOLIDAY, "Neujahr", None, "findet nicht statt (Neujahr)",
         "does not take place (Neujahr)"),
        (Status.UNSAID, "Neujahr", None, "Neujahr: bitte fragen Sie, ob es stattfindet",
         "Neujahr: please ask whether it takes place"),
        (Status.MOVED_AWAY, "", DAY_AFTER, "verlegt auf Donnerstag, 24. Dezember",
         "moved to Thursday 24 December"),
        (Status.MOVED_AWAY, "Umbau", DAY_AFTER, "verlegt auf Donnerstag, 24. Dezember (Umbau)",
         "moved to Thursday 24 December (Umbau)"),
        (Status.MOVED_AWAY, "", LATER, "verlegt auf 19:30 Uhr", "moved to 7:30 pm"),
    ],
)  # fmt: skip
def test_why_somebody_would_come_in_vain(
    status: Status, reason: str, other: dt.datetime | None, in_german: str, in_english: str
) -> None:
    occurrence = Occurrence(START, END, status, reason, other)
    assert GERMAN.off(occurrence) == in_german
    assert ENGLISH.off(occurrence) == in_english


@pytest.mark.parametrize(
    ("status", "reason", "other", "in_german", "in_english"),
    [
        (Status.PLANNED, "", None, "", ""),
        (Status.EXTRA, "", None, "", ""),
        (Status.EXTRA, "Zusatz", None, "Zusatz", "Zusatz"),
        (Status.MOVED_HERE, "", DAY_AFTER, "statt am Donnerstag, 24. Dezember",
         "instead of Thursday 24 December"),
        (Status.MOVED_HERE, "Umbau", DAY_AFTER, "statt am Donnerstag, 24. Dezember (Umbau)",
         "instead of Thursday 24 December (Umbau)"),
        # Moved within its day it is not instead of that day.
        (Status.MOVED_HERE, "", LATER, "statt um 19:30 Uhr", "instead of 7:30 pm"),
    ],
)  # fmt: skip
def test_what_is_unusual_about_a_time(
    status: Status, reason: str, other: dt.datetime | None, in_german: str, in_english: str
) -> None:
    occurrence = Occurrence(START, END, status, reason, other)
    assert GERMAN.changed(occurrence) == in_german
    assert ENGLISH.changed(occurrence) == in_english


STRETCH = Occurrence(START, END)
MORNING = Occurrence(at("2026-12-23T09:00"), at("2026-12-23T12:00"))


@pytest.mark.parametrize(
    ("stretches", "reason", "is_unsaid", "in_german", "in_english"),
    [
        ([STRETCH], "", False, "Geöffnet 17 bis 18:30 Uhr", "Open 5 pm to 6:30 pm"),
        ([MORNING, STRETCH], "Basar", False, "Geöffnet 9 bis 12 Uhr, 17 bis 18:30 Uhr (Basar)",
         "Open 9 am to 12 pm, 5 pm to 6:30 pm (Basar)"),
        ([], "", False, "Geschlossen", "Closed"),
        ([], "Umbau", False, "Geschlossen (Umbau)", "Closed (Umbau)"),
        ([], "Neujahr", True, "Neujahr: bitte fragen Sie, ob geöffnet ist",
         "Neujahr: please ask whether we are open"),
    ],
)  # fmt: skip
def test_when_a_house_is_open(
    stretches: list[Occurrence], reason: str, is_unsaid: bool, in_german: str, in_english: str
) -> None:
    opening = Opening(None, stretches, reason, is_unsaid)
    assert GERMAN.opening(opening) == in_german
    assert ENGLISH.opening(opening) == in_english


@pytest.mark.parametrize(
    ("occurrence", "has_times", "expected"),
    [
        (STRETCH, True, "17 bis 18:30 Uhr"),
        # An event without an end goes on until midnight, which nobody should be told.
        (Occurrence(START, at("2026-12-24T00:00")), True, "ab 17 Uhr"),
        (Occurrence(at("2026-12-23T00:00"), at("2026-12-24T00:00")), False, ""),
    ],
)
def test_the_hours_of_an_entry(occurrence: Occurrence, has_times: bool, expected: str) -> None:
    assert GERMAN.entry_times(Entry(None, None, occurrence, has_times)) == expected


def test_a_day_of_the_weeks_to_come_has_no_year() -> None:
    assert GERMAN.day(dt.date(2026, 11, 23)) == "Montag, 23. November"
    assert ENGLISH.day(dt.date(2026, 11, 23)) == "Monday 23 November"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "Monday, November 23"),
        ("fr", "lundi 23 novembre"),
        ("es", "lunes, 23 de noviembre"),
        ("pl", "poniedziałek, 23 listopada"),
        ("ru", "понедельник, 23 ноября"),
        ("tr", "23 Kasım Pazartesi"),
        ("ar", "الاثنين، 23 نوفمبر"),
        ("ja", "11月23日月曜日"),
    ],
)
def test_a_day_is_told_with_whole_names(language: str, expected: str) -> None:
    words = Words(regional_locale(language, "DE"), german)
    assert words.day(dt.date(2026, 11, 23)) == expected


def test_a_day_is_told_in_every_language() -> None:
    for name in localedata.locale_identifiers():
        assert Words(Locale.parse(name), german).day(dt.date(2026, 11, 23))


@pytest.mark.parametrize(
    ("written", "in_german", "in_english"),
    [
        ({"am": "2026-12-24"}, "24. Dezember 2026", "24 December 2026"),
        ({"ab": "2026-12-24", "zuletzt": "2026-12-24"}, "24. Dezember 2026", "24 December 2026"),
        ({"ab": "2026-12-24", "zuletzt": "2027-01-01"}, "24. Dezember 2026 bis 1. Januar 2027",
         "24 December 2026 to 1 January 2027"),
    ],
)  # fmt: skip
def test_a_period_of_one_day_is_that_day(
    written: dict[str, str], in_german: str, in_english: str
) -> None:
    period = Pause.model_validate(written)
    assert GERMAN.period(period) == in_german
    assert ENGLISH.period(period) == in_english
