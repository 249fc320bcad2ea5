"""The days and hours of an event, in the words of a language."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale

from schaukasten.model.kinds.event import Event
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from schaukasten.words.event_in_words import EventWords
from tests.worlds import german

GERMAN = EventWords(Locale("de", "DE"), german)
SUNDAY = "end_date: 2027-02-07\n"


def event(head: str) -> Event:
    text = f"title: Fest\nsummary: Ein Fest.\ndate: 2027-02-05\n{head}"
    found, problems = read(Event, parse(text), "f")
    assert found is not None, [one.text(german) for one in problems]
    return found


@pytest.mark.parametrize(
    ("head", "rows", "hours"),
    [
        ("", ["Freitag, 5. Februar 2027"], ""),
        ("start: 15:00", ["Freitag, 5. Februar 2027: ab 15 Uhr"], "ab 15 Uhr"),
        ("start: 20:00\nend: 1:00", ["Freitag, 5. Februar 2027: 20 bis 1 Uhr"], "20 bis 1 Uhr"),
        ("start: 20:00\nend: 24:00", ["Freitag, 5. Februar 2027: 20 bis 24 Uhr"], "20 bis 24 Uhr"),
        (SUNDAY + "start: 10:00\nend: 18:00",
         ["Freitag, 5. Februar 2027 bis Sonntag, 7. Februar 2027: jeden Tag 10 bis 18 Uhr"],
         "jeden Tag 10 bis 18 Uhr"),
        (SUNDAY + "start: 17:00\nend: 12:00",
         ["Freitag, 5. Februar 2027, 17 Uhr bis Sonntag, 7. Februar 2027, 12 Uhr"],
         "Freitag, 5. Februar, 17 Uhr bis Sonntag, 7. Februar, 12 Uhr"),
        (SUNDAY + "start: 17:00\nend: 24:00\novernight: ja",
         ["Freitag, 5. Februar 2027, 17 Uhr bis Sonntag, 7. Februar 2027, 24 Uhr"],
         "Freitag, 5. Februar, 17 Uhr bis Sonntag, 7. Februar, 24 Uhr"),
        (SUNDAY + "start: 17:00\nend: 4:00",
         ["Freitag, 5. Februar 2027, 17 Uhr bis Sonntag, 7. Februar 2027, 4 Uhr"],
         "Freitag, 5. Februar, 17 Uhr bis Sonntag, 7. Februar, 4 Uhr"),
        ("end_date: 2027-02-06\nstart: 20:00\nend: 1:00",
         ["Freitag, 5. Februar 2027: 20 bis 1 Uhr"], "20 bis 1 Uhr"),
        # Nights that end late, each told by the day on which it begins; and one longer than a day.
        (SUNDAY + "start: 21:00\nend: 6:30\novernight: nein",
         ["Freitag, 5. Februar 2027 bis Sonntag, 7. Februar 2027: jeden Tag 21 bis 6:30 Uhr"],
         "jeden Tag 21 bis 6:30 Uhr"),
        ("start: 1:00\nend: 2:00\novernight: ja",
         ["Freitag, 5. Februar 2027, 1 Uhr bis Samstag, 6. Februar 2027, 2 Uhr"],
         "Freitag, 5. Februar, 1 Uhr bis Samstag, 6. Februar, 2 Uhr"),
        (SUNDAY, ["Freitag, 5. Februar 2027 bis Sonntag, 7. Februar 2027"], ""),
        (SUNDAY + "start: 15:00",
         ["Freitag, 5. Februar 2027, 15 Uhr bis Sonntag, 7. Februar 2027"],
         "ab Freitag, 5. Februar, 15 Uhr"),
        ("start: 10:00\nend: 12:00\ndays: [2027-02-05, {am: 2027-02-12, von: 9:00, bis: 11:00}]",
         ["Freitag, 5. Februar 2027: 10 bis 12 Uhr", "Freitag, 12. Februar 2027: 9 bis 11 Uhr"],
         "Freitag, 5. Februar, 10 bis 12 Uhr; Freitag, 12. Februar, 9 bis 11 Uhr"),
        # In a row, at the same hours: as one would say it.
        ("start: 10:00\nend: 12:00\ndays: [2027-02-05, 2027-02-06]",
         ["Freitag, 5. Februar 2027 bis Samstag, 6. Februar 2027: jeden Tag 10 bis 12 Uhr"],
         "jeden Tag 10 bis 12 Uhr"),
        ("days: [2027-02-05, 2027-02-12]",
         ["Freitag, 5. Februar 2027", "Freitag, 12. Februar 2027"],
         "Freitag, 5. Februar; Freitag, 12. Februar"),
    ],
)  # fmt: skip
def test_when_an_event_is(head: str, rows: list[str], hours: str) -> None:
    found = event(head)
    said = [": ".join(filter(None, (row.days, row.times))) for row in GERMAN.event_rows(found)]
    assert said == rows
    assert GERMAN.event_hours(found) == hours


def test_of_many_days_with_hours_of_their_own_a_card_says_only_that() -> None:
    days = ", ".join(
        f"{{am: 2027-02-{day:02}, von: {day}:00, bis: {day}:30}}" for day in range(5, 9)
    )
    assert (
        GERMAN.event_hours(event(f"days: [{days}]"))
        == "an verschiedenen Tagen zu verschiedenen Zeiten"
    )


def test_of_many_days_at_the_same_hours_a_card_says_how_many() -> None:
    days = "[2027-02-05, 2027-02-12, 2027-02-19, 2027-02-26]"
    found = event(f"start: 10:00\nend: 14:00\ndays: {days}")
    assert GERMAN.event_hours(found) == "an 4 Tagen, 10 bis 14 Uhr"


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("", "5. Februar 2027"),
        (SUNDAY, "5. Februar 2027 bis 7. Februar 2027"),
        # Of single days the next one.
        ("days: [2027-02-05, 2027-02-12]", "12. Februar 2027"),
    ],
)
def test_the_tab_has_the_first_day_and_the_last_of_days_in_a_row(head: str, days: str) -> None:
    assert GERMAN.event_days(event(head), dt.date(2027, 2, 8)) == days
