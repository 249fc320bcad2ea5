"""How staff name days and numbers → weekdays and whole numbers.

The words are German so that a line reads aloud: `wochentag: Montag bis Freitag`.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import PlainValidator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import Weekday, choose, refuse, shown
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid

_STEMS = (
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt "
    "fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst "
    "zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst "
    "siebenundzwanzigst achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst"
).split()
#: Stems of ordinal numbers; -1 is the last.
ORDINALS = {
    **{stem: number for number, stem in enumerate(_STEMS, 1)},
    **{"letzt": -1, "vorletzt": -2, "drittletzt": -3},
}
#: An ordinal number in a sentence, as a pattern.
ORDINAL = rf"(?:(?:{'|'.join(ORDINALS)})e[nrsm]?|\d{{1,2}}\.)"
_COUNTED = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf vierzehn".split()
NUMBERS = dict(zip(_COUNTED, [*range(2, 13), 14], strict=True))
#: What each day is called in full, cut off, and as an adverb.
_DAYS = {
    word: day
    for day in Weekday
    for word in (day.name.casefold(), day.name[:2].casefold(), f"{day.name.casefold()}s")
} | {"sonnabend": Weekday.Samstag, "sonnabends": Weekday.Samstag}
#: A day in a sentence, as a pattern.
DAY = "|".join(sorted((rf"{word}\.?" for word in _DAYS), key=len, reverse=True))
#: Letters; nobody writes more.
_LONGEST = 200
_WHOLE_WEEK = ("täglich", "jeden tag")
_WEEKEND = ("wochenende", "am wochenende")
_WORKING_DAYS = ("werktags", "werktage", "wochentags", "an werktagen")


def weekday(value: object) -> Weekday:
    """Return the day that a German name means; raises Invalid for any other word."""
    word = look(value).casefold().removesuffix(".") if isinstance(value, str) else ""
    word = re.sub("^(?:jede[nr]|am|immer) ", "", word)
    if word in _DAYS:
        return _DAYS[word]
    if re.search(r"\b(?:jede\w*|alle|monat\w*|woche\w*|quartal\w*)\b", word[:_LONGEST]):
        what = _("“{value}” says how often, too.", value=shown(value))
        remedy = _("Write the day here, and how often into “rhythmus”: jeden ersten im Monat")
        raise Invalid(what, remedy)
    what = _("“{value}” is not a weekday.", value=shown(value))
    return choose(value, {day.name: day for day in Weekday}, what)


def weekdays(value: object) -> tuple[Weekday, ...]:
    """Return one day, several, or all from one to another (`Montag bis Freitag`), in order."""
    if isinstance(value, list):
        if not value:
            refuse(_("“wochentag” names no day."), _("Write it like this: wochentag: Mittwoch"))
        return tuple(sorted({day for one in value for day in weekdays(one)}))
    # Joined first: on a long row of blanks the pattern alone would take minutes.
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if text.casefold() in _WHOLE_WEEK:
        return tuple(Weekday)
    if text.casefold() in _WEEKEND:
        return Weekday.Samstag, Weekday.Sonntag
    if text.casefold() in _WORKING_DAYS:
        what = _("“{value}” may mean five days or six.", value=shown(value))
        remedy = _("Write “wochentag: Montag bis Freitag” or “wochentag: Montag bis Samstag”.")
        raise Invalid(what, remedy)
    parts = re.split(" ?, und | ?, | und | ?[&+/,] ?| sowie ", text)
    return tuple(sorted({day for part in parts for day in _from_to(part)}))


def _from_to(text: str) -> tuple[Weekday, ...]:
    """Return all days from one to another; a single one is itself."""
    parts = re.split(" bis | ?[-–—] ?", text)
    if len(parts) != 2:
        return (weekday(text),)
    first, last = weekday(parts[0]), weekday(parts[1])
    if last <= first:
        what = _("“{value}” does not lead forward in the week.", value=shown(text))
        raise Invalid(what, _("Write the days as a list: wochentag: [Samstag, Montag]"))
    return tuple(Weekday(number) for number in range(first, last + 1))


Weekdays = Annotated[tuple[Weekday, ...], PlainValidator(weekdays)]
