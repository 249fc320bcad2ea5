"""The model → what search engines read of each page (schema.org), as its `structured_data`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from schaukasten.language.messages import Gettext, Message, _
from schaukasten.model.agenda.openings import HORIZON
from schaukasten.model.documents.document import Document
from schaukasten.model.structured_data.schema_org import Thing
from schaukasten.model.structured_data.structured_data import script
from schaukasten.model.structured_data.structured_times import StructuredTimes
from schaukasten.plugins.documents import DocumentsGenerator

#: Lists that a page may be part of.
_LISTS: tuple[tuple[str, Message], ...] = (
    ("NEWS_URL", _("News")),
    ("OFFERS_URL", _("Offers")),
    ("EVENTS_URL", _("Events")),
)


def add_structured_data(generators: list[Generator]) -> None:
    for generator in generators:
        settings = generator.settings
        site = settings["SITE"]
        website = (settings["SITEURL"] or site.association.website).rstrip("/")
        describe = Describer(StructuredTimes(site, website), settings)
        for content in _contents(generator):
            content.structured_data = Markup(script(describe.things(content.document)))


def _contents(generator: Generator) -> list[Content]:
    if isinstance(generator, ArticlesGenerator):
        return generator.articles
    if isinstance(generator, PagesGenerator):
        return list(chain(generator.pages, generator.hidden_pages))
    return generator.contents if isinstance(generator, DocumentsGenerator) else []


class Describer:
    """Chooses what is told of a document."""

    def __init__(self, data: StructuredTimes, settings: Mapping[str, Any]):
        self.data = data
        self.settings = settings

    def things(self, document: Document) -> Iterator[Thing]:
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
            case "home" | "about" | "contact":
                yield data.organization(whole=True)
                yield from map(data.place, site.locations)
            case "donate":
                yield data.donate_action(document.item.title, document.address)
            case _:
                yield data.organization()
        if document.template not in ("home", "not_found"):
            yield data.breadcrumbs(self._steps(document))

    def _steps(self, document: Document) -> Iterator[tuple[str, str]]:
        """Yield the pages above a document that exist, and the document itself."""
        site = self.data.site
        yield site.association.short_name, "/"
        gettext: Gettext = self.settings["GETTEXT"]
        names = {f"/{self.settings[key]}": name.text(gettext) for key, name in _LISTS}
        names |= {one.address: one.item.title for one in site.documents.values()}
        parts = document.address.strip("/").split("/")
        for number in range(1, len(parts) + 1):
            address = "/" + "".join(f"{part}/" for part in parts[:number])
            if address in names:
                yield names[address], address


def register() -> None:
    signals.all_generators_finalized.connect(add_structured_data)
