"""The site's language → words, dates, times and numbers in templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names
from jinja2 import Environment
from markupsafe import Markup
from pelican import signals
from pelican.contents import Content
from pelican.generators import Generator

from schaukasten.catalogs import catalog
from schaukasten.messages import Gettext, _
from schaukasten.model.bank import Bank
from schaukasten.model.fields import Weekday
from schaukasten.model.giro_code import svg, transfer
from schaukasten.model.hours import OpenDays, merged
from schaukasten.model.html_tree import rebased
from schaukasten.model.picture import attributes
from schaukasten.model.telephone import telephone

# How a time of day is written, as a CLDR pattern; a language's catalog may choose another.
_TIME = _("h:mm a")
_WHOLE_HOUR = _("h a")


def install(generator: Generator) -> None:
    """Give the generator's templates the language of the association."""
    settings = generator.settings
    association = settings["SITE"].association
    equip(generator.env, Path(settings["THEME"]), association.language, association.country)


def equip(env: Environment, theme: Path, language: str, country: str) -> None:
    """Install words, filters and functions for a language (BCP 47) in a country (ISO 3166)."""
    words = catalog(theme, language)
    locale = regional_locale(language, country)
    clock = partial(time_of_day, locale=locale, gettext=words.gettext)
    env.install_gettext_callables(  # type: ignore[attr-defined]  # from the i18n extension
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext
    )
    env.filters.update(
        long_date=partial(long_date, locale=locale),
        days=partial(days, locale=locale, gettext=words.gettext),
        stretch=partial(stretch, clock=clock, gettext=words.gettext),
        weekly=merged,
        tel=partial(telephone, country=country),
        breakable=breakable,
    )
    env.globals.update(
        body=body,
        aria_current=aria_current,
        giro_code=partial(giro_code, purpose=words.gettext("Donation")),
        picture_attributes=attributes,
        lang_attribute=partial(lang_attribute, site_language=language),
    )


def regional_locale(language: str, country: str) -> Locale:
    """The language as it is written in the country: English dates differ in GB and US."""
    plain = Locale.parse(language, sep="-")
    try:
        return Locale(plain.language, plain.territory or country, plain.script, plain.variant)
    except UnknownLocaleError:
        return plain


def long_date(day: dt.date, locale: Locale) -> str:
    """8. August 2022"""
    return format_date(day, "long", locale)


def time_of_day(time: dt.time, locale: Locale, gettext: Gettext) -> str:
    """9, or 17:30, as the language writes times of the day."""
    pattern = _TIME if time.minute else _WHOLE_HOUR
    return format_time(time, pattern.text(gettext), locale=locale)


def days(open_days: OpenDays, locale: Locale, gettext: Gettext) -> str:
    """Montag; Montag und Dienstag; Montag bis Freitag."""
    if open_days.first == open_days.last:
        return weekday(open_days.first, locale)
    names = {"first": weekday(open_days.first, locale), "last": weekday(open_days.last, locale)}
    if open_days.last - open_days.first == 1:
        return _("{first} and {last}", **names).text(gettext)
    return _("{first} to {last}", **names).text(gettext)


def weekday(day: Weekday, locale: Locale) -> str:
    return get_day_names("wide", "stand-alone", locale)[day]


def stretch(
    times: tuple[dt.time, dt.time | None], clock: Callable[[dt.time], str], gettext: Gettext
) -> str:
    """9 bis 18 Uhr; without an end: ab 9 Uhr."""
    start, end = times
    if end is None:
        return _("from {start}", start=clock(start)).text(gettext)
    return _("{start} to {end}", start=clock(start), end=clock(end)).text(gettext)


def breakable(address: str) -> Markup:
    """Return an e-mail address that a narrow line breaks behind the @ rather than in a word."""
    return Markup("@<wbr>").join(address.split("@"))


def body(content: Content, base: str) -> Markup:
    """Return a content's text, which the model has sanitised, for a site below the path `base`."""
    return Markup(rebased(content.document.html, base))


def giro_code(bank: Bank, purpose: str) -> Markup:
    """Return the QR code of a transfer to an account, as an SVG in the page."""
    return Markup(svg(transfer(bank, purpose)))


def lang_attribute(language: str, site_language: str) -> Markup:
    """Return a `lang` attribute for text that is not in the site's language (WCAG 2.2, 3.1.2).

    An empty `language` stands for the site's own.
    """
    if language in ("", site_language):
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def aria_current(address: str, here: str) -> Markup:
    """Return the attribute of a link to this page, or to the part of the site that it is in."""
    if address == here:
        return Markup(' aria-current="page"')
    return Markup(' aria-current="true"' if here.startswith(address) and address != "/" else "")


def direction(language: str) -> str:
    """Return the value of the `dir` attribute for a language."""
    order = Locale.parse(language, sep="-").character_order
    return "rtl" if order == "right-to-left" else "ltr"


def register() -> None:
    signals.generator_init.connect(install)
