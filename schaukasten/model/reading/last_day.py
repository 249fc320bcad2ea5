"""The day on which something ends → that day, None for what has no end, or what to write instead.

A remedy that is followed to the letter ends nothing: the day in it is one that is yet to come.
"""

from __future__ import annotations

import datetime as dt
import re

from pydantic import BeforeValidator

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.fields import refuse_several, shown
from schaukasten.model.reading.other_notations import days_meant, month_in, today
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid

_END = r"\w*(?:ende|frist|begrenzung|befristung|ablauf|datum|termin)"
_NO_END = re.compile(
    rf"(?:bis )?auf weiteres|(?:(?:fort)?laufend|jederzeit|immer|nie(?:mals)?|never|nein|no|none"
    rf"|offen|dauernd|dauerhaft|ständig|entfällt|open[- ]?end(?:ed)?|auf (?:unbestimmte )?dauer"
    rf"|(?:un|nicht )(?:befristet|begrenzt)|kein(?:e[rn]?|s)?(?: {_END})?|ohne(?: {_END})?"
    rf"|(?:auf )?unbestimmte zeit|solange .*|bis .*\b(?:besetz\w*|vergeben|gefunden)\b.*|[-–—/]+)"
)


def says_no_end(value: object) -> bool:
    """Return whether a value says that something goes on: `laufend`, `bis auf Weiteres`."""
    text = look(value).casefold().strip(" .!") if isinstance(value, str) else ""
    return _NO_END.fullmatch(text) is not None


def ends_on(without: str) -> BeforeValidator:
    """Return what stands before a `Date` after which something is over.

    `without` is the line that says that it has no end.
    """

    def check(value: object) -> object:
        if value is None or says_no_end(value):
            return None
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return value
        refuse_several(value)
        text = shown(value)
        raise Invalid(_("“{value}” is not a date.", value=text), _remedy(text, without))

    return BeforeValidator(check)


def _remedy(text: str, without: str) -> Message:
    day = max(days_meant(text), default=None) or _this_year(text) or _end_of_month(text)
    if day:
        return _("Write year, month and day: {example}", example=day.isoformat())
    return _(
        "Write the last day as year, month and day, for instance {example}; if there is none, "
        "write: {line}",
        example=_next_end(today().month).isoformat(),
        line=without,
    )


def _this_year(text: str) -> dt.date | None:
    """Return the next day of a date without a year: 15. Januar, 15.1."""
    found = re.search(r"(?<!\d)(\d{1,2})\.\s*(?:(\d{1,2})\b|[^\W\d_])", text)
    month = int(found[2] or 0) or month_in(text)[0] if found else 0
    # With a year it would be a day that the calendar does not have.
    if found is None or month not in range(1, 13) or re.search(r"\d{4}", text):
        return None
    end = _next_end(month)
    day = end.replace(day=min(int(found[1]) or 1, end.day))
    return day if day > today() else _next_end(month, after=end).replace(day=day.day)


def _end_of_month(text: str) -> dt.date | None:
    """Return the last day of a month that is named: Ende Januar, 01/2027."""
    month, year = month_in(text)
    if month and year:
        return _end(year, month)
    is_end = month and re.search(r"\b(?:ende|bis)\b", text, re.IGNORECASE)
    return _next_end(month) if is_end else None


def _next_end(month: int, after: dt.date | None = None) -> dt.date:
    """Return the end of the next month of that number that is not nearly over."""
    last = after or today() + dt.timedelta(14)
    return next(end for year in (0, 1, 2) if (end := _end(last.year + year, month)) > last)


def _end(year: int, month: int) -> dt.date:
    return (dt.date(year, month, 1) + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
