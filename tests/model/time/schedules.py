"""Schedules at random, each one that the model accepts."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from schaukasten.model.time.occurrence import usual_days
from schaukasten.model.time.rhythm import rhythm
from schaukasten.model.time.slot import Slot

#: Two years with everything in them: both changes of the clocks, a leap day.
FIRST, LAST = dt.date(2027, 3, 1), dt.date(2029, 2, 28)
_WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_RHYTHMS = (
    *("jede Woche", "jede zweite Woche", "jede dritte Woche", "alle vier Wochen", "14-täglich"),
    *("jeden ersten im Monat", "jeden zweiten im Monat", "jeden fünften im Monat"),
    *("jeden letzten im Monat", "jeden ersten und dritten im Monat"),
    *("jeden vierten und letzten im Monat", "jeden vorletzten im Monat"),
    *("jeden ersten alle zwei Monate", "jeden letzten alle drei Monate", "halbjährlich am zweiten"),
    *("jeden fünften alle zwei Monate", "jeden ersten im Quartal", "jeden vorletzten im Quartal"),
    *("jeden zweiten von Oktober bis März", "jeden letzten im Februar und August"),
)
_DAYS_OF_MONTH = (
    *("jeden 15. im Monat", "am 1. und 16. im Monat", "am letzten Tag im Monat", "jeden 31."),
    *("am 29. alle zwei Monate", "am 30. alle drei Monate", "am letzten Tag im Quartal"),
    *("jeden 5. von Oktober bis März", "am 29. im Februar", "am 1. alle sechs Monate"),
    *("am 1. und 16. im März und April", "am 1. und letzten Tag im März, April und Juni"),
)  # fmt: skip
_days = st.dates(FIRST, LAST)
_minutes = st.integers(0, 24 * 60 - 1)


@st.composite
def times(draw: st.DrawFn) -> dict[str, str]:
    """Whole minutes, often in the hours that the change of the clocks cuts out or doubles.

    Some end on the next day.
    """
    start, end = sorted(draw(st.sets(_minutes | st.integers(60, 200), min_size=2, max_size=2)))
    if draw(st.integers(0, 3)) == 0:
        start, end = draw(st.integers(17 * 60, 24 * 60 - 1)), draw(st.integers(0, 5 * 60))
    return {"von": f"{start // 60}:{start % 60:02}", "bis": f"{end // 60}:{end % 60:02}"}


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    written: dict[str, object] = draw(times())
    if draw(st.integers(0, 9)) == 0:
        written["am"] = [day.isoformat() for day in draw(st.sets(_days, min_size=1, max_size=6))]
    else:
        if draw(st.integers(0, 3)) == 0:
            written["rhythmus"] = draw(st.sampled_from(_DAYS_OF_MONTH))
        else:
            written["wochentag"] = sorted(draw(st.sets(st.sampled_from(_WEEKDAYS), min_size=1)))
            written["rhythmus"] = draw(st.sampled_from(_RHYTHMS))
        if _needs_a_beginning(str(written["rhythmus"])) or draw(st.booleans()):
            written["ab"] = draw(st.dates(dt.date(2026, 1, 1), LAST)).isoformat()
        if draw(st.booleans()):
            first = dt.date.fromisoformat(str(written.get("ab", "2026-01-01")))
            written["zuletzt"] = draw(st.dates(first, dt.date(2029, 6, 30))).isoformat()
        for key in ("ferien", "feiertage"):
            if draw(st.booleans()):
                written[key] = draw(st.sampled_from(["ja", "nein"]))
    usual = usual_days(Slot.model_validate(written), FIRST, LAST)
    if usual:
        some = st.sets(st.sampled_from(usual), max_size=4)
        written["nicht"] = [day.isoformat() for day in draw(some)]
        moved = sorted(draw(some))
        written["verlegt"] = [
            {"am": day.isoformat(), "auf": draw(_days).isoformat()}
            | (draw(times()) if draw(st.booleans()) else {})
            for day in moved
        ]
    free = draw(st.sets(_days, max_size=3)) - set(usual)
    written["extra"] = [
        {"am": day.isoformat()} | (draw(times()) if draw(st.booleans()) else {}) for day in free
    ]
    return Slot.model_validate(written)


def _needs_a_beginning(words: str) -> bool:
    return rhythm(words).interval > 1
