"""Days, hours and rhythms → how the site's language says them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names

from schaukasten.language.day_pattern import day_pattern
from schaukasten.language.messages import Gettext, Message, _
from schaukasten.model.reading.fields import Weekday
from schaukasten.model.time.exceptions import Period
from schaukasten.model.time.hours import Hours, OpenDays, merged
from schaukasten.model.time.occurrence import Occurrence
from schaukasten.model.time.slot import Slot
from schaukasten.model.time.words import Rhythm

# How a time of day is written, as a CLDR pattern; a language's catalog may choose another.
_TIME = _("h:mm a")
_WHOLE_HOUR = _("h a")
_POSITIONS = {
    1: _("first"),
    2: _("second"),
    3: _("third"),
    4: _("fourth"),
    5: _("fifth"),
    -1: _("last"),
}
_INTERVALS = {2: _("every second week"), 3: _("every third week"), 4: _("every fourth week")}


def regional_locale(language: str, country: str) -> Locale:
    """The language as it is written in the country: English dates differ in GB and US."""
    plain = Locale.parse(language, sep="-")
    try:
        return Locale(plain.language, plain.territory or country, plain.script, plain.variant)
    except UnknownLocaleError:
        return plain


@dataclass(frozen=True)
class Row:
    """A line of a table of times: when, from when to when, and what is to be known of it."""

    days: str
    times: str
    notes: str = ""


@dataclass(frozen=True)
class Words:
    """The words of a language (`gettext`) in a country (`locale`)."""

    locale: Locale
    gettext: Gettext

    def long_date(self, day: dt.date) -> str:
        """8. August 2022"""
        return format_date(day, "long", self.locale)

    def weekday(self, day: Weekday) -> str:
        return get_day_names("wide", "stand-alone", self.locale)[day]

    def day(self, day: dt.date) -> str:
        """Montag, 23. November: without the year, where it can only be this one or the next."""
        return format_date(day, day_pattern(self.locale), self.locale)

    def period(self, period: Period) -> str:
        """24. Dezember 2026; 24. Dezember 2026 bis 1. Januar 2027."""
        first, last = self.long_date(period.first), self.long_date(period.last)
        return first if first == last else self.say(_("{first} to {last}", first=first, last=last))

    def time_of_day(self, time: dt.time) -> str:
        """9, or 17:30, as the language writes times of the day."""
        pattern = _TIME if time.minute else _WHOLE_HOUR
        return format_time(time, self.say(pattern), locale=self.locale)

    def clock(self, time: dt.time) -> str:
        """9 Uhr: a time that stands alone in a sentence."""
        return self.say(_("{time}", time=self.time_of_day(time)))

    def days(self, open_days: OpenDays) -> str:
        """Montag; Montag und Dienstag; Montag bis Freitag."""
        if open_days.first == open_days.last:
            return self.weekday(open_days.first)
        names = {"first": self.weekday(open_days.first), "last": self.weekday(open_days.last)}
        if open_days.last - open_days.first == 1:
            return self.say(_("{first} and {last}", **names))
        return self.say(_("{first} to {last}", **names))

    def stretch(self, times: tuple[dt.time, dt.time | None]) -> str:
        """9 bis 18 Uhr; without an end: ab 9 Uhr."""
        start, end = times
        if end is None:
            return self.say(_("from {start}", start=self.time_of_day(start)))
        values = {"start": self.time_of_day(start), "end": self.time_of_day(end)}
        return self.say(_("{start} to {end}", **values))

    def stretches(self, times: list[Occurrence]) -> str:
        """9 bis 12 Uhr, 14 bis 17 Uhr."""
        return ", ".join(self.stretch((one.start.time(), one.end.time())) for one in times)

    def rows(self, slots: Sequence[Hours | Slot], today: dt.date | None = None) -> list[Row]:
        """Return a schedule as one would write it on a notice, the plain weekly lines first.

        With `today`, when something began is told only as long as it is to come.
        """
        if today is not None:
            slots = [_begun(one, today) for one in slots]
        special = [
            one
            for one in slots
            if isinstance(one, Slot) and one.weekdays
            if self._notes(one) or not one.rhythm.is_every_week
        ]
        rows = [
            Row(self.days(open_days), ", ".join(map(self.stretch, open_days.stretches)))
            for open_days in merged([one for one in slots if one not in special])
        ]
        for slot in special:
            days = self._listed([self.days(one) for one in merged([slot])])
            if not slot.rhythm.is_every_week:
                days = f"{days}, {self.rhythm(slot.rhythm)}"
            rows.append(Row(days, self.stretch((slot.start, slot.end)), self._notes(slot)))
        return rows

    def rhythm(self, rhythm: Rhythm) -> str:
        """jede zweite Woche; den ersten und dritten im Monat."""
        if not rhythm.positions:
            return self.say(_INTERVALS[rhythm.interval])
        which = self._listed([self.say(_POSITIONS[number]) for number in rhythm.positions])
        return self.say(_("the {which} in the month", which=which))

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

    def _listed(self, parts: list[str]) -> str:
        """a; a und b; a, b und c."""
        if len(parts) < 2:
            return "".join(parts)
        first, last = ", ".join(parts[:-1]), parts[-1]
        return self.say(_("{first} and {last}", first=first, last=last))

    def say(self, message: Message) -> str:
        return message.text(self.gettext)


def _begun(slot: Hours | Slot, today: dt.date) -> Hours | Slot:
    """Return a line that has begun without its first day, which says nothing any more."""
    if isinstance(slot, Slot) and slot.first and slot.first <= today:
        return slot.model_copy(update={"first": None})
    return slot
