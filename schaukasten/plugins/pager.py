"""A page of a list → what it says of itself and of the other pages.

Numbers count from the oldest page. Only the first page, which every new member changes, says how
many members there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.list_pages import ListPage


@dataclass(frozen=True)
class PageLink:
    """A page with a number; `url` is relative to the site."""

    number: int
    url: str


@dataclass(frozen=True)
class Pager:
    """`newest` is the `url` of the first page, which is no other's `newer`.

    The first page has no `here`: it knows how many of `every` member are `shown`. Every other one
    knows the `days` of its oldest and its newest. What is the same page is named once.
    """

    newest: str
    newer: PageLink | None
    here: PageLink | None
    older: PageLink | None
    oldest: PageLink | None
    days: tuple[dt.date, dt.date] | None = None
    shown: int = 0
    every: int = 0


def pager_of(
    pages: Sequence[ListPage[Document]], page: ListPage[Document], address: str, layout: Layout
) -> Pager | None:
    """Return the pager of a page of the list at an address; None where it is the only one."""
    last = len(pages) - 1
    if not last:
        return None

    def link(number: int) -> PageLink | None:
        if not 1 <= number <= last:
            return None
        return PageLink(number, layout.list_page(address, number).removeprefix("/"))

    newest = address.removeprefix("/")
    number = page.number
    if number is None:
        oldest = link(1) if last > 1 else None
        every = sum(len(one.members) for one in pages)
        return Pager(newest, None, None, link(last), oldest, None, len(page.members), every)
    oldest = link(1) if number > 2 else None
    return Pager(
        newest, link(number + 1), link(number), link(number - 1), oldest, days_of(page.members)
    )


def days_of(newest_first: Sequence[Document]) -> tuple[dt.date, dt.date]:
    """Return the days of the oldest and of the newest of some news or events."""
    return _day(newest_first[-1]), _day(newest_first[0])


def _day(document: Document) -> dt.date:
    assert isinstance(document.item, NewsItem | Event)
    return document.item.date
