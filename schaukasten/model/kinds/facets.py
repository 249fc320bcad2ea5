"""Offers → by what a visitor may look for them, and which of them answer to it.

Each facet with a value is a page (`/angebote/am/mittwoch/`); keys and values are parts of
addresses, which never change once published.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

from schaukasten.model.association.association import Audience
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.fields import NO, YES, Weekday
from schaukasten.model.reading.slug import slugify

AUDIENCE, WEEKDAY, COST, LANGUAGE, REGISTRATION, ACCESS = FACETS = (
    *("fuer", "am", "kosten", "sprache", "anmeldung", "zugang"),
)
FREE, NO_REGISTRATION, STEP_FREE = "kostenlos", "ohne", "stufenlos"
_OTHER_LETTERS = (
    "am ar be bg bn el fa gu he hi hy ja ka km ko mk mr my pa ps ru sr ta te th ti uk ur yi zh"
).split()
#: What takes back a "yes": somebody would stand before the steps.
_BUT = re.compile(
    r"\d|\b(?:aber|außer|bis auf|nur|sonst|ohne|mit Ausnahme|but|except|only|otherwise|unless"
    r"|wenn|falls|sofern|(?:Nicht)?[Mm]itglied\w*|zahl\w*|kost\w*"
    r"|zzgl|zuzüglich|plus|Material\w*|Eigenanteil|Kaution|Pfand|Beitrag|Gebühr\w*|gegen|ermäßigt"
    r"|danach|später|erste[rsn]?|if|members|plus|first)\b",
    re.IGNORECASE,
)
#: How a text begins that says it; what comes behind it, after a comma or the like, is free.
_FREE = (
    *("kostenlos", "kostenfrei", "umsonst", "gratis", "free", "frei", "Eintritt frei"),
    *("freier Eintritt", "Teilnahme kostenlos", "Teilnahme kostenfrei", "Teilnahme frei"),
    *("Eintritt kostenlos", "der Eintritt ist frei", "die Teilnahme ist kostenlos", "0 €"),
    *("0 Euro", "0,00 €", "0,- €", "keine Kosten", "keine"),
)
_NO_REGISTRATION = (
    *("ohne Anmeldung", "keine Anmeldung", "keine", "not needed", "no registration", *NO),
    *(
        f"{before} {needed}"
        for before in ("nicht", "keine Anmeldung", "Anmeldung nicht", "Anmeldung ist nicht")
        for needed in ("nötig", "notwendig", "erforderlich")
    ),
)


def values_of(
    offer: Offer, audiences: Iterable[Audience], today: dt.date | None = None
) -> dict[str, list[str]]:
    """Return the values of an offer by facet; a facet of which it says nothing is empty.

    Without `today` the days of what is over count, too: an address does not go with time.
    """
    anchors = {audience.name: audience.anchor for audience in audiences}
    return {
        AUDIENCE: [anchors[name] for name in offer.audience if name in anchors],
        WEEKDAY: [day.name.lower() for day in sorted(set(_weekdays(offer, today)))],
        COST: [FREE] if is_free(offer.cost) else [],
        LANGUAGE: [slug for name in offer.languages if (slug := language_slug(name))],
        REGISTRATION: [NO_REGISTRATION] if _says(offer.registration, _NO_REGISTRATION) else [],
        ACCESS: [STEP_FREE] if _says(offer.step_free, YES) else [],
    }


def language_slug(name: str) -> str:
    """Return the value of a language; of one in other letters its code: ar for العربية."""
    return slugify(name) or _codes().get(name.casefold(), "")


@cache
def _codes() -> dict[str, str]:
    names = {code: Locale.parse(code).get_language_name() or "" for code in _OTHER_LETTERS}
    return {name.casefold(): code for code, name in names.items()}


def used(
    every: Iterable[dict[str, list[str]]], audiences: Iterable[Audience]
) -> list[tuple[str, str]]:
    """Return each facet and value that some offer has, in the order in which they are shown."""
    order = [audience.anchor for audience in audiences] + [day.name.lower() for day in Weekday]
    places = {value: number for number, value in enumerate(order)}
    found = {(facet, value) for values in every for facet in values for value in values[facet]}
    return sorted(found, key=lambda pair: (FACETS.index(pair[0]), places.get(pair[1], 0), pair[1]))


def _weekdays(offer: Offer, today: dt.date | None) -> Iterator[Weekday]:
    for slot in offer.schedule:
        if today is None or not slot.is_over(today):
            yield from slot.weekdays or ()
            days = (day for day in slot.days if today is None or day >= today)
            yield from (Weekday(day.weekday()) for day in days)


def is_free(cost: str | None) -> bool:
    """Whether what something costs is said to be nothing, without an if."""
    return _says(cost, _FREE)


def _says(text: str | None, words: Iterable[str]) -> bool:
    """Whether a text is one of the words, and takes nothing back behind a comma or the like."""
    choices = "|".join(map(re.escape, words))
    found = re.match(rf"(?:{choices})\s*(?:$|[.,;:(–-])(.*)", text or "", re.IGNORECASE)
    return found is not None and not _BUT.search(found[1] or "")
