"""The site's language → words, dates, times and numbers in templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from markupsafe import Markup
from pelican import signals
from pelican.contents import Content
from pelican.generators import Generator

from schaukasten.catalogs import catalog
from schaukasten.model.body import rebased
from schaukasten.model.fields import Weekday, telephone
from schaukasten.model.hours import OpenDays, merged
from schaukasten.model.messages import Gettext, _
from schaukasten.model.picture import attributes

# How a time of day is written, as a CLDR pattern; a language's catalog may choose another.
_TIME = _("h:mm a")
_WHOLE_HOUR = _("h a")


def install(generator: Generator) -> None:
    """Give the generator's Jinja environment the language of the association."""
    settings = generator.settings
    locale = Locale.parse(settings["DEFAULT_LANG"], sep="-")
    words = catalog(Path(settings["THEME"]), settings["DEFAULT_LANG"])
    clock = partial(time_of_day, locale=locale, gettext=words.gettext)
    generator.env.install_gettext_callables(
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext
    )
    generator.env.filters.update(
        long_date=partial(long_date, locale=locale),
        clock=clock,
        days=partial(days, locale=locale, gettext=words.gettext),
        stretch=partial(stretch, clock=clock, gettext=words.gettext),
        weekly=merged,
        tel=partial(telephone, country=settings["SITE"].association.country),
        language_name=language_name,
    )
    generator.env.globals.update(body=body, picture_attributes=attributes)


def long_date(day: dt.date, locale: Locale) -> str:
    """8. August 2022"""
    return format_date(day, "long", locale)


def time_of_day(time: dt.time, locale: Locale, gettext: Gettext) -> str:
    """9, or 17:30, as the language writes times of the day."""
    pattern = _TIME if time.minute else _WHOLE_HOUR
    return format_time(time, pattern.text(gettext), locale=locale)


def days(open_days: OpenDays, locale: Locale, gettext: Gettext) -> str:
    """Montag, or Montag bis Freitag."""
    if open_days.first == open_days.last:
        return weekday(open_days.first, locale)
    names = {"first": weekday(open_days.first, locale), "last": weekday(open_days.last, locale)}
    return _("{first} to {last}", **names).text(gettext)


def weekday(day: Weekday, locale: Locale) -> str:
    return get_day_names("wide", "stand-alone", locale)[day]


def stretch(
    times: tuple[dt.time, dt.time], clock: Callable[[dt.time], str], gettext: Gettext
) -> str:
    """9 bis 18 Uhr"""
    return _("{start} to {end} o’clock", start=clock(times[0]), end=clock(times[1])).text(gettext)


def language_name(code: str) -> str:
    """The name of a language in that language itself: Türkçe."""
    locale = Locale.parse(code, sep="-")
    return locale.get_display_name(locale) or code


def body(content: Content, base: str) -> Markup:
    """Return a content's text, which the model has sanitised, for a site below the path `base`."""
    return Markup(rebased(content.document.html, base))


def register() -> None:
    signals.generator_init.connect(install)
