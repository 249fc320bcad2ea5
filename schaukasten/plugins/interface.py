"""The site's language → words, dates, times and numbers in templates."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from schaukasten.language.catalogs import catalog
from schaukasten.language.direction import direction
from schaukasten.language.messages import Gettext
from schaukasten.model.association.bank import Bank
from schaukasten.model.association.giro_code import transfer
from schaukasten.model.association.qr_code import svg
from schaukasten.model.files.picture_addresses import attributes, largest, smallest
from schaukasten.model.files.sources import sizes
from schaukasten.model.reading.telephone import telephone
from schaukasten.plugins.pelican_library import Generator, signals
from schaukasten.plugins.picture_store import PictureStore
from schaukasten.plugins.shown_pictures import Published, ShownPictures
from schaukasten.words.asking import ask_us
from schaukasten.words.dates_in_words import regional_locale
from schaukasten.words.event_in_words import EventWords
from schaukasten.words.job_in_words import JobWords


def install(generator: Generator) -> None:
    """Give the generator's templates the language of the association."""
    settings = generator.settings
    association = settings["SITE"].association
    store: PictureStore = settings["PICTURES"]
    language, country = association.language, association.country
    equip(generator.env, Path(settings["THEME"]), language, country, store)


def equip(env: Environment, theme: Path, language: str, country: str, published: Published) -> None:
    """Install words, filters and functions for a language (BCP 47) in a country (ISO 3166).

    `published` knows the files of pictures.
    """
    env.template_class = _Template
    locale = regional_locale(language, country)
    words = catalog(theme, language)
    pictures = ShownPictures(published, language, words.gettext)
    times, jobs = EventWords(locale, words.gettext), JobWords(locale, words.gettext)
    env.install_gettext_callables(  # type: ignore[attr-defined]  # from the i18n extension
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext
    )
    # What a template calls by a wrong name must not be left out in silence.
    env.undefined = StrictUndefined
    env.filters.update(
        # Every page names its day and those of some others.
        long_date=cache(times.long_date),
        day=times.day,
        period=times.period,
        stretch=times.stretch,
        rows=times.rows,
        entry_times=times.entry_times,
        change=times.change,
        event_change=times.event_change,
        event_days=times.event_days,
        event_hours=times.event_hours,
        event_rows=times.event_rows,
        long_day=times.long_day,
        months=times.months,
        opening=times.opening,
        opening_on=times.opening_on,
        special=times.special,
        hours_data=times.hours_data,
        employments=jobs.employments,
        weekly_hours=jobs.weekly_hours,
        day_or_words=jobs.day_or_words,
        limited=jobs.limited,
        tel=lambda number: telephone(number, country),
        ask_us=partial(ask_us, gettext=words.gettext),
        breakable=breakable,
    )
    env.globals.update(
        _=_words(words.gettext),
        body=pictures.body,
        aria_current=aria_current,
        giro_code=partial(giro_code, purpose=words.gettext("Donation")),
        picture_attributes=attributes,
        picture_sizes=sizes,
        large_picture=largest,
        smallest=smallest,
        picture_sources=pictures.sources,
        press_address=pictures.press_address,
        press_note=pictures.press_note,
        qr_code=qr_code,
        webcal=webcal,
        lang_attribute=partial(lang_attribute, site_language=language),
        own_words=partial(own_words, site_language=language),
    )


def _words(gettext: Gettext) -> Callable[..., Markup]:
    """Return what Jinja's `_` does; that looks everything up anew for each of a page's words."""

    @cache
    def pattern(text: str) -> Markup:
        return Markup(gettext(text))

    @cache
    def plain(text: str) -> Markup:
        return pattern(text) % {}

    # The text has no name that a value could have, too.
    def words(text: str, /, **values: object) -> Markup:
        return pattern(text) % values if values else plain(text)

    return words


class _Template(Template):
    """No template has globals of its own, so what one imports is the same for all.

    Jinja compares the globals at each import: a page has ten.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


def breakable(address: str) -> Markup:
    """Return an e-mail address that a narrow line breaks behind the @ rather than in a word."""
    return Markup("@<wbr>").join(address.split("@"))


def qr_code(text: str) -> Markup:
    """Return a QR code as an SVG in the page."""
    return Markup(svg(text))


def webcal(site: str, address: str) -> str:
    """Return the link by which programs subscribe to a calendar of the site."""
    return f"webcal://{site.partition('://')[2]}/{address.removeprefix('/')}"


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


def own_words(language: str, site_language: str) -> Markup:
    """Return a `lang` attribute for words of the site's language within text in another one."""
    return lang_attribute(site_language if language else "", language)


def aria_current(address: str, here: str) -> Markup:
    """Return the attribute of a link to this page, or to the part of the site that it is in."""
    if address == here:
        return Markup(' aria-current="page"')
    return Markup(' aria-current="true"' if here.startswith(address) and address != "/" else "")


def register() -> None:
    signals.generator_init.connect(install)
