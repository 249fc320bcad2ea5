"""A document → what search engines read of its page (schema.org), as `structured_data`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from schaukasten.language.messages import Gettext, Message, _
from schaukasten.model.agenda.openings import HORIZON
from schaukasten.model.documents.document import Document
from schaukasten.model.site import Site
from schaukasten.model.structured_data.schema_org import Thing
from schaukasten.model.structured_data.structured_data import script
from schaukasten.model.structured_data.structured_job import StructuredJob
from schaukasten.model.structured_data.structured_times import StructuredTimes
from schaukasten.plugins.pelican_library import Pelican, signals

#: Lists that a page may be part of.
_LISTS: tuple[tuple[str, Message], ...] = (
    ("NEWS_URL", _("News")),
    ("OFFERS_URL", _("Offers")),
    ("EVENTS_URL", _("Events")),
    ("JOBS_URL", _("Jobs")),
)


class Described(StructuredTimes, StructuredJob):
    """All kinds of things."""


class Describer:
    """Chooses what is told of a document."""

    def __init__(self, settings: Mapping[str, Any]):
        site: Site = settings["SITE"]
        website = (settings["SITEURL"] or site.association.website).rstrip("/")
        self.data = Described(site, website)
        gettext: Gettext = settings["GETTEXT"]
        self._lists = {f"/{settings[key]}": name.text(gettext) for key, name in _LISTS}
        self._pages = {one.address: one for one in site.documents.values()}

    def __call__(self, document: Document) -> Markup:
        """Return the script of a document's page."""
        return Markup(script(self._things(document)))

    def _things(self, document: Document) -> Iterator[Thing]:
        data, site = self.data, self.data.site
        match document.template:
            case "news_item":
                yield data.news_article(document)
            case "event":
                yield data.event(document)
            case "offer":
                yield data.service(document)
                entries = site.agenda.entries_of(document, site.today, site.today + HORIZON)
                if entries:
                    yield data.event_series(document, entries)
            case "job" if (posting := data.job_posting(document)) is not None:
                yield posting
            case "contact":
                yield data.organization(whole=True, houses=True)
                yield from map(data.place, site.locations)
            case "home":
                # The houses stand on one page of a site; the home page has to be light.
                houses = site.address_of_template("contact") is None
                yield data.organization(whole=True, houses=houses)
                yield from map(data.place, site.locations if houses else ())
            case "donate":
                yield data.donate_action(document.item.title, document.address)
            case _:
                yield data.organization()
        if document.template not in ("home", "not_found"):
            yield data.breadcrumbs(self._steps(document))

    def _steps(self, document: Document) -> Iterator[tuple[str, str]]:
        """Yield the pages above a document that exist, and the document itself."""
        yield self.data.site.association.short_name, "/"
        parts = document.address.strip("/").split("/")
        for number in range(1, len(parts) + 1):
            address = "/" + "".join(f"{part}/" for part in parts[:number])
            if page := self._pages.get(address):
                yield page.item.title, address
            elif address in self._lists:
                yield self._lists[address], address


def prepare(pelican: Pelican) -> None:
    pelican.settings["DESCRIBE"] = Describer(pelican.settings)


def register() -> None:
    signals.get_generators.connect(prepare)
