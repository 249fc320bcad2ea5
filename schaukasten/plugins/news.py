"""News: a page for each item, and the lists of all, of a year and of a topic, in pages."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.slug import slugify
from schaukasten.model.site import Site
from schaukasten.plugins.documents import DocumentsGenerator, Listing
from schaukasten.plugins.further_reading import Further
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.page_writer import Values
from schaukasten.plugins.pelican_library import Pelican, signals
from schaukasten.plugins.shown import NewsCard, Shown, card_values, page_values

#: So many of the newest other pages may show.
LATEST = 6


class Topic(NamedTuple):
    """A tag with the address of its list, relative to the site."""

    name: str
    url: str


class Year(NamedTuple):
    number: int
    url: str


@dataclass(frozen=True)
class ShownNews(Shown):
    tags: list[Topic]


@dataclass(frozen=True)
class _Sources:
    """All news, the newest first."""

    sources: list[str]

    @classmethod
    def of(cls, site: Site) -> _Sources:
        news = [one for one in site.documents.values() if one.kind == "ARTICLE"]
        by_source = sorted(news, key=lambda one: str(one.source))
        newest = sorted(by_source, key=lambda one: _item(one).date, reverse=True)
        return cls([str(one.source) for one in newest])


@dataclass(frozen=True)
class _Further:
    """By source: what to read after a news item."""

    after: dict[str, list[str]]

    @classmethod
    def of(cls, newest_first: list[Document]) -> _Further:
        further = Further(newest_first)
        return cls(
            {
                str(one.source): [str(other.source) for other in further.after(one)]
                for one in newest_first
            }
        )


class NewsGenerator(DocumentsGenerator):
    kind = "ARTICLE"
    name = "article"

    def generate_context(self) -> None:
        self.documents = newest_first(self)
        self._cards: dict[str, NewsCard] = {}
        self.context["latest"] = [self.card(one) for one in self.documents[:LATEST]]

    def card(self, document: Document) -> NewsCard:
        # It stands in many lists, and is told from others by its identity first.
        card = self._cards.get(document.address)
        if card is None:
            values = card_values(document, self.site)
            image = self.site.rendering(document).image
            card = NewsCard(**values, date=_item(document).date, image=image)
            self._cards[document.address] = card
        return card

    def shown(self, document: Document) -> ShownNews:
        topics = [Topic(name, self._topic_url(name)) for name in _item(document).tags]
        return ShownNews(**page_values(document, self.site), tags=topics)

    def besides(self, document: Document) -> dict[str, Any]:
        sources = self._further.after[str(document.source)]
        return {
            "read_next": [self.card(self.site.documents[source]) for source in sources],
            "contact": self.site.staff.answerer(document.item),
        }

    @cached_property
    def _further(self) -> _Further:
        return self.recalled("further", _Further, lambda: _Further.of(self.documents))

    def listings(self) -> Iterator[Listing]:
        years: dict[int, list[Document]] = defaultdict(list)
        topics: dict[str, list[Document]] = defaultdict(list)
        names: dict[str, str] = {}
        for document in self.documents:
            years[_item(document).date.year].append(document)
            # Two of its tags may have one address.
            for url, name in {self._topic_url(name): name for name in _item(document).tags}.items():
                topics[url].append(document)
                names.setdefault(url, name)
        every = [Year(year, self._year_url(year)) for year in years]

        def values(**own: object) -> Callable[[], Values]:
            return lambda: {**own, "years": every}

        lists = [Listing(f"/{self.settings['NEWS_URL']}", "news", self.documents, values())]
        for year in every:
            of_year = values(year=year.number)
            lists.append(Listing(f"/{year.url}", "news_year", years[year.number], of_year))
        for url, members in sorted(topics.items()):
            lists.append(Listing(f"/{url}", "tag", members, values(tag=Topic(names[url], url))))
        for one in lists:
            yield from self.in_pages(one, years=[])

    def _topic_url(self, name: str) -> str:
        url: str = self.settings["TAG_URL"].format(slug=slugify(name))
        return url

    def _year_url(self, year: int) -> str:
        url: str = self.settings["YEAR_ARCHIVE_URL"].format(date=dt.date(year, 1, 1))
        return url


def newest_first(generator: OwnGenerator) -> list[Document]:
    """Return all news of a site; those of one day by their files."""
    site = generator.site
    newest = generator.recalled("newest", _Sources, lambda: _Sources.of(site))
    return [site.documents[source] for source in newest.sources]


def _item(document: Document) -> NewsItem:
    assert isinstance(document.item, NewsItem)
    return document.item


def get_generator(pelican: Pelican) -> type[NewsGenerator]:
    return NewsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
