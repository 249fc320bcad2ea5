"""Days and hours → how the site's language says them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_time, get_day_names

from schaukasten.language.day_pattern import day_pattern
from schaukasten.language.messages import Gettext, Message, _
from schaukasten.model.reading.fields import Weekday
from schaukasten.model.time.exceptions import Period
from schaukasten.model.time.hours import OpenDays
from schaukasten.model.time.occurrence import Occurrence
from schaukasten.model.time.stretch import MIDNIGHT

# How a time of day is written, as a CLDR pattern; a language's catalog may choose another.
_TIME = _("h:mm a")
_WHOLE_HOUR = _("h a")
# The end of a day: in German 24.
_END_OF_DAY = _("midnight")


def regional_locale(language: str, country: str) -> Locale:
    """The language as it is written in the country: English dates differ in GB and US."""
    plain = Locale.parse(language, sep="-")
    try:
        return Locale(plain.language, plain.territory or country, plain.script, plain.variant)
    except UnknownLocaleError:
        return plain


@dataclass(frozen=True)
class Dates:
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

    def long_day(self, day: dt.date) -> str:
        """Montag, 8. August 2022: of a day that may be far away."""
        return format_date(day, "full", self.locale)

    def months(self, days: tuple[dt.date, dt.date]) -> str:
        """2016–2018; Januar–März 2016; März 2016: about when something was."""
        first, last = days
        skeleton = "y" if first.year != last.year else "yMMMM"
        return format_interval(first, last, skeleton, locale=self.locale)

    def period(self, period: Period) -> str:
        """24. Dezember 2026; 24. Dezember 2026 bis 1. Januar 2027."""
        first, last = self.long_date(period.first), self.long_date(period.last)
        return first if first == last else self.say(_("{first} to {last}", first=first, last=last))

    def time_of_day(self, time: dt.time) -> str:
        """9, or 17:30, as the language writes times of the day."""
        pattern = _TIME if time.minute else _WHOLE_HOUR
        return format_time(time, self.say(pattern), locale=self.locale)

    def end_of_day(self, time: dt.time) -> str:
        """18, or 24: a time at which something ends."""
        return self.say(_END_OF_DAY) if time == MIDNIGHT else self.time_of_day(time)

    def clock(self, time: dt.time) -> str:
        """9 Uhr: a time that stands alone in a sentence."""
        return self.say(_("{time}", time=self.time_of_day(time)))

    def closing(self, time: dt.time) -> str:
        """18 Uhr, or 24 Uhr."""
        return self.say(_("{time}", time=self.end_of_day(time)))

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
        values = {"start": self.time_of_day(start), "end": self.end_of_day(end)}
        return self.say(_("{start} to {end}", **values))

    def stretches(self, times: list[Occurrence]) -> str:
        """9 bis 12 Uhr, 14 bis 17 Uhr."""
        return ", ".join(self.stretch((one.start.time(), one.end.time())) for one in times)

    def listed(self, parts: list[str]) -> str:
        """a; a und b; a, b und c."""
        if len(parts) < 2:
            return "".join(parts)
        first, last = ", ".join(parts[:-1]), parts[-1]
        return self.say(_("{first} and {last}", first=first, last=last))

    def say(self, message: Message) -> str:
        return message.text(self.gettext)
