"""What search engines may see, and every page with its day of change: robots.txt, sitemap.xml.

One file is enough: it may hold 50,000 addresses (sitemaps.org), and an archive of ten thousand news
has 11,000.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from schaukasten.plugins.agenda import WeekGenerator
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.page_generator import PageGenerator
from schaukasten.plugins.page_writer import Values
from schaukasten.plugins.pelican_library import Generator, Pelican, Writer, signals


@dataclass(frozen=True)
class SitemapEntry:
    """`url` is relative to the site; `changed` is None when nobody wrote a day down."""

    url: str
    changed: dt.date | None


class SitemapGenerator(PageGenerator):
    all: list[Generator]

    def generate_output(self, writer: Writer) -> None:
        self.write(f"/{self.settings['ROBOTS_SAVE_AS']}", "robots")
        if self.settings["PUBLISH"]:
            address = f"/{self.settings['SITEMAP_SAVE_AS']}"
            self.write_later(address, "sitemap", self._values, self.made_of())

    def _values(self) -> Values:
        entries = [one for generator in self.all for one in _entries(generator)]
        return {"sitemap": sorted(entries, key=lambda entry: entry.url)}


def _entries(generator: Generator) -> Iterator[SitemapEntry]:
    """Yield every page that search engines may show; lists change with their newest member."""
    if isinstance(generator, DocumentsGenerator):
        for page in generator.documents:
            if page.template != "not_found":
                yield _entry(page.address, page.item.last_changed)
        for one in generator.lists:
            yield _entry(one.address, one.changed)
    elif isinstance(generator, WeekGenerator):
        yield _entry(f"/{generator.settings['WEEK_URL']}", None)


def _entry(address: str, changed: dt.date | None) -> SitemapEntry:
    return SitemapEntry(address.removeprefix("/"), changed)


def know_each_other(generators: list[Generator]) -> None:
    for generator in generators:
        if isinstance(generator, SitemapGenerator):
            generator.all = generators


def get_generator(pelican: Pelican) -> type[SitemapGenerator]:
    return SitemapGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
    signals.all_generators_finalized.connect(know_each_other)
