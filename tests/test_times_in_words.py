"""Dates, times and rhythms in the words of a language."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale

from schaukasten.model.fields import Weekday
from schaukasten.model.hours import OpenDays
from schaukasten.model.schedule.words import rhythm
from schaukasten.times_in_words import Words, regional_locale
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


@pytest.mark.parametrize(
    ("written", "in_german", "in_english"),
    [
        ("jede zweite Woche", "jede zweite Woche", "every second week"),
        ("jeden letzten im Monat", "jeden letzten im Monat", "the last in the month"),
        (
            "jeden ersten und dritten im Monat",
            "jeden ersten und dritten im Monat",
            "the first and third in the month",
        ),
    ],
)
def test_a_rhythm_is_said_in_the_sites_language(
    written: str, in_german: str, in_english: str
) -> None:
    assert GERMAN.rhythm(rhythm(written)) == in_german
    assert ENGLISH.rhythm(rhythm(written)) == in_english
