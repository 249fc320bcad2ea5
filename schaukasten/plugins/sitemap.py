"""The site's pages and their days of change → `sitemap` for the template of sitemap.xml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pelican import signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from schaukasten.plugins.agenda import WeekGenerator
from schaukasten.plugins.documents import DocumentsGenerator


@dataclass(frozen=True)
class SitemapEntry:
    """`url` is relative to the site; `changed` is None when nobody wrote a day down."""

    url: str
    changed: dt.date | None


def list_addresses(generators: list[Generator]) -> None:
    """Collect every page that search engines may show; lists change with their newest member."""
    entries: list[SitemapEntry] = []
    for generator in generators:
        settings = generator.settings
        if isinstance(generator, ArticlesGenerator):
            articles = generator.articles
            entries += _pages(articles)
            entries.append(_list(settings["NEWS_URL"], articles))
            for archive in generator.period_archives["year"]:
                entries.append(_list(archive["url"], archive["articles"]))
            entries += [_list(tag.url, members) for tag, members in generator.tags.items()]
        elif isinstance(generator, PagesGenerator):
            entries += _pages(page for page in generator.pages if page.template != "not_found")
        elif isinstance(generator, DocumentsGenerator):
            entries += _pages(generator.contents)
            entries += [_list(url, members) for url, members in generator.lists()]
        elif isinstance(generator, WeekGenerator):
            entries.append(SitemapEntry(settings["WEEK_URL"], None))
    for generator in generators:
        generator.context["sitemap"] = sorted(entries, key=lambda entry: entry.url)


def _pages(contents: Iterable[Content]) -> list[SitemapEntry]:
    return [SitemapEntry(content.url, content.item.last_changed) for content in contents]


def _list(url: str, members: Iterable[Content]) -> SitemapEntry:
    days = [content.item.last_changed for content in members if content.item.last_changed]
    return SitemapEntry(url, max(days, default=None))


def register() -> None:
    signals.all_generators_finalized.connect(list_addresses)
