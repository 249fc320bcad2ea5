"""Schedules and rhythms → how the site's language says them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from babel.dates import get_month_names

from schaukasten.language.messages import Message, _
from schaukasten.model.time.hours import Hours, merged
from schaukasten.model.time.rhythm import Rhythm
from schaukasten.model.time.slot import Slot
from schaukasten.words.dates_in_words import Dates

_POSITIONS = {
    1: _("first"),
    2: _("second"),
    3: _("third"),
    4: _("fourth"),
    5: _("fifth"),
    -1: _("last"),
    -2: _("last but one"),
    -3: _("third last"),
}
_LAST_DAYS = {-1: _("last day"), -2: _("last day but one"), -3: _("third last day")}
_WEEKS = {2: _("every second week"), 3: _("every third week"), 4: _("every fourth week")}
_MONTHS = {
    1: _("in the month"),
    2: _("in every second month"),
    3: _("in every third month"),
    6: _("in every sixth month"),
}


@dataclass(frozen=True)
class Row:
    """A line of a table of times: when, from when to when, and what is to be known of it."""

    days: str
    times: str
    notes: str = ""


class Words(Dates):
    """The words of a language for what comes back."""

    def rows(self, slots: Sequence[Hours | Slot], today: dt.date | None = None) -> list[Row]:
        """Return a schedule as one would write it on a notice, the plain weekly lines first.

        With `today`, when something began is told only as long as it is to come.
        """
        if today is not None:
            slots = [_begun(one, today) for one in slots]
        special = [
            one
            for one in slots
            if isinstance(one, Slot) and one.recurs
            if self._notes(one) or not one.rhythm.is_every_week
        ]
        rows = [
            Row(self.days(open_days), ", ".join(map(self.stretch, open_days.stretches)))
            for open_days in merged([one for one in slots if one not in special])
        ]
        for slot in special:
            text = self._when(slot)
            row = Row(f"{text[:1].upper()}{text[1:]}", self.stretch((slot.start, slot.end)))
            rows.append(replace(row, notes=self._notes(slot)))
        return rows

    def _when(self, slot: Slot) -> str:
        """Mittwoch; Mittwoch, jede zweite Woche; jeden ersten Mittwoch im Monat."""
        rhythm = slot.rhythm
        if rhythm.positions and slot.weekdays and len(slot.weekdays) == 1:
            which = f"{self._listed_numbers(rhythm)} {self.weekday(slot.weekdays[0])}"
            return self.say(_("the {which} {months}", which=which, months=self._months(rhythm)))
        days = self.listed([self.days(one) for one in merged([slot])])
        every = "" if rhythm.is_every_week else self.rhythm(rhythm)
        return ", ".join(filter(None, [days, every]))

    def rhythm(self, rhythm: Rhythm) -> str:
        """jede zweite Woche; jeden ersten und dritten im Monat; jeden 15. im März."""
        if not rhythm.is_monthly:
            every = _("every {number} weeks", number=rhythm.interval)
            return self.say(_WEEKS.get(rhythm.interval, every))
        values = {"which": self._listed_numbers(rhythm), "months": self._months(rhythm)}
        days = _("on {which} {months}", **values)
        return self.say(_("the {which} {months}", **values) if rhythm.positions else days)

    def _listed_numbers(self, rhythm: Rhythm) -> str:
        """ersten und dritten; 1. und 15."""
        numbers = rhythm.positions or rhythm.month_days
        return self.listed([self.say(self._which(rhythm, one)) for one in numbers])

    def _months(self, rhythm: Rhythm) -> str:
        if rhythm.months:
            names = get_month_names("wide", "stand-alone", self.locale)
            listed = self.listed([names[month] for month in rhythm.months])
            return self.say(_("in {months}", months=listed))
        every = _("every {number} months", number=rhythm.interval)
        return self.say(_MONTHS.get(rhythm.interval, every))

    def _which(self, rhythm: Rhythm, number: int) -> Message:
        if rhythm.positions:
            return _POSITIONS[number]
        return _("day {number}", number=number) if number > 0 else _LAST_DAYS[number]

    def _notes(self, slot: Slot) -> str:
        notes: list[Message] = []
        if slot.first and slot.last:
            days = {"first": self.long_date(slot.first), "last": self.long_date(slot.last)}
            notes.append(_("from {first} to {last}", **days))
        elif slot.first:
            notes.append(_("from {first} on", first=self.long_date(slot.first)))
        elif slot.last:
            notes.append(_("until {last}", last=self.long_date(slot.last)))
        if not slot.in_school_holidays:
            notes.append(_("not in the school holidays"))
        if slot.on_holidays is not None:
            on_holidays = _("on public holidays, too")
            notes.append(on_holidays if slot.on_holidays else _("not on public holidays"))
        return ", ".join(map(self.say, notes))


def _begun(slot: Hours | Slot, today: dt.date) -> Hours | Slot:
    """Return a line that has begun without its first day, which says nothing any more."""
    if isinstance(slot, Slot) and slot.first and slot.first <= today:
        return slot.model_copy(update={"first": None})
    return slot
