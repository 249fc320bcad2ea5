"""What search engines may see, and every page with its day of change: robots.txt, sitemap.xml.

One file is enough: it may hold 50,000 addresses (sitemaps.org), and an archive of ten thousand news
has 11,000.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from schaukasten.model.documents.document import Document
from schaukasten.plugins.agenda import WeekGenerator
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.page_generator import PageGenerator
from schaukasten.plugins.pelican_library import Generator, Pelican, Writer, signals


@dataclass(frozen=True)
class SitemapEntry:
    """`url` is relative to the site; `changed` is None when nobody wrote a day down."""

    url: str
    changed: dt.date | None


class SitemapGenerator(PageGenerator):
    def generate_output(self, writer: Writer) -> None:
        self.write(f"/{self.settings['ROBOTS_SAVE_AS']}", "robots")
        if self.settings["PUBLISH"]:
            self.write(f"/{self.settings['SITEMAP_SAVE_AS']}", "sitemap")


def list_addresses(generators: list[Generator]) -> None:
    """Collect every page that search engines may show; lists change with their newest member."""
    entries: list[SitemapEntry] = []
    for generator in generators:
        if isinstance(generator, DocumentsGenerator):
            pages = [one for one in generator.documents if one.template != "not_found"]
            entries += [_entry(one.address, [one]) for one in pages]
            entries += [_entry(one.address, one.members) for one in generator.lists]
        elif isinstance(generator, WeekGenerator):
            entries.append(_entry(f"/{generator.settings['WEEK_URL']}", []))
    for generator in generators:
        generator.context["sitemap"] = sorted(entries, key=lambda entry: entry.url)


def _entry(address: str, members: Iterable[Document]) -> SitemapEntry:
    days = [one.item.last_changed for one in members if one.item.last_changed]
    return SitemapEntry(address.removeprefix("/"), max(days, default=None))


def get_generator(pelican: Pelican) -> type[SitemapGenerator]:
    return SitemapGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
    signals.all_generators_finalized.connect(list_addresses)
