"""Dates, times and rhythms in the words of a language."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from babel import Locale, localedata

from schaukasten.model.reading.fields import Weekday
from schaukasten.model.time.exceptions import Pause
from schaukasten.model.time.hours import OpenDays
from schaukasten.model.time.rhythm import rhythm
from schaukasten.model.time.slot import Slot
from schaukasten.words.dates_in_words import regional_locale
from schaukasten.words.times_in_words import Row, Words
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


def test_a_time_that_stands_alone_is_said_as_one_says_it() -> None:
    assert GERMAN.clock(dt.time(9)) == "9 Uhr"
    assert ENGLISH.clock(dt.time(9)) == "9 am"


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
                Row("Jeden ersten Mittwoch im Monat", "17 bis 18:30 Uhr"),
            ],
            [
                Row("Monday to Friday", "9 am to 12 pm, 5 pm to 6:30 pm"),
                Row("The first Wednesday in the month", "5 pm to 6:30 pm"),
            ],
        ),
        (
            [slot(wochentag=["Montag", "Dienstag", "Freitag"], rhythmus="alle 14 Tage",
                  ab="2026-09-02")],
            [Row("Montag und Dienstag und Freitag, jede zweite Woche", "17 bis 18:30 Uhr",
                 "ab 2. September 2026")],
            [Row("Monday and Tuesday and Friday, every second week", "5 pm to 6:30 pm",
                 "from 2 September 2026 on")],
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
                 "from 2 September 2026 on, not in the school holidays")],
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
        ("jeden ersten im Monat", "jeden ersten im Monat", "the first in the month"),
        ("jeden letzten im Monat", "jeden letzten im Monat", "the last in the month"),
        ("jeden dritten und ersten im Monat", "jeden ersten und dritten im Monat",
         "the first and third in the month"),
        ("jeden zweiten, vierten und fünften im Monat",
         "jeden zweiten, vierten und fünften im Monat",
         "the second, fourth and fifth in the month"),
    ],
)  # fmt: skip
def test_a_rhythm_is_told_as_it_is_written(written: str, in_german: str, in_english: str) -> None:
    assert GERMAN.rhythm(rhythm(written)) == in_german
    assert ENGLISH.rhythm(rhythm(written)) == in_english


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


@pytest.mark.parametrize(
    ("today", "notes"),
    [("2026-08-31", "ab 2. September 2026"), ("2026-09-01", "ab 2. September 2026"),
     ("2026-09-02", ""), ("2027-01-01", "")],
)  # fmt: skip
def test_what_has_begun_does_not_say_when(today: str, notes: str) -> None:
    slots = [slot(rhythmus="jede zweite Woche", ab="2026-09-02")]
    [row] = GERMAN.rows(slots, dt.date.fromisoformat(today))
    assert row.notes == notes


@pytest.mark.parametrize(
    ("days", "rhythm", "expected"),
    [
        ("Freitag", "jeden vorletzten im Monat", "Jeden vorletzten Freitag im Monat"),
        ("Dienstag", "alle zwei Monate am ersten", "Jeden ersten Dienstag in jedem zweiten Monat"),
        ("Dienstag", "jeden letzten im Quartal",
         "Jeden letzten Dienstag im März, Juni, September und Dezember"),
        ("Mo und Fr", "jeden ersten im Monat", "Montag und Freitag, jeden ersten im Monat"),
        (None, "am 1. und 15. im Monat", "Jeden 1. und 15. im Monat"),
        (None, "am letzten Tag im Monat", "Jeden letzten Tag im Monat"),
        (None, "jeden 15. alle fünf Monate", "Jeden 15. alle 5 Monate"),
        ("Mittwoch", "alle sechs Wochen", "Mittwoch, alle 6 Wochen"),
    ],
)  # fmt: skip
def test_a_rhythm_is_said_as_one_says_it(days: str | None, rhythm: str, expected: str) -> None:
    written = {"rhythmus": rhythm, "von": "17:00", "bis": "24:00", "ab": "2026-12-01"}
    slot = Slot.model_validate(written | ({"wochentag": days} if days else {}))
    [row] = GERMAN.rows([slot])
    assert (row.days, row.times) == (expected, "17 bis 24 Uhr")


#: Parts of which a rhythm is made, in the words of staff.
WHICH = (
    *("ersten", "zweiten", "fünften", "letzten", "vorletzten", "drittletzten", "zehnten", "1."),
    *("3.", "15.", "29.", "31.", "5. und 20.", "1., 2. und letzten", "ersten und vorletzten"),
    *("letzten Tag", "vorletzten Tag", "1. und letzten Tag", "5. Tag", "drittletzten Tag"),
    *("ersten Dienstag", "zweiten und vorletzten Mi."),
)
MONTHS = (
    *("im Monat", "jeden zweiten Monat", "alle drei Monate", "alle 4 Monate", "halbjährlich"),
    *("vierteljährlich", "alle zwölf Monate", "jedes zehnten Monats", "im Quartal", "im Februar"),
    *("von Oktober bis März", "zwischen Mai und Juli", "im März, April und Juni", ""),
)
WEEKS = [f"alle {number} Wochen" for number in range(1, 54)]


def _slot(rhythm: str, weekday: bool) -> Slot | None:
    day = {"wochentag": "Mittwoch"} if weekday else {}
    try:
        return Slot.model_validate(
            day | {"rhythmus": rhythm, "ab": "2027-01-01", "von": "17:00", "bis": "18:00"}
        )
    except ValueError:
        return None


@pytest.mark.parametrize("words", ["jeden {which} {months}", "{months} am {which}"])
def test_what_is_said_of_a_rhythm_would_be_read_as_the_same(words: str) -> None:
    every = [words.format(which=which, months=months) for which in WHICH for months in MONTHS]
    read = 0
    for written in [*every, *WEEKS]:
        for weekday in (True, False):
            slot = _slot(written.strip(), weekday)
            if slot is None or slot.rhythm.is_every_week:
                continue
            said = GERMAN.rhythm(slot.rhythm)
            again = _slot(said, bool(slot.weekdays))
            assert again is not None, (written, said)
            assert again.rhythm == replace(slot.rhythm, weekdays=()), (written, said)
            [row] = GERMAN.rows([slot])
            if slot.rhythm.is_monthly:
                whole = _slot(row.days, weekday=False)
                assert whole is not None, (written, row.days)
                assert (whole.weekdays, whole.rhythm) == (
                    slot.weekdays,
                    replace(slot.rhythm, weekdays=slot.weekdays or ()),
                ), (written, row.days)
            read += 1
    assert read > 300
