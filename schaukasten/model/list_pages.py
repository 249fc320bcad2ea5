"""Documents → the lists that they stand in, the pages of each, and the days on which each is there.

The first page of a list holds the newest. The others are numbered from the oldest and hold equally
many, so that what is new changes the first page only, or also the one that was the first before.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.item import Item
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.slug import slugify
from schaukasten.model.time.span import Span

Member = TypeVar("Member")
_DAY = dt.timedelta(days=1)


class ListPage(NamedTuple, Generic[Member]):
    """A page of a list; the first has no number."""

    number: int | None
    members: Sequence[Member]


def divided(newest_first: Sequence[Member], size: int) -> list[ListPage[Member]]:
    """Return the pages of a list, the newest first.

    The first holds `size` members and less than twice as many, or all that there are; every other
    one exactly `size`.
    """
    count = count_older(len(newest_first), size)
    begin = len(newest_first) - count * size
    pages = [ListPage(None, newest_first[:begin])]
    for number in range(count, 0, -1):
        pages.append(ListPage(number, newest_first[begin : begin + size]))
        begin += size
    return pages


def count_older(members: int, size: int) -> int:
    """Return how many pages a list of so many members has behind its first one."""
    return max(members // size - 1, 0)


def lists_of(item: Item, layout: Layout) -> Iterator[str]:
    """Yield the address of each list in pages that an item stands in, once."""
    if isinstance(item, NewsItem):
        yield layout.by_template["news"]
        yield "/" + layout.year.format(date=item.date)
        yield from dict.fromkeys(_topic(layout.tag, tag) for tag in item.tags)
    if isinstance(item, Event):
        yield "/" + layout.event_year.format(date=item.date)


@lru_cache(maxsize=1000)
def _topic(pattern: str, tag: str) -> str:
    return "/" + pattern.format(slug=slugify(tag))


def list_addresses(documents: Iterable[Document], layout: Layout) -> Iterator[str]:
    """Yield the address of each page of each list that these documents stand in."""
    members = Counter(address for one in documents for address in lists_of(one.item, layout))
    for address, count in members.items():
        yield address
        for number in range(1, count_older(count, layout.list_page_size) + 1):
            yield layout.list_page(address, number)


def page_spans(members: Mapping[str, Sequence[Span]], layout: Layout) -> Iterator[tuple[str, Span]]:
    """Yield each stretch of days on which a list has a numbered page, with the page's address.

    `members` are the days of each of its members: a page is there on the days on which there are
    enough of them. Whoever makes them enough, or too few, opens or closes it.
    """
    for address, spans in members.items():
        if count_older(len(spans), layout.list_page_size):
            for number, span in _filled(spans, layout.list_page_size):
                yield layout.list_page(address, number), span


def _filled(spans: Sequence[Span], size: int) -> Iterator[tuple[int, Span]]:
    comings = [(span.first, 1, span.opener) for span in spans]
    goings = [(span.last + _DAY, -1, span.closer) for span in spans if span.last < dt.date.max]
    count = 0
    #: Of each page that there is: since when, and whose coming has filled it.
    there: list[tuple[dt.date, str]] = []
    for day, changes in groupby(sorted(comings + goings), key=lambda change: change[0]):
        changed = list(changes)
        count += sum(step for _day, step, _source in changed)
        pages = count_older(count, size)
        # Of one day those that go stand before those that come.
        while len(there) > pages:
            first, opener = there.pop()
            yield len(there) + 1, Span(first, day - _DAY, opener, changed[0][2])
        while len(there) < pages:
            there.append((day, changed[-1][2]))
    for number, (first, opener) in enumerate(there, 1):
        yield number, Span(first, dt.date.max, opener)
