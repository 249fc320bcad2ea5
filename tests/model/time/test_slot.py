"""One line of a schedule, as staff write it."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from schaukasten.model.reading.fields import Weekday
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from schaukasten.model.time.days_off import DaysOff
from schaukasten.model.time.exceptions import Pause
from schaukasten.model.time.occurrence import occurrences
from schaukasten.model.time.rhythm import Rhythm
from schaukasten.model.time.slot import Slot
from tests.worlds import german

TIMES = "von: 17:00\nbis: 18:30\n"
WEDNESDAY = f"wochentag: Mittwoch\n{TIMES}"
DAY = dt.date(2026, 12, 24)
UTC = ZoneInfo("UTC")


def slot(text: str) -> Slot:
    found, problems = read(Slot, parse(text), "f")
    assert found is not None, [problem.text(german) for problem in problems]
    return found


def refusals(text: str) -> list[str]:
    return [problem.text(german) for problem in read(Slot, parse(text), "f")[1]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (WEDNESDAY, ["12-09", "12-16"]),
        (f"{WEDNESDAY}zuletzt: 2026-12-09\n", ["12-09"]),
        (f"{WEDNESDAY}extra: [2026-12-10, 2026-12-17, 2026-12-18]\n", ["12-09", "12-10", "12-16"]),
        (f"am: [2026-12-09, 2026-12-16, 2026-12-17]\n{TIMES}", ["12-09", "12-16"]),
        (f"am: 2026-12-17\n{TIMES}", []),
        # From after the end to before it: only there it takes place.
        (
            f"am: [2026-12-09, 2026-12-18]\n{TIMES}"
            "verlegt: [{am: 2026-12-18, auf: 2026-12-15}]\n",
            ["12-09", "12-15"],
        ),
        # Somebody has moved it past the end, and so it takes place there.
        (f"{WEDNESDAY}verlegt: [{{am: 2026-12-16, auf: 2026-12-17}}]\n", ["12-09", "12-17"]),
    ],
)
def test_until_a_day_all_that_comes_later_is_left_out(text: str, days: list[str]) -> None:
    ended = slot(text).until(dt.date(2026, 12, 16))
    found = occurrences(
        [ended], dt.date(2026, 12, 7), dt.date(2026, 12, 31), UTC, DaysOff("", None, "de")
    )
    assert [f"{one.start:%m-%d}" for one in found if one.takes_place] == days


def test_a_plain_line_is_every_week_and_says_nothing_of_holidays() -> None:
    found = slot(WEDNESDAY)
    assert (found.weekdays, found.start, found.end) == (
        (Weekday.Mittwoch,), dt.time(17), dt.time(18, 30),
    )  # fmt: skip
    assert found.rhythm == Rhythm()
    assert (found.first, found.last, found.pauses, found.moves, found.extras) == (
        None, None, [], [], [],
    )  # fmt: skip
    assert found.on_holidays is None
    assert found.in_school_holidays is True


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("nicht: 2026-12-24", [(DAY, DAY, None)]),
        ("nicht: [2026-12-24]", [(DAY, DAY, None)]),
        ("nicht: {am: 2026-12-24, grund: Heiligabend}", [(DAY, DAY, "Heiligabend")]),
        ("nicht: [{ab: 2026-12-24, zuletzt: 2027-01-01, grund: Ferien}, 2027-02-03]",
         [(DAY, dt.date(2027, 1, 1), "Ferien"), (dt.date(2027, 2, 3), dt.date(2027, 2, 3), None)]),
        ("nicht: {ab: 2026-12-24, zuletzt: 2026-12-24}", [(DAY, DAY, None)]),
        ("nicht: []", []),
        ("nicht:", []),
    ],
)  # fmt: skip
def test_pauses_are_days_or_stretches_of_days(written: str, expected: list) -> None:
    pauses = slot(WEDNESDAY + written).pauses
    assert [(one.first, one.last, one.reason) for one in pauses] == expected


def test_a_stretch_holds_its_first_and_its_last_day() -> None:
    pause = Pause.model_validate({"ab": "2026-12-24", "zuletzt": "2026-12-26"})
    around = [DAY + dt.timedelta(number) for number in range(-1, 4)]
    assert [day in pause for day in around] == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TIMES, "f:1: Es steht nicht da, an welchem Tag. Ergänzen Sie eine Zeile „wochentag: "
                "Mittwoch“, oder für einzelne Tage „am: 2026-03-08“."),
        (f"am: []\n{TIMES}", "f:1: Es steht nicht da, an welchem Tag."),
        (f"am:\n{TIMES}", "f:1: Es steht nicht da, an welchem Tag."),
        (f"{WEDNESDAY}am: 2026-03-08", "f:1: „wochentag“ und „am“ schließen einander aus. Behalten "
                                       "Sie eins von beiden; das andere braucht einen eigenen"),
        (f"am: 2026-03-08\n{TIMES}rhythmus: jede Woche", "f:1: „rhythmus“ sagt nichts über "
         "einzelne Tage. Löschen Sie die Zeile, oder schreiben Sie „wochentag“ statt „am“."),
        (f"am: 2026-03-08\n{TIMES}ab: 2026-03-08", "f:1: „ab“ sagt nichts über einzelne Tage."),
        (f"am: 2026-03-08\n{TIMES}zuletzt: 2026-03-08", "f:1: „zuletzt“ sagt nichts über"),
        (f"am: 2026-03-08\n{TIMES}feiertage: ja", "f:1: „feiertage“ sagt nichts über einzelne"),
        (f"am: 2026-03-08\n{TIMES}ferien: ja", "f:1: „ferien“ sagt nichts über einzelne Tage."),
        (f"{WEDNESDAY}rhythmus: jede zweite Woche", "f:1: Bei „jede zweite Woche“ oder „alle zwei "
         "Monate“ weiß niemand, welche gemeint sind. Ergänzen Sie den Tag des ersten Mals: ab:"),
        (f"{WEDNESDAY}ab: 2026-12-24\nzuletzt: 2026-12-23", "f:1: Der letzte Tag (2026-12-23) "
         "liegt vor dem ersten (2026-12-24). Prüfen Sie „ab“ und „zuletzt“."),
        ("wochentag: Mittwoch\nvon: 18:30\nbis: 17:00", "f:1: Das Ende (17:00) liegt nicht nach "
         "dem Anfang (18:30). Prüfen Sie „von“ und „bis“."),
        ("wochentag: Mittwoch\nvon: 22:00\nbis: 21:59", "f:1: Das Ende (21:59) liegt nicht nach"),
        (f"{WEDNESDAY}rhythmus: jeden 15. im Monat", "f:1: Ein Wochentag und ein Tag des Monats "
         "schließen einander aus."),
        (f"{WEDNESDAY}rhythmus: jeden ersten Dienstag im Monat", "f:1: „wochentag“ und „rhythmus“ "
         "nennen verschiedene Tage."),
        (f"rhythmus: jeden ersten im Monat\n{TIMES}", "f:1: Es steht nicht da, an welchem Tag."),
        (f"{WEDNESDAY}rhythmus: jeden ersten alle zwei Monate", "f:1: Bei „jede"),
        (f"{WEDNESDAY}nicht: {{grund: Ferien}}", "f:4: nicht: Es ist nicht klar, welche Tage "
         "gemeint sind. Schreiben Sie „am“ für einen Tag, oder „ab“ und „zuletzt“ für mehrere."),
        (f"{WEDNESDAY}nicht: {{ab: 2026-12-24}}", "f:4: nicht: Es ist nicht klar, welche Tage"),
        (f"{WEDNESDAY}nicht: {{am: 2026-12-24, ab: 2026-12-24}}", "f:4: nicht: Es ist nicht klar"),
        (f"{WEDNESDAY}nicht:\n  - 2026-12-23\n  - {{ab: 2027-01-01, zuletzt: 2026-12-24}}",
         "f:6: nicht: Der letzte Tag (2026-12-24) liegt vor dem ersten (2027-01-01)."),
        (f"{WEDNESDAY}nicht: [24.12.2026]", "f:4: am: „24.12.2026“ ist kein Datum."),
        (f"{WEDNESDAY}nicht: [[2026-12-24]]", "f:4: nicht: Hier ist nur ein Wert möglich."),
        (f"{WEDNESDAY}verlegt: {{am: 2026-12-24}}", "f:4: Es fehlt „auf“."),
        (f"{WEDNESDAY}verlegt: [2026-12-24]", "f:4: „verlegt“ braucht mehrere eigene Zeilen"),
        (f"{WEDNESDAY}verlegt: {{am: 2026-12-24, auf: 2026-12-23, von: 16:00}}",
         "f:4: verlegt: Von den beiden Uhrzeiten fehlt eine. Schreiben Sie „von“ und „bis“, oder "
         "keins von beiden."),
        (f"{WEDNESDAY}extra: {{am: 2026-12-24, bis: 16:00}}", "f:4: extra: Von den beiden"),
        (f"{WEDNESDAY}extra: {{am: 2026-12-24, von: 16:00, bis: 15:00}}", "f:4: extra: Das Ende ("),
        (f"{WEDNESDAY}feiertage: vielleicht", "f:4: feiertage: „vielleicht“ ist keiner"),
        (f"{WEDNESDAY}ferien: manchmal", "f:4: ferien: „manchmal“ ist keiner der möglichen Werte."),
        (f"{WEDNESDAY}asb: 2026-12-24", "f:4: Den Schlüssel „asb“ gibt es nicht. Meinten Sie „ab"),
        (f"{WEDNESDAY}nicht: [{', '.join(['2026-12-23'] * 201)}]", "f:4: „nicht“ hat mehr als 200"),
        (f"am: [{', '.join(['2026-12-23'] * 201)}]\n{TIMES}", "f:1: „am“ hat mehr als 200"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_on_its_line(text: str, expected: str) -> None:
    told = refusals(text)
    assert any(line.startswith(expected) for line in told), told


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"am: [2026-12-26, 2026-12-24]\n{TIMES}", "2026-12-26"),
        (f"{WEDNESDAY}zuletzt: 2026-12-26", "2026-12-26"),
        (f"{WEDNESDAY}zuletzt: 2026-12-16\nextra: 2026-12-26", "2026-12-26"),
        (f"am: 2026-12-16\n{TIMES}verlegt: {{am: 2026-12-16, auf: 2026-12-26}}", "2026-12-26"),
    ],
)
def test_it_is_over_when_its_last_day_is(text: str, last: str) -> None:
    day = dt.date.fromisoformat(last)
    assert not slot(text).is_over(day)
    assert slot(text).is_over(day + dt.timedelta(1))


def test_what_has_no_end_is_never_over() -> None:
    assert not slot(WEDNESDAY).is_over(dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("times", "usual"),
    [
        ("", True),
        ("von: 17:00, bis: 18:30", True),
        ("von: 17:00, bis: 18:00", False),
        ("von: 16:00, bis: 18:30", False),
    ],
)
def test_an_extra_has_the_usual_times_or_its_own(times: str, usual: bool) -> None:
    found = slot(f"{WEDNESDAY}extra: {{am: 2026-12-24, {times}}}")
    assert found.has_usual_times(found.extras[0]) is usual
