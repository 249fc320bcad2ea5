"""How staff say how often something comes back → a rhythm.

The words are German so that a line reads aloud: `jeden ersten im Monat`, `alle zwei Monate am
letzten Freitag`, `jeden 15. im Monat`. A monthly one is read in two steps: in which months, then
which days of them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from typing import Annotated
from unicodedata import normalize

from pydantic import PlainValidator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import Weekday, shown
from schaukasten.model.reading.other_notations import MONTHS
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.time.rhythm_remedies import missing
from schaukasten.model.time.words import DAY, NUMBERS, ORDINAL, ORDINALS, weekday

#: Offered in messages; `rhythm` understands many more.
RHYTHMS = (
    *("jede Woche", "jede zweite Woche", "jeden ersten im Monat", "jeden letzten im Monat"),
    *("jeden ersten alle zwei Monate", "jeden 15. im Monat"),
)
#: Letters; no rhythm has as many.
_LONGEST = 200
#: So many of a weekday a month can have.
_MOST = 5
_QUARTERS_BEGIN, _QUARTERS_END = (1, 4, 7, 10), (3, 6, 9, 12)


@dataclass(frozen=True)
class Rhythm:
    """Every `interval` weeks; with `positions` or `month_days`, every `interval` months.

    `positions` are so-many-th weekdays of the month, `month_days` its days; -1 is the last. With
    `months` it is in these only (1 to 12).
    """

    interval: int = 1
    positions: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    #: Those that the words name themselves: jeden ersten Dienstag im Monat.
    weekdays: tuple[Weekday, ...] = ()
    #: Whether the positions were written as numbers, which without a weekday are days.
    in_digits: bool = field(default=False, compare=False)

    @property
    def is_every_week(self) -> bool:
        return self.interval == 1 and not self.is_monthly

    @property
    def is_monthly(self) -> bool:
        return bool(self.positions or self.month_days)

    @property
    def as_days(self) -> Rhythm:
        """The same with its numbers read as days of the month: the 1st, not the first Tuesday."""
        return replace(self, positions=(), month_days=self.positions)


def rhythm(value: object) -> Rhythm:
    """Return what `rhythmus` says; raises Invalid for words that are none of its forms."""
    text = value[:_LONGEST] if isinstance(value, str) else ""
    # What was copied from a PDF has its umlauts in two parts.
    text = normalize("NFC", " ".join(text.casefold().split())).replace(" ,", ",")
    text = re.sub("^(?:immer|jeweils) ", "", text)
    if found := _weekly(text) or _monthly(text):
        return found
    what = _("“{value}” is no rhythm that is known.", value=shown(value))
    choices = _("Choose one of: {choices}.", choices=", ".join(RHYTHMS))
    raise Invalid(what, missing(text) or choices)


RhythmField = Annotated[Rhythm, PlainValidator(rhythm)]

_NUMBER = rf"(?:{'|'.join(NUMBERS)}|\d{{1,2}})"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_AND = "(?:, | und |, und )"
_WEEKS = (
    rf"jede ({ORDINAL}) woche|alle ({_NUMBER}) wochen|({_NUMBER})-?wöchentlich|"
    rf"alle ({_NUMBER}) tage|({_NUMBER})-?(?:täglich|tägig)"
)
_EVERY_WEEK = r"jede woche|wöchentlich|einmal (?:in der|pro|die) woche"
_EACH = "(?:im|in jedem|jedes|jeden|eines jeden|des|pro|je)"
#: In which months; what is behind it must not go on.
_IN_MONTHS = re.compile(
    rf"(?P<every>{_EACH} monate?s?|monatlich)"
    rf"|{_EACH} (?P<nth>{ORDINAL}) monate?s?"
    rf"|alle (?P<number>{_NUMBER}) monate|(?P<adverb>{_NUMBER})-?monatlich"
    rf"|{_EACH} (?P<quarter>quartals?|vierteljahre?s?)"
    r"|(?P<quarterly>vierteljährlich|quartalsweise)|(?P<half>halbjährlich)"
    rf"|(?:von|zwischen) (?P<from>{_MONTH}) (?:bis|und) (?P<to>{_MONTH})"
    rf"|(?:im|in den monaten) (?P<named>{_MONTH}(?:{_AND}{_MONTH})*)"
    r"|(?P<none>^)"
)
_WHICH = re.compile(
    rf"(?:(?:jede[nrs]?|am|an jedem|den) )?({ORDINAL}(?:{_AND}{ORDINAL})*)(?: ({DAY}|tage?s?))?"
)


def _weekly(text: str) -> Rhythm | None:
    if re.fullmatch(_EVERY_WEEK, text):
        return Rhythm()
    if found := re.fullmatch(rf"jede[nr] ({DAY})", text):
        return Rhythm(weekdays=(weekday(found[1]),))
    found = re.fullmatch(_WEEKS, text)
    if not found:
        return None
    number = _number(next(group for group in found.groups() if group))
    weeks, rest = divmod(number, 7) if "tag" in text or "täg" in text else (number, 0)
    return Rhythm(weeks) if weeks > 0 and not rest else None


def _monthly(text: str) -> Rhythm | None:
    """Take the months out of the sentence, then the days; nothing may be left over."""
    for found in _IN_MONTHS.finditer(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,")
        which = _WHICH.fullmatch(" ".join(rest.split()))
        if which is None:
            continue
        words = re.split(_AND, which[1])
        # In the order of the month; the last come last.
        numbers = tuple(sorted({_number(one) for one in words}, key=lambda one: one % 40))
        day = which[2] or ""
        in_digits = any(one[0].isdigit() for one in words)
        if day.startswith("tag") or (not day and max(numbers) > _MOST):
            days = Rhythm(month_days=numbers)
        else:
            days = Rhythm(positions=numbers, in_digits=in_digits and not day)
            days = replace(days, weekdays=(weekday(day),) if day else ())
        if _is_possible(days, found):
            return _in_months(days, found)
    return None


def _is_possible(days: Rhythm, found: re.Match[str]) -> bool:
    numbers = days.positions or days.month_days
    if found["none"] is not None and not _needs_no_month(days):
        return False
    if found["quarter"]:
        # Of several in a quarter nobody knows in which of its months they are.
        return len(numbers) == 1 and numbers[0] < _MOST
    # The longest of the months; February is that of a leap year.
    months = _in_months(days, found).months or (1,)
    most = max(monthrange(2028, month)[1] for month in months) if days.month_days else _MOST
    return max(numbers) <= most and 0 not in numbers


def _needs_no_month(days: Rhythm) -> bool:
    """Whether it can only be meant for each month: jeden 15., jeden ersten Mittwoch.

    Of “jeden zweiten Mittwoch” nobody knows whether every second week is meant.
    """
    if days.month_days:
        return days.month_days[0] > _MOST
    is_one_of_them = len(days.positions) == 1 and 1 < days.positions[0] < _MOST
    return bool(days.weekdays) and not is_one_of_them


def _in_months(days: Rhythm, found: re.Match[str]) -> Rhythm:
    if found["quarter"]:
        is_last = (days.positions or days.month_days)[0] < 0
        return replace(days, months=_QUARTERS_END if is_last else _QUARTERS_BEGIN)
    if found["from"]:
        first, last = MONTHS[found["from"]], MONTHS[found["to"]]
        months = [(first - 1 + number) % 12 + 1 for number in range((last - first) % 12 + 1)]
        return replace(days, months=tuple(sorted(months)))
    if found["named"]:
        named = {MONTHS[one] for one in re.split(_AND, found["named"])}
        return replace(days, months=tuple(sorted(named)))
    every = {"quarterly": 3, "half": 6}
    interval = next((every[key] for key in every if found[key]), 1)
    written = found["nth"] or found["number"] or found["adverb"]
    return replace(days, interval=max(_number(written), 1) if written else interval)


def _number(word: str) -> int:
    digits = word.rstrip(".")
    if digits.isdigit():
        return int(digits)
    return NUMBERS.get(word) or next(
        ORDINALS[word.removesuffix(end)]
        for end in ("en", "er", "es", "em", "e")
        if word.removesuffix(end) in ORDINALS
    )
