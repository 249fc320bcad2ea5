"""Text from YAML → the values of schemas, or an Invalid; German words stand here once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from enum import IntEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, PlainValidator

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.other_notations import date_remedy, time_remedy
from schaukasten.model.reading.plain_text import look, plain_markdown
from schaukasten.model.reading.problem import Invalid


class Weekday(IntEnum):
    """Days as `datetime.date.weekday()` counts them; the names are what staff write."""

    Montag = 0
    Dienstag = 1
    Mittwoch = 2
    Donnerstag = 3
    Freitag = 4
    Samstag = 5
    Sonntag = 6


#: Beyond them a digit was mistyped, and calendars cannot count.
_YEARS = range(1800, 2200)
YES = ("ja", "yes", "true")
NO = ("nein", "no", "false")


def choose(value: object, words: dict[str, Any], what: Message | None = None) -> Any:
    """Return the value whose word is `value`, whatever its capitals; else raise Invalid."""
    refuse_several(value)
    known = {word.casefold(): meaning for word, meaning in words.items()}
    if isinstance(value, str) and look(value).casefold() in known:
        return known[look(value).casefold()]
    raise Invalid(
        what or _("“{value}” is not one of the possible values.", value=shown(value)),
        _("Choose one of: {choices}.", choices=", ".join(words)),
    )


def refuse_several(value: object) -> None:
    """Raise Invalid for a list of words, where only one has its place."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        what = _("Only one value has its place here.")
        raise Invalid(what, _("Write one of them, without brackets: {value}", value=value[0]))


def shown(value: object) -> str:
    """Return a value as a person wrote it, shortened to 60 characters."""
    text = value if isinstance(value, str) else ""
    return text if len(text) <= 60 else text[:59] + "…"


def _yes_no(value: object) -> bool:
    return choose(value, dict.fromkeys(YES, True) | dict.fromkeys(NO, False))


def iso_date(value: object) -> dt.date:
    """Return the day that `value` names as YYYY-MM-DD (ISO 8601); else raise Invalid."""
    refuse_several(value)
    # Only ISO 8601: 10.06.2026 reads as June or October, depending on the reader.
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            what = _("“{value}” is not a day of the calendar.", value=value)
            raise Invalid(what, _("Check the day and the month.")) from None
        if day.year not in _YEARS:
            what = _("“{value}” is not a day of our time.", value=value)
            raise Invalid(what, _("Check the year."))
        return day
    what = _("“{value}” is not a date.", value=shown(value))
    return refuse(what, date_remedy(value))


def _time(value: object) -> dt.time:
    return _clock(value, last=False)


def _last_time(value: object) -> dt.time:
    return dt.time.max if value == "24:00" else _clock(value, last=True)


def _clock(value: object, last: bool) -> dt.time:
    """Return a time of the day; `last` says that something ends at it."""
    refuse_several(value)
    if isinstance(value, str) and re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        return dt.time.fromisoformat(value.zfill(5))
    what = _("“{value}” is not a time.", value=shown(value))
    return refuse(what, time_remedy(value, last))


def _language(value: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
            raise ValueError(value)
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        what = _("“{value}” is not a language code.", value=shown(value))
        return refuse(what, _("Write the code of BCP 47: de, en, tr, ar, uk"))
    language, *rest = value.split("-")
    return "-".join(
        [language.lower(), *(part.upper() if len(part) == 2 else part for part in rest)]
    )


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, OSError, LookupError):
        what = _("“{value}” is not a time zone.", value=shown(value))
        return refuse(what, _("Write it like this: Europe/Berlin"))
    return value


def _country(value: str) -> str:
    from phonenumbers import SUPPORTED_REGIONS

    if value in SUPPORTED_REGIONS:
        return value
    what = _("“{value}” is not a country code.", value=shown(value))
    return refuse(what, _("Write two capital letters (ISO 3166): DE, AT, CH"))


def _text(value: object) -> str:
    return _legible(value).strip()


def _legible(value: object) -> str:
    refuse_several(value)
    if not isinstance(value, str):
        what = _("Text is expected here.")
        return refuse(what, _("Write the text on the same line, behind the colon."))
    if re.search(r"[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]", value):
        what = _("The text contains characters that cannot be shown.")
        return refuse(what, _("Delete the line and type it anew."))
    return value


def _markdown(value: object) -> str:
    # Rows stay where they are, so that what is wrong with one is told at its line.
    return plain_markdown(_legible(value).rstrip())


def _not_empty(value: str) -> str:
    if not value:
        return refuse(_("The value is empty."), _("Fill it in, or delete the whole line."))
    return value


def _list(value: object) -> object:
    # `audience: Familien` is what people write when there is only one.
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def refuse(what: Message, remedy: Message) -> Any:
    """Raise Invalid, where an expression is needed."""
    raise Invalid(what, remedy)


class Worded(str):
    """Words for readers, which are printed with the marks of their language: see `typography`."""

    def reworded(self, change: Callable[[str], str]) -> Worded:
        """Return the same with its text changed."""
        return Worded(change(self))


Text = Annotated[str, BeforeValidator(_text), AfterValidator(_not_empty)]
Words = Annotated[Text, AfterValidator(Worded)]
#: A text of its own, read as the text of a file is.
MarkdownText = Annotated[str, BeforeValidator(_markdown), AfterValidator(_not_empty)]
#: By which one place speaks of another, so that two that look the same are the same.
Name = Annotated[Text, AfterValidator(look)]
YesNo = Annotated[bool, PlainValidator(_yes_no)]
Date = Annotated[dt.date, PlainValidator(iso_date)]
Time = Annotated[dt.time, PlainValidator(_time)]
#: The end of the day, 24:00, is `time.max`; where what ends early ends on the next day, 0:00.
LastTime = Annotated[dt.time, PlainValidator(_last_time)]
EndTime = Annotated[LastTime, AfterValidator(lambda end: dt.time() if end == dt.time.max else end)]
Language = Annotated[Text, AfterValidator(_language)]
TimeZone = Annotated[Text, AfterValidator(_timezone)]
Country = Annotated[Text, AfterValidator(_country)]
AsList = BeforeValidator(_list)
