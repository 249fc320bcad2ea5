"""What is on and what is open, in the words of a language."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from babel import Locale

from schaukasten.model.agenda.day import Entry, Opening
from schaukasten.model.time.occurrence import Occurrence, Status
from schaukasten.words.agenda_in_words import AgendaWords
from tests.worlds import german

GERMAN = AgendaWords(Locale("de", "DE"), german)
ENGLISH = AgendaWords(Locale("en", "GB"), lambda msgid: msgid)


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
    midnight = at("2026-12-02 00:00")
    opening = Opening(midnight, midnight, midnight, None, stretches, reason, is_unsaid)
    assert GERMAN.opening(opening) == in_german
    assert ENGLISH.opening(opening) == in_english


@pytest.mark.parametrize(
    ("occurrence", "known", "expected"),
    [
        (STRETCH, (True, True), "17 bis 18:30 Uhr"),
        # An event without an end goes on until midnight, which nobody should be told.
        (Occurrence(START, at("2026-12-24T00:00")), (True, False), "ab 17 Uhr"),
        (Occurrence(START, at("2026-12-24T00:00")), (True, True), "17 bis 24 Uhr"),
        (Occurrence(START, at("2026-12-24T01:00")), (True, True), "17 bis 1 Uhr"),
        (Occurrence(at("2026-12-23T00:00"), at("2026-12-23T12:00")), (False, True), "bis 12 Uhr"),
        (Occurrence(at("2026-12-23T00:00"), at("2026-12-24T00:00")), (False, False), ""),
    ],
)
def test_the_hours_of_an_entry(
    occurrence: Occurrence, known: tuple[bool, bool], expected: str
) -> None:
    entry = Entry(None, None, occurrence, has_start=known[0], has_end=known[1])
    assert GERMAN.entry_times(entry) == expected


def test_a_closed_office_does_not_contradict_the_group_that_meets() -> None:
    midnight = at("2026-12-02 00:00")
    opening = Opening(midnight, midnight, midnight, None, [], "Betriebsferien", is_met_in=True)
    assert GERMAN.opening(opening) == "Büro geschlossen; einzelnes findet statt (Betriebsferien)"


def test_after_midnight_the_script_knows_of_the_night_before() -> None:
    day = [at(f"2026-12-0{number}T00:00+01:00") for number in (4, 5, 6)]
    night = Occurrence(at("2026-12-04T18:00+01:00"), at("2026-12-05T01:00+01:00"))
    today = Occurrence(at("2026-12-05T18:00+01:00"), at("2026-12-06T00:00+01:00"))
    openings = [Opening(*day, None, [today], nights=[night])]
    [before, after] = json.loads(GERMAN.hours_data(openings))
    assert before[:2] == ["2026-12-04T18:00:00+01:00", "2026-12-05T01:00:00+01:00"]
    assert set(before[4:]) == {"Jetzt geöffnet, bis 1 Uhr"}
    assert after[4] == "Jetzt geöffnet, bis 24 Uhr"
