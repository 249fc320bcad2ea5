import datetime as dt

import pytest

from schaukasten.model.kinds.event import Event
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german

HEAD = "title: Fest\nsummary: Ein Fest.\ndate: 2026-06-20\n"


@pytest.mark.parametrize(
    ("head", "last_day"),
    [
        ("", "2026-06-20"),
        ("start: 15:00", "2026-06-20"),
        ("start: 15:00\nend: 18:00", "2026-06-20"),
        ("end_date: 2026-06-21", "2026-06-21"),
        ("end_date: 2026-06-21\nstart: 18:00\nend: 2:00", "2026-06-21"),
        ("end_date: 2026-06-20", "2026-06-20"),
    ],
)
def test_an_event_takes_a_day_or_several(head, last_day):
    event, problems = read(Event, parse(HEAD + head), "f")
    assert problems == []
    assert event is not None
    assert event.last_day == dt.date.fromisoformat(last_day)


@pytest.mark.parametrize(
    "head",
    [
        "end_date: 2026-06-19",
        "start: 15:00\nend: 14:00",
        "start: 15:00\nend: 15:00",
        "end_date: 2026-06-20\nstart: 15:00\nend: 14:00",
    ],
)
def test_an_event_that_ends_before_it_begins_is_refused(head):
    event, [problem] = read(Event, parse(HEAD + head), "f")
    assert event is None
    assert problem.text(german) == (
        "f:1: Der Termin endet, bevor er beginnt. Prüfen Sie „date“, „end_date“, „start“ und „end“."
    )


def test_the_day_of_an_event_does_not_tell_when_its_page_was_written():
    event, _ = read(Event, parse(HEAD), "f")
    assert event is not None
    assert event.last_changed is None


def test_an_event_is_announced_before_its_day():
    event, _ = read(Event, parse(HEAD), "f")
    assert event is not None
    assert event.is_published(dt.date(2026, 1, 1))


def test_a_cancelled_event_says_why_and_a_moved_one_from_when():
    event, problems = read(
        Event, parse(HEAD + "cancelled: Die Band ist krank\nmoved_from: 2026-06-13\n"), "f"
    )
    assert problems == []
    assert event is not None
    assert (event.cancelled, event.moved_from) == ("Die Band ist krank", dt.date(2026, 6, 13))


@pytest.mark.parametrize("word", ["nein", "Nein", "ja", "no", "true"])
def test_yes_and_no_are_no_reason_and_no_does_not_cancel(word):
    event, [problem] = read(Event, parse(f"{HEAD}cancelled: {word}\n"), "f")
    assert event is None
    assert problem.text(german) == (
        f"f:4: cancelled: „{word}“ ist kein Grund. Schreiben Sie, warum er ausfällt; findet er "
        "statt, löschen Sie die Zeile."
    )
