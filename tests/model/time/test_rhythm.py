"""How staff say how often something comes back."""

from __future__ import annotations

import time

import pytest

from schaukasten.model.reading.fields import Weekday
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.time.rhythm import Rhythm, rhythm
from tests.worlds import german

TU, WE, FR, SU = Weekday.Dienstag, Weekday.Mittwoch, Weekday.Freitag, Weekday.Sonntag


def told(invalid: Invalid) -> str:
    return f"{invalid.what.text(german)} {invalid.remedy.text(german)}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *(
            (written, Rhythm(interval))
            for interval, every in {
                1: ("jede Woche", "wöchentlich", "einmal in der Woche", "einmal pro Woche"),
                2: ("jede zweite Woche", "alle zwei Wochen", "alle 14 Tage", "14-täglich",
                    "Vierzehntäglich", "14-tägig", "14tägig", "zweiwöchentlich", "alle 2 Wochen",
                    "jede 2. Woche", "2-wöchentlich", "alle vierzehn Tage"),
                3: ("jede dritte Woche", "alle drei Wochen", "dreiwöchentlich", "alle 21 Tage"),
                4: ("jede vierte Woche", "alle vier Wochen", "alle 28 Tage"),
                6: ("alle sechs Wochen", "jede sechste Woche"),
            }.items()
            for written in every
        ),
        ("jeden ersten im Monat", Rhythm(positions=(1,))),
        ("jeden fünften im Monat", Rhythm(positions=(5,))),
        ("jeden letzten im Monat", Rhythm(positions=(-1,))),
        ("jeden vorletzten im Monat", Rhythm(positions=(-2,))),
        ("jeden drittletzten im Monat", Rhythm(positions=(-3,))),
        ("jeden 1. und 3. im Monat", Rhythm(positions=(1, 3))),
        ("jeden dritten und ersten im Monat", Rhythm(positions=(1, 3))),
        ("jeden letzten, ersten und dritten im Monat", Rhythm(positions=(1, 3, -1))),
        ("jeden ersten und vorletzten im Monat", Rhythm(positions=(1, -2))),
        ("jeden ersten und ersten im Monat", Rhythm(positions=(1,))),
        ("jeden fu\u0308nften im Monat", Rhythm(positions=(5,))),
        ("  JEDEN  Ersten im\tMonat ", Rhythm(positions=(1,))),
        ("jeden ersten jedes Monats", Rhythm(positions=(1,))),
        ("immer am ersten des Monats", Rhythm(positions=(1,))),
        # A weekday may be named here, too.
        ("jeden ersten Dienstag im Monat", Rhythm(positions=(1,), weekdays=(TU,))),
        ("am 1. und 3. Mittwoch im Monat", Rhythm(positions=(1, 3), weekdays=(WE,))),
        ("jeden vorletzten Fr. im Monat", Rhythm(positions=(-2,), weekdays=(FR,))),
        ("erster Dienstag im Monat", Rhythm(positions=(1,), weekdays=(TU,))),
        ("an jedem 2. Mi im Monat", Rhythm(positions=(2,), weekdays=(WE,))),
        # Without the months only where nothing else can be meant.
        ("jeden ersten Mittwoch", Rhythm(positions=(1,), weekdays=(WE,))),
        ("jeden letzten Freitag", Rhythm(positions=(-1,), weekdays=(FR,))),
        ("jeden 1. und 3. Mittwoch", Rhythm(positions=(1, 3), weekdays=(WE,))),
        ("jeden Mittwoch", Rhythm(weekdays=(WE,))),
        # Every so many months, in both orders.
        *(
            (written, Rhythm(2, positions=(1,)))
            for written in ("jeden ersten alle zwei Monate", "alle zwei Monate am ersten",
                            "jeden ersten in jedem zweiten Monat", "jeden zweiten Monat am ersten",
                            "jeden ersten jedes zweiten Monats", "alle 2 Monate, jeden ersten")
        ),
        ("jeden ersten Dienstag alle zwei Monate", Rhythm(2, positions=(1,), weekdays=(TU,))),
        ("jeden letzten alle drei Monate", Rhythm(3, positions=(-1,))),
        ("vierteljährlich am ersten", Rhythm(3, positions=(1,))),
        ("vierteljährlich am 15.", Rhythm(3, month_days=(15,))),
        ("halbjährlich am letzten", Rhythm(6, positions=(-1,))),
        # In some months only.
        ("jeden ersten im Quartal", Rhythm(positions=(1,), months=(1, 4, 7, 10))),
        ("jeden letzten Freitag im Quartal",
         Rhythm(positions=(-1,), months=(3, 6, 9, 12), weekdays=(FR,))),
        ("am letzten Tag im Quartal", Rhythm(month_days=(-1,), months=(3, 6, 9, 12))),
        ("jeden ersten im März und September", Rhythm(positions=(1,), months=(3, 9))),
        ("jeden ersten Sonntag von April bis Juni",
         Rhythm(positions=(1,), months=(4, 5, 6), weekdays=(SU,))),
        ("jeden ersten von November bis Februar", Rhythm(positions=(1,), months=(1, 2, 11, 12))),
        # Days of the month.
        ("jeden 15.", Rhythm(month_days=(15,))),
        ("jeden 15. im Monat", Rhythm(month_days=(15,))),
        ("am 15. jedes Monats", Rhythm(month_days=(15,))),
        ("am 1. und 15. im Monat", Rhythm(month_days=(1, 15))),
        ("jeden fünfzehnten im Monat", Rhythm(month_days=(15,))),
        ("am letzten Tag im Monat", Rhythm(month_days=(-1,))),
        ("am ersten Tag des Monats", Rhythm(month_days=(1,))),
        ("jeden 29. im Februar", Rhythm(month_days=(29,), months=(2,))),
    ],
)  # fmt: skip
def test_a_rhythm_is_written_as_one_says_it(written: str, expected: Rhythm) -> None:
    assert rhythm(written) == expected


