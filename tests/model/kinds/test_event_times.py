"""The lines of an event that say when it is → its sittings, or what in them cannot be."""

from __future__ import annotations

import pytest

from schaukasten.model.kinds.event import Event
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german

HEAD = "title: Fest\nsummary: Ein Fest.\ndate: 2027-02-05\n"
SUNDAY = "end_date: 2027-02-07\n"


def event(head: str) -> Event:
    found, problems = read(Event, parse(HEAD + head), "f")
    assert found is not None, [one.text(german) for one in problems]
    return found


def sittings(head: str) -> list[str]:
    """`05 17:00 – 07 12:00`: the day of February and the hour."""
    return [
        " – ".join(
            f"{day:%d} {time:%H:%M}" if time else f"{day:%d}"
            for day, time in ((one.first, one.begins), (one.until, one.ends))
        )
        for one in event(head).sittings
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", ["05 – 05"]),
        ("start: 15:00", ["05 15:00 – 05"]),
        ("start: 15:00\nend: 18:00", ["05 15:00 – 05 18:00"]),
        # Past midnight, to the end of the day, through a night.
        ("start: 20:00\nend: 1:00", ["05 20:00 – 06 01:00"]),
        ("start: 20:00\nend: 0:00", ["05 20:00 – 06 00:00"]),
        ("start: 20:00\nend: 24:00", ["05 20:00 – 06 00:00"]),
        ("start: 18:00\nend: 10:00", ["05 18:00 – 06 10:00"]),
        ("start: 10:00\nend: 12:00\novernight: ja", ["05 10:00 – 06 12:00"]),
        # Several days: each at the same hours …
        (SUNDAY + "start: 10:00\nend: 18:00",
         ["05 10:00 – 05 18:00", "06 10:00 – 06 18:00", "07 10:00 – 07 18:00"]),
        ("end_date: 2027-02-06\nstart: 20:00\nend: 24:00",
         ["05 20:00 – 06 00:00", "06 20:00 – 07 00:00"]),
        ("end_date: 2027-02-06\nstart: 20:00\nend: 1:00\novernight: nein",
         ["05 20:00 – 06 01:00", "06 20:00 – 07 01:00"]),
        # … or without a break.
        (SUNDAY + "start: 17:00\nend: 12:00", ["05 17:00 – 07 12:00"]),
        (SUNDAY + "start: 10:00\nend: 10:00", ["05 10:00 – 07 10:00"]),
        (SUNDAY + "start: 10:00\nend: 18:00\novernight: ja", ["05 10:00 – 07 18:00"]),
        ("end_date: 2027-02-06\nstart: 20:00\nend: 1:00", ["05 20:00 – 06 01:00"]),
        (SUNDAY, ["05 – 07"]),
        (SUNDAY + "start: 15:00", ["05 15:00 – 07"]),
        (SUNDAY + "start: 15:00\novernight: nein",
         ["05 15:00 – 05", "06 15:00 – 06", "07 15:00 – 07"]),
        # Days with hours of their own; with `end_date` the others are as usual.
        ("start: 10:00\nend: 18:00\ndays: [2027-02-05, {am: 2027-02-13, von: 9:00, bis: 12:00}]",
         ["05 10:00 – 05 18:00", "13 09:00 – 13 12:00"]),
        (SUNDAY + "start: 10:00\nend: 18:00\ndays: {am: 2027-02-07, von: 10:00, bis: 14:00}",
         ["05 10:00 – 05 18:00", "06 10:00 – 06 18:00", "07 10:00 – 07 14:00"]),
        ("days: [2027-02-05, 2027-02-12]", ["05 – 05", "12 – 12"]),
        ("days: [{am: 2027-02-05, von: 21:00, bis: 2:00}, {am: 2027-02-06, von: 9:00}]",
         ["05 21:00 – 06 02:00", "06 09:00 – 06"]),
        # Twice on a day, in whatever order they are written.
        ("days: [{am: 2027-02-05, von: 14:00, bis: 16:00}, "
         "{am: 2027-02-05, von: 9:00, bis: 11:00}]",
         ["05 09:00 – 05 11:00", "05 14:00 – 05 16:00"]),
    ],
)  # fmt: skip
def test_its_sittings_are_what_its_lines_say(head: str, expected: list[str]) -> None:
    assert sittings(head) == expected


