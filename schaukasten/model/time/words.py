"""How staff say when something comes back → weekdays and rhythms.

The words are German so that a line reads aloud: `wochentag: Montag bis Freitag`,
`rhythmus: jeden ersten im Monat`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated
from unicodedata import normalize

from pydantic import PlainValidator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import Weekday, refuse, shown, weekday
from schaukasten.model.reading.problem import Invalid

_INTERVALS = {"zweite": 2, "zwei": 2, "dritte": 3, "drei": 3, "vierte": 4, "vier": 4}
_POSITIONS = {"ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "fünften": 5, "letzten": -1}
#: Offered in messages; `rhythm` understands some more.
RHYTHMS = ("jede Woche", "jede zweite Woche", "jeden ersten im Monat", "jeden letzten im Monat")
_POSITION = "|".join(_POSITIONS)
_MONTHLY = re.compile(rf"jeden ((?:{_POSITION})(?:(?:, | und )(?:{_POSITION}))*) im monat")
_WEEKLY = re.compile(rf"(?:jede|alle) ({'|'.join(_INTERVALS)}) wochen?")


@dataclass(frozen=True)
class Rhythm:
    """Every `interval` weeks; or, with `positions`, so many-th in each month, -1 for the last."""

    interval: int = 1
    positions: tuple[int, ...] = ()

    @property
    def is_every_week(self) -> bool:
        return self.interval == 1 and not self.positions


def rhythm(value: object) -> Rhythm:
    """Return what `rhythmus` says; raises Invalid for words that are none of its forms."""
    text = " ".join(value.casefold().split()) if isinstance(value, str) else ""
    # What was copied from a PDF has its umlauts in two parts.
    text = normalize("NFC", text)
    if text in ("jede woche", "wöchentlich"):
        return Rhythm()
    if text in ("alle 14 tage", "14-täglich", "vierzehntäglich"):
        return Rhythm(2)
    if found := _WEEKLY.fullmatch(text):
        return Rhythm(_INTERVALS[found[1]])
    if found := _MONTHLY.fullmatch(text):
        names = re.split(", | und ", found[1])
        # In the order of the month; the last comes last.
        positions = sorted({_POSITIONS[name] for name in names}, key=lambda number: number % 7)
        return Rhythm(positions=tuple(positions))
    what = _("“{value}” is no rhythm that is known.", value=shown(value))
    raise Invalid(what, _("Choose one of: {choices}.", choices=", ".join(RHYTHMS)))


def weekdays(value: object) -> tuple[Weekday, ...]:
    """Return one day, several, or all from one to another (`Montag bis Freitag`), in order."""
    if isinstance(value, list):
        if not value:
            refuse(_("“wochentag” names no day."), _("Write it like this: wochentag: Mittwoch"))
        return tuple(sorted({day for one in value for day in weekdays(one)}))
    # Joined first: on a long row of blanks the pattern alone would take minutes.
    text = " ".join(value.split()) if isinstance(value, str) else ""
    parts = re.split(" (bis|und) ", text)
    if len(parts) != 3:
        return (weekday(text or value),)
    first, joint, last = weekday(parts[0]), parts[1], weekday(parts[2])
    if joint == "und":
        return tuple(sorted({first, last}))
    if last <= first:
        what = _("“{value}” does not lead forward in the week.", value=shown(value))
        raise Invalid(what, _("Write the days as a list: wochentag: [Samstag, Montag]"))
    return tuple(Weekday(number) for number in range(first, last + 1))


Weekdays = Annotated[tuple[Weekday, ...], PlainValidator(weekdays)]
RhythmField = Annotated[Rhythm, PlainValidator(rhythm)]
