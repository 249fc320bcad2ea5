"""How staff name weekdays."""

from __future__ import annotations

import time

import pytest

from schaukasten.model.reading.fields import Weekday
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.time.words import weekdays
from tests.worlds import german

MO, TU, WE, TH, FR, SA, SU = Weekday


def told(invalid: Invalid) -> str:
    return f"{invalid.what.text(german)} {invalid.remedy.text(german)}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mittwoch", (WE,)),
        (" mittwoch ", (WE,)),
        ("Sonnabend", (SA,)),
        ("Montag bis Freitag", (MO, TU, WE, TH, FR)),
        ("Samstag bis Sonntag", (SA, SU)),
        ("Montag bis Sonntag", (MO, TU, WE, TH, FR, SA, SU)),
        ("Donnerstag und Dienstag", (TU, TH)),
        ("Montag  und\tMontag", (MO,)),
        ("Mo", (MO,)),
        ("Mi.", (WE,)),
        ("montags", (MO,)),
        ("sonnabends", (SA,)),
        ("Mo-Fr", (MO, TU, WE, TH, FR)),
        ("Mo – Mi", (MO, TU, WE)),
        ("Mo bis Freitag", (MO, TU, WE, TH, FR)),
        ("Montag, Mittwoch und Freitag", (MO, WE, FR)),
        ("Di, Do", (TU, TH)),
        ("Di/Do", (TU, TH)),
        ("Dienstag + Donnerstag", (TU, TH)),
        ("Dienstag & Donnerstag", (TU, TH)),
        ("Dienstag sowie Donnerstag", (TU, TH)),
        ("dienstags und donnerstags", (TU, TH)),
        ("Montag bis Mittwoch und Freitag", (MO, TU, WE, FR)),
        ("jeden Montag", (MO,)),
        ("täglich", (MO, TU, WE, TH, FR, SA, SU)),
        ("am Wochenende", (SA, SU)),
        (["Freitag", "Montag"], (MO, FR)),
        (["Montag bis Mittwoch", "Mittwoch und Samstag"], (MO, TU, WE, SA)),
    ],
)
def test_days_are_read_in_the_order_of_the_week(written: object, expected: tuple) -> None:
    assert weekdays(written) == expected


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Freitag bis Montag", "„Freitag bis Montag“ führt in der Woche nicht vorwärts. Schreiben "
                               "Sie die Tage als Liste: wochentag: [Samstag, Montag]"),
        ("Montag bis Montag", "„Montag bis Montag“ führt in der Woche nicht vorwärts."),
        ([], "„wochentag“ nennt keinen Tag. Schreiben Sie zum Beispiel: wochentag: Mittwoch"),
        ("jeden 2. Donnerstag im Monat", "„jeden 2. Donnerstag im Monat“ sagt auch, wie oft. "
         "Schreiben Sie hier nur den Tag, und wie oft bei „rhythmus“: jeden ersten im Monat"),
        ("werktags", "„werktags“ kann fünf Tage meinen oder sechs. Schreiben Sie"),
        ("Mo-Sa-So", "„Mo-Sa-So“ ist kein Wochentag."),
        (["Montag", "Festtag"], "„Festtag“ ist kein Wochentag."),
        ("", "„“ ist kein Wochentag."),
        (None, "„“ ist kein Wochentag."),
        ({"Montag": "ja"}, "„“ ist kein Wochentag."),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_the_remedy(written: object, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        weekdays(written)
    assert told(refused.value).startswith(sentence)


@pytest.mark.parametrize("row", [" ", "\t", "bis ", ", "])
def test_a_row_of_200_000_letters_is_refused_at_once(row: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(Invalid):
        weekdays(f"Montag{row * (200_000 // len(row))}x")
    assert time.perf_counter() - begin < 1