BACKWARDS = "f:1: Der Termin endet, bevor er beginnt."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("start: 15:00\nend: 14:00", BACKWARDS),
        ("start: 15:00\nend: 15:00", BACKWARDS),
        ("end_date: 2027-02-04", BACKWARDS),
        (SUNDAY + "start: 12:00\nend: 9:00\novernight: nein", BACKWARDS),
        ("days: {am: 2027-02-05, von: 15:00, bis: 14:00}", BACKWARDS),
        ("end: 18:00", "f:1: Der Termin hat ein Ende und keinen Anfang."),
        ("days: {am: 2027-02-05, bis: 14:00}", "f:4: days: Der Tag hat ein Ende und keinen"),
        ("start: 15:00\novernight: ja", "f:1: Es steht nicht da, wann es nach der Nacht endet."),
        ("overnight: ja\ndays: 2027-02-05", "f:1: „overnight“ sagt neben „days“ nichts."),
        (SUNDAY + "days: 2027-02-08", "f:1: 2027-02-08 ist keiner der Tage des Termins."),
        ("days: [2027-02-06, 2027-02-07]", "f:1: „date“ ist nicht der erste der Tage bei „days“. "
                                           "Schreiben Sie: date: 2027-02-06"),
        ("days: [2027-02-05, 2027-02-05]", "f:1: Zwei seiner Zeiten überschneiden sich am"),
        ("days: [{am: 2027-02-05, von: 20:00, bis: 2:00}, {am: 2027-02-06, von: 1:00, bis: 3:00}]",
         "f:1: Zwei seiner Zeiten überschneiden sich am 2027-02-06."),
        ("end_date: 2028-02-07\nstart: 10:00\nend: 18:00", "f:1: Von „date“ bis „end_date“ ist es"),
        ("days: 5.2.2027", "f:4: am: „5.2.2027“ ist kein Datum."),
        ("start: 24:00", "f:4: start: „24:00“ ist keine Uhrzeit."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(head: str, expected: str) -> None:
    found, problems = read(Event, parse(HEAD + head), "f")
    assert found is None
    assert problems[0].text(german).startswith(expected)


@pytest.mark.parametrize(
    ("head", "unclear"),
    [
        ("start: 10:00\nend: 18:00", False),
        (SUNDAY, False),
        (SUNDAY + "start: 10:00\nend: 18:00", True),
        (SUNDAY + "start: 10:00\nend: 18:00\novernight: nein", False),
        (SUNDAY + "start: 10:00", True),
        # Nobody is at it for nineteen hours each day.
        (SUNDAY + "start: 17:00\nend: 12:00", False),
        (SUNDAY + "start: 20:00\nend: 2:00", True),
        # One night, or two: the second would be on no page.
        ("end_date: 2027-02-06\nstart: 20:00\nend: 2:00", True),
        ("end_date: 2027-02-06\nstart: 18:00\nend: 0:00", True),
        ("end_date: 2027-03-05\nstart: 10:00\nend: 18:00", False),
    ],
)
def test_where_both_may_be_meant_it_is_unclear(head: str, unclear: bool) -> None:
    assert event(head).is_unclear is unclear


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("", None),
        (SUNDAY, "2027-02-07"),
        (SUNDAY + "start: 10:00\nend: 18:00", "2027-02-07"),
        ("end_date: 2027-02-06\nstart: 20:00\nend: 1:00", None),
        ("days: [2027-02-05, 2027-02-12]", None),
    ],
)
def test_only_days_in_a_row_have_a_last_one_that_says_all(head: str, named: str | None) -> None:
    last = event(head).last_named
    assert (last and last.isoformat()) == named


@pytest.mark.parametrize(
    ("head", "online", "only"),
    [
        ("", False, False),
        ("online: nein", False, False),
        ("online: ja", True, True),
        ("online: https://example.org/raum", True, True),
        ("online: ja\nplace: Park", True, False),
        ("online: ja\nlocation: haus", True, False),
    ],
)
def test_online_is_instead_of_a_place_or_beside_it(head: str, online: bool, only: bool) -> None:
    found = event(head)
    assert (found.is_online, found.is_only_online) == (online, only)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("online: Zoom", "f:4: online: „Zoom“ ist keine Webadresse."),
        ("address: {city: Dorf}", "f:1: Es gibt eine Adresse, aber keinen Ort dazu."),
        ("place: Park\naddress: {street: Parkweg 1}", "f:5: Es fehlt „city“"),
    ],
)
def test_a_place_that_nobody_finds_is_refused(head: str, expected: str) -> None:
    found, [problem] = read(Event, parse(HEAD + head), "f")
    assert found is None
    assert problem.text(german).startswith(expected)
