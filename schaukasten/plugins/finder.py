"""The facets of offers → filters: links to a page for each value, which a script combines.

`/angebote/` lists all offers. A filter leads to a page of its own (`/angebote/am/mittwoch/`), so
that it works without a script; with one, filters of `/angebote/` combine (`?fuer=…&am=…`).
"""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from schaukasten.language.messages import Message, _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds import facets
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.fields import Weekday
from schaukasten.model.site import Site
from schaukasten.words.dates_in_words import regional_locale
from schaukasten.words.times_in_words import Words

_NAMES: dict[str, Message] = {
    facets.AUDIENCE: _("For whom"),
    facets.WEEKDAY: _("Weekday"),
    facets.COST: _("Cost"),
    facets.LANGUAGE: _("Language"),
    facets.REGISTRATION: _("Registration"),
    facets.ACCESS: _("Access"),
}
_LABELS: dict[str, Message] = {
    facets.FREE: _("Free of charge"),
    facets.NO_REGISTRATION: _("Without registration"),
    facets.STEP_FREE: _("Without steps"),
}


@dataclass(frozen=True)
class Choice:
    """One filter: its `label` in the list of filters, its `heading` on its own page."""

    facet: str
    value: str
    label: str
    heading: str
    url: str


@dataclass(frozen=True)
class Facet:
    key: str
    name: str
    choices: list[Choice]


@dataclass(frozen=True)
class Panel:
    """What pages show of the filters; `counts` says of each number of results how many it is."""

    facets: list[Facet]
    counts: list[str]


class Finder:
    """The filters of a site's offers.

    `pattern` is that of their addresses, `words` the catalog of the site's language.
    """

    def __init__(self, site: Site, offers: list[Document], pattern: str, words: NullTranslations):
        self.offers = offers
        self._pattern = pattern
        self._words = Words(
            regional_locale(site.association.language, site.association.country), words.gettext
        )
        self._site = site
        counts = [
            words.ngettext("{count} offer", "{count} offers", number).format(count=number)
            for number in range(len(offers) + 1)
        ]
        audiences = site.audiences
        self._values = {
            one.address: facets.values_of(_item(one), audiences, site.today) for one in offers
        }
        # A page stays when nothing is left on it, for somebody may have its address.
        ever = [facets.values_of(_item(one), audiences) for one in offers]
        self.choices = [self._choice(*pair) for pair in facets.used(ever, audiences)]
        offered = [choice for choice in self.choices if self.members(choice)]
        offered_facets = [
            Facet(key, self._words.say(_NAMES[key]), members)
            for key in facets.FACETS
            if (members := [choice for choice in offered if choice.facet == key])
        ]
        self.panel = Panel(offered_facets, counts)

    def members(self, choice: Choice) -> list[Document]:
        return [
            one for one in self.offers if choice.value in self._values[one.address][choice.facet]
        ]

    def tokens(self, offer: Document) -> str:
        """Return all filters that an offer answers to, for the script that combines them."""
        values = self._values[offer.address].items()
        return " ".join(f"{facet}={value}" for facet, some in values for value in some)

    def _choice(self, facet: str, value: str) -> Choice:
        label = heading = self._label(facet, value)
        if facet == facets.AUDIENCE:
            heading = next(one.door for one in self._site.audiences if one.anchor == value)
        url = self._pattern.format(facet=facet, value=value)
        return Choice(facet, value, label, heading, f"/{url}")

    def _label(self, facet: str, value: str) -> str:
        if facet == facets.AUDIENCE:
            return next(one.name for one in self._site.audiences if one.anchor == value)
        if facet == facets.WEEKDAY:
            return self._words.weekday(next(day for day in Weekday if day.name.lower() == value))
        if facet == facets.LANGUAGE:
            names = (name for one in self.offers for name in _item(one).languages)
            return next(name for name in names if facets.language_slug(name) == value)
        return self._words.say(_LABELS[value])


def _item(document: Document) -> Offer:
    assert isinstance(document.item, Offer)
    return document.item
