"""Events: a page for each, the list of the next ones, and those of years in pages."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from schaukasten.model.documents.document import Document
from schaukasten.model.generated import calendar_of
from schaukasten.model.kinds.event import Event
from schaukasten.plugins.documents import DocumentsGenerator, Listing
from schaukasten.plugins.page_writer import Values
from schaukasten.plugins.pager import days_of
from schaukasten.plugins.pelican_library import Pelican, signals
from schaukasten.plugins.shown import Card, Shown, card_values, page_values
from schaukasten.words.times_in_words import Row


class Stretch(NamedTuple):
    """A page of events, with the days of its first and its last one; `url` as that of a card."""

    days: tuple[dt.date, dt.date]
    url: str


@dataclass(frozen=True)
class EventCard(Card):
    """An event in a list; `tab_date` is that of its next day."""

    date: dt.date
    tab_date: dt.date
    last_day: dt.date | None
    times: str
    change: str
    ends: dt.datetime


@dataclass(frozen=True)
class ShownEvent(Shown):
    """`rows` say when it is; `days` the same in a few words, for the day of the build."""

    is_over: bool
    rows: list[Row]
    has_hours: bool
    days: str
    calendar: str


class EventsGenerator(DocumentsGenerator):
    kind = "EVENT"
    name = "event"

    def ordered(self, documents: list[Document]) -> list[Document]:
        return sorted(documents, key=lambda one: (_item(one).date, one.slug))

    def card(self, document: Document) -> EventCard:
        item, site = _item(document), self.site
        # Of single days the tab has the next one.
        coming = None if item.last_named else item.next_from(site.today)
        return EventCard(
            **card_values(document, site),
            date=item.date,
            tab_date=coming.first if coming else item.date,
            last_day=item.last_named,
            times=self.env.filters["event_hours"](item),
            change=self.env.filters["event_change"](item),
            ends=item.sittings[-1].moments(site.agenda.zone)[1],
        )

    def shown(self, document: Document) -> ShownEvent:
        item = _item(document)
        rows = self.env.filters["event_rows"](item)
        return ShownEvent(
            **page_values(document, self.site),
            is_over=self._is_over(document),
            rows=rows,
            has_hours=all(row.times for row in rows),
            days=self.env.filters["event_days"](item, self.site.today),
            calendar=calendar_of(document.address),
        )

    def besides(self, document: Document) -> dict[str, Any]:
        house = self.site.location(_item(document).location)
        return {
            "house": house,
            "asked": self.site.answering(house),
            "contact": self.site.staff.answerer(document.item),
        }

    def listings(self) -> Iterator[Listing]:
        by_year: dict[int, list[Document]] = defaultdict(list)
        for one in self.documents:
            by_year[_item(one).date.year].append(one)
        years = [
            page
            for year, members in by_year.items()
            for page in self.in_pages(
                Listing(
                    f"/{self._year_url(year)}",
                    "event_year",
                    members[::-1],
                    partial(dict, year=year),
                )
            )
        ]
        address = f"/{self.settings['EVENTS_URL']}"
        yield Listing(address, "events", self.documents, partial(self._coming, years))
        yield from years

    def _coming(self, years: list[Listing]) -> Values:
        past = {_item(one).date.year for one in self.documents if self._is_over(one)}
        coming = [one for one in self.documents if not self._is_over(one)]
        # As many as the first page of a list may have.
        most = 2 * self.layout.list_page_size - 1
        return {
            "coming": [self.card(one) for one in coming[:most]],
            "later": _pages_with(coming[most:], years),
            "years": [(year, self._year_url(year)) for year in sorted(past, reverse=True)],
        }

    def in_reading_order(self, members: Sequence[Document]) -> Sequence[Document]:
        """Return what is all to come from the first to the last, to plan with; else the newest."""
        return members if any(map(self._is_over, members)) else members[::-1]

    def _is_over(self, document: Document) -> bool:
        return _item(document).last_day < self.site.today

    def _year_url(self, year: int) -> str:
        url: str = self.settings["EVENT_YEAR_URL"].format(date=dt.date(year, 1, 1))
        return url


def _pages_with(events: list[Document], pages: list[Listing]) -> list[Stretch]:
    """Return the pages on which these events stand, in the order of their days."""
    addresses = {one.address for one in events}
    found = [
        Stretch(days_of(page.members), page.address.removeprefix("/"))
        for page in pages
        if any(one.address in addresses for one in page.members)
    ]
    return sorted(found)


def _item(document: Document) -> Event:
    assert isinstance(document.item, Event)
    return document.item


def get_generator(pelican: Pelican) -> type[EventsGenerator]:
    return EventsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
