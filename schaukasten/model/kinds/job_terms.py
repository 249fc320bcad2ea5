"""What staff write of a vacancy → its kinds of employment, hours of a week, days."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import YES, Worded, choose, iso_date, shown
from schaukasten.model.reading.last_day import says_no_end
from schaukasten.model.reading.other_notations import MONTHS, days_in, month_in
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.written_out import refuse_row

#: Of a week; more is against the law (§ 3 ArbZG) or a slip.
MAX_HOURS = 60
_TERM = re.compile(
    r"\b(?:20\d\d|(?:\d+|ein\w*|zwei|drei|vier|fünf|sechs) (?:Monat|Jahr|Woche)\w*|befristet"
    r"|\w*(?:vertretung|elternzeit|mutterschutz|projekt\w*|saison|schuljahr\w*|förderung))\b",
    re.IGNORECASE,
)
_NO_TERM = re.compile(r"\b(?:nicht|kein\w*|unbefrist\w*|entfrist\w*|dauer\w*)\b", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_HOURS = re.compile(
    rf"({_NUMBER})(?:\s*(?:-|–|bis)\s*({_NUMBER}))?"
    r"(?:\s*(?:Std|Stunden?|h|Wochenstunden)\b\.?(?:\s*(?:/|pro|in der|je|die)\s*Woche)?)?",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(
    r"(?:\s*(?:Std|Stunden?|h)\b\.?)?\s*(?:/|pro|je|im|monatlich)\s*(?:Monat)?$", re.IGNORECASE
)


class Employment(StrEnum):
    """The kinds of a vacancy, as staff choose them and visitors read them."""

    FULL_TIME = "Vollzeit"
    PART_TIME = "Teilzeit"
    MINIJOB = "Minijob"
    TEMPORARY = "befristet"
    PERMANENT = "unbefristet"
    TRAINING = "Ausbildung"
    INTERNSHIP = "Praktikum"
    WORKING_STUDENT = "Werkstudium"
    FSJ = "FSJ"
    BFD = "BFD"
    VOLUNTEER = "Ehrenamt"
    CONTRACTOR = "Honorar"


#: What else people write for a kind.
_ALSO = {
    "Freiwilliges Soziales Jahr": Employment.FSJ,
    "Bundesfreiwilligendienst": Employment.BFD,
    "ehrenamtlich": Employment.VOLUNTEER,
    "geringfügig": Employment.MINIJOB,
    "geringfügige Beschäftigung": Employment.MINIJOB,
    "Mini-Job": Employment.MINIJOB,
    "nicht befristet": Employment.PERMANENT,
    "Werkstudent": Employment.WORKING_STUDENT,
    "Honorarkraft": Employment.CONTRACTOR,
    "Honorarbasis": Employment.CONTRACTOR,
}
#: Voll- und Teilzeit.
_CUT_OFF = {"Voll-": Employment.FULL_TIME, "Teil-": Employment.PART_TIME}
WORDS = {word.value: word for word in Employment} | _ALSO


def _employment(value: object) -> Employment:
    found = {look(word).casefold(): kind for word, kind in WORDS.items()}
    if isinstance(value, str) and (kind := found.get(look(value).casefold())):
        return kind
    refuse_row(value, {**WORDS, **_CUT_OFF})
    return choose(value, {word.value: word for word in Employment})


def _weekly_hours(value: object) -> str:
    """Return one number, or two with a dash between them."""
    text = look(value) if isinstance(value, str) else ""
    of_week = _OF_MONTH.sub("", text)
    found = _HOURS.fullmatch(of_week)
    what = _("“{value}” is not a number of hours in a week.", value=shown(value))
    if found is None:
        raise Invalid(
            what, _("Write one number or two, as in 19,5 or 20-25; words go into the text.")
        )
    bounds = [one.replace(".", ",") for one in found.groups() if one]
    if of_week != text or _number(bounds[0]) > MAX_HOURS:
        if of_week == text:
            what = _("A week with {hours} hours of work is not possible.", hours=found[0])
        hours = "-".join(str(round(_number(one) * 12 / 52)) for one in bounds)
        raise Invalid(what, _("If these are those of a month, write about {hours}.", hours=hours))
    if not 0 < _number(bounds[0]) <= _number(bounds[-1]) <= MAX_HOURS:
        what = _("A week with {hours} hours of work is not possible.", hours=found[0])
        raise Invalid(what, _("Check the numbers: the smaller one comes first."))
    return "–".join(dict.fromkeys(bounds))


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _day_or_words(value: object) -> dt.date | Worded:
    """Return a day (ISO 8601), or words that name none."""
    text = look(value) if isinstance(value, str) else ""
    if not text:
        raise Invalid(_("The value is empty."), _("Fill it in, or delete the whole line."))
    if not list(days_in(text)) and re.fullmatch(r"[\d.\-/ ]+", text):
        _refuse_month(text)
    if list(days_in(text)) or re.fullmatch(r"[\d.\-/ ]+", text):
        return iso_date(text)
    return Worded(text)


def _refuse_month(text: str) -> None:
    """Raise Invalid for a year, or a month in digits: which day is meant, they do not say."""
    month, year = month_in(text)
    name = next((one.capitalize() for one, number in MONTHS.items() if number == month), "Anfang")
    if year:
        what = _("“{value}” is not a date.", value=shown(text))
        example = f"{name} {year}"
        raise Invalid(what, _("Write a whole day, or it in words: {example}", example=example))


def _limit(value: object) -> object:
    """Return None for what says that there is no limit."""
    if says_no_end(value):
        return None
    if isinstance(value, str) and look(value).casefold().strip(".!") in {*YES, "befristet"}:
        what = _("“{value}” does not say until when.", value=shown(value))
        remedy = _(
            "Write the day or the reason (Elternzeit), or delete the line and write: {line}",
            line="employment: [Teilzeit, befristet]",
        )
        raise Invalid(what, remedy)
    return value


def is_term(words: str) -> bool:
    """Whether words say that a vacancy is limited in time; where it is not clear, they do not."""
    return bool(_TERM.search(words)) and not _NO_TERM.search(words)


EmploymentField = Annotated[Employment, PlainValidator(_employment)]
HoursField = Annotated[str, PlainValidator(_weekly_hours)]
DayOrWords = Annotated[dt.date | Worded, PlainValidator(_day_or_words)]
#: None where it is for good.
Limit = BeforeValidator(_limit)
