"""How staff say when something comes back."""

from __future__ import annotations

import time

import pytest

from schaukasten.model.reading.fields import Weekday
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.time.words import Rhythm, rhythm, weekdays
from tests.worlds import german

MO, TU, WE, TH, FR, SA, SU = Weekday


def told(invalid: Invalid) -> str:
    return f"{invalid.what.text(german)} {invalid.remedy.text(german)}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("jede Woche", Rhythm()),
        ("wöchentlich", Rhythm()),
        ("jede zweite Woche", Rhythm(2)),
        ("alle zwei Wochen", Rhythm(2)),
        ("alle 14 Tage", Rhythm(2)),
        ("14-täglich", Rhythm(2)),
        ("Vierzehntäglich", Rhythm(2)),
        ("jede dritte Woche", Rhythm(3)),
        ("alle drei Wochen", Rhythm(3)),
        ("jede vierte Woche", Rhythm(4)),
        ("alle vier Wochen", Rhythm(4)),
        ("jeden ersten im Monat", Rhythm(positions=(1,))),
        ("jeden zweiten im Monat", Rhythm(positions=(2,))),
        ("jeden dritten im Monat", Rhythm(positions=(3,))),
        ("jeden vierten im Monat", Rhythm(positions=(4,))),
        ("jeden fünften im Monat", Rhythm(positions=(5,))),
        ("jeden letzten im Monat", Rhythm(positions=(-1,))),
        ("jeden ersten und dritten im Monat", Rhythm(positions=(1, 3))),
        ("jeden dritten und ersten im Monat", Rhythm(positions=(1, 3))),
        ("jeden letzten, ersten und dritten im Monat", Rhythm(positions=(1, 3, -1))),
        ("jeden ersten und ersten im Monat", Rhythm(positions=(1,))),
        ("jeden fu\u0308nften im Monat", Rhythm(positions=(5,))),
        ("  JEDEN  Ersten im\tMonat ", Rhythm(positions=(1,))),
    ],
)
def test_a_rhythm_is_written_as_one_says_it(written: str, expected: Rhythm) -> None:
    assert rhythm(written) == expected


@pytest.mark.parametrize("written", [
    "monatlich", "jeden Mittwoch", "jeden ersten", "jeden ersten Mittwoch im Monat",
    "jeden sechsten im Monat", "jede fünfte Woche", "jeden ersten und im Monat", "", "2", None,
    ["jede Woche"],
])  # fmt: skip
def test_another_rhythm_is_refused_with_examples(written: object) -> None:
    with pytest.raises(Invalid) as refused:
        rhythm(written)
    shown = written if isinstance(written, str) else ""
    assert told(refused.value) == (
        f"„{shown}“ ist kein bekannter Rhythmus. Möglich sind: jede Woche, jede zweite Woche, "
        "jeden ersten im Monat, jeden letzten im Monat."
    )


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
        ("montags", "„montags“ ist kein Wochentag. Möglich sind: Montag, Dienstag,"),
        ("Mo bis Freitag", "„Mo“ ist kein Wochentag."),
        ("Montag, Mittwoch und Freitag", "„Montag, Mittwoch“ ist kein Wochentag."),
        ("Montag bis Mittwoch und Freitag", "„Montag bis Mittwoch und Freitag“ ist kein"),
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


@pytest.mark.parametrize("read", [rhythm, weekdays])
@pytest.mark.parametrize("row", [" ", "\t", "bis ", "ersten, "])
def test_a_row_of_200_000_letters_is_refused_at_once(read, row: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(Invalid):
        read(f"Montag{row * (200_000 // len(row))}x")
    assert time.perf_counter() - begin < 1