@pytest.mark.parametrize("written", [
    "jeden", "jeden ersten und im Jahr", "jede nullte Woche", "alle 0 Wochen",
    "alle 10 Tage", "jeden 30. im Februar", "", "2", None, ["jede Woche"],
])  # fmt: skip
def test_another_rhythm_is_refused_with_examples(written: object) -> None:
    with pytest.raises(Invalid) as refused:
        rhythm(written)
    shown = written if isinstance(written, str) else ""
    assert told(refused.value) == (
        f"„{shown}“ ist kein bekannter Rhythmus. Möglich sind: jede Woche, jede zweite Woche, "
        "jeden ersten im Monat, jeden letzten im Monat, jeden ersten alle zwei Monate, "
        "jeden 15. im Monat."
    )


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("monatlich", "Sagen Sie auch, welcher Tag: „jeden ersten im Monat“"),
        ("einmal im Monat", "Sagen Sie auch, welcher Tag"),
        ("vierteljährlich", "Sagen Sie auch, welcher Tag"),
        # In which month of the quarter the 15th would be, nobody knows.
        ("jeden 15. im Quartal", "Sagen Sie auch, welcher Tag"),
        ("jeden 32. im Monat", "Sagen Sie auch, welcher Tag"),
        ("jeden zweiten Dienstag", "Alle paar Wochen: „jede zweite Woche“, mit „ab“. Einmal im"),
        ("in geraden Wochen", "Schreiben Sie „rhythmus: jede zweite Woche“, bei „ab“ den ersten"),
        ("jede ungerade KW", "Schreiben Sie „rhythmus: jede zweite Woche“, bei „ab“ den ersten"),
        ("täglich", "Schreiben Sie die Tage bei „wochentag“: wochentag: Montag bis Freitag"),
        ("nach Absprache", "Löschen Sie die Zeile und sagen Sie es mit Worten: schedule_note: …"),
    ],
)
def test_words_that_say_too_little_are_refused_with_what_is_missing(
    written: str, remedy: str
) -> None:
    with pytest.raises(Invalid) as refused:
        rhythm(written)
    assert refused.value.remedy.text(german).startswith(remedy)


@pytest.mark.parametrize("row", [" ", "\t", "bis ", "ersten, ", "1. und ", "im monat "])
def test_a_row_of_200_000_letters_is_refused_at_once(row: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(Invalid):
        rhythm(f"jeden {row * (200_000 // len(row))}x")
    assert time.perf_counter() - begin < 1
