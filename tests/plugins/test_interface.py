"""Dates, times and days in the words of a language."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale

from schaukasten.model.fields import Weekday
from schaukasten.model.hours import OpenDays
from schaukasten.plugins import interface
from tests.worlds import german


def english(msgid: str) -> str:
    return msgid


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
    locale = interface.regional_locale(language, country)
    assert interface.long_date(dt.date(2022, 8, 8), locale) == expected


@pytest.mark.parametrize(
    ("time", "in_german", "in_english"),
    [
        (dt.time(9), "9", "9 am"),
        (dt.time(17, 30), "17:30", "5:30 pm"),
        (dt.time(0), "0", "12 am"),
    ],
)
def test_a_whole_hour_has_no_minutes(time: dt.time, in_german: str, in_english: str) -> None:
    assert interface.time_of_day(time, Locale("de"), german) == in_german
    assert interface.time_of_day(time, Locale("en", "GB"), english) == in_english


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (Weekday.Montag, "Montag"),
        (Weekday.Dienstag, "Montag und Dienstag"),
        (Weekday.Freitag, "Montag bis Freitag"),
    ],
)
def test_neighbouring_days_are_named_as_one_would_say_them(last: Weekday, expected: str) -> None:
    open_days = OpenDays(Weekday.Montag, last, [])
    assert interface.days(open_days, Locale("de"), german) == expected


def test_text_in_the_sites_language_needs_no_attribute() -> None:
    assert interface.lang_attribute("de", "de") == ""
    assert interface.lang_attribute("ar", "de") == ' lang="ar" dir="rtl"'


def test_an_empty_language_is_the_sites_own() -> None:
    assert interface.lang_attribute("", "de") == ""


def test_an_address_breaks_behind_its_at_sign_and_stays_escaped() -> None:
    assert interface.breakable("post@verein.example") == "post@<wbr>verein.example"
    assert interface.breakable("<b>@x") == "&lt;b&gt;@<wbr>x"
