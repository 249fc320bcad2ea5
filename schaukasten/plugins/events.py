"""Events: a page for each, and the list of those to come and those that were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pelican import Pelican, signals

from schaukasten.model.addresses import calendar_of
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.plugins.documents import DocumentsGenerator, Listing
from schaukasten.plugins.shown import Card, Shown, card_values, page_values
from schaukasten.words.times_in_words import Row


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
        return {"house": house, "asked": self.site.answering(house)}

    def listings(self) -> Iterator[Listing]:
        members = [one for one in self.documents if not self._is_over(one)]
        years = sorted({_item(one).date.year for one in self.documents})
        past = {_item(one).date.year for one in self.documents if self._is_over(one)}
        yield Listing(
            f"/{self.settings['EVENTS_URL']}",
            "events",
            self.documents,
            {
                "coming": [self.card(one) for one in members],
                "years": [(year, self._year_url(year)) for year in sorted(past, reverse=True)],
            },
        )
        for year in years:
            members = [one for one in self.documents if _item(one).date.year == year]
            cards = [self.card(one) for one in members[::-1]]
            url = f"/{self._year_url(year)}"
            yield Listing(url, "event_year", members, {"year": year, "members": cards})

    def _is_over(self, document: Document) -> bool:
        return _item(document).last_day < self.site.today

    def _year_url(self, year: int) -> str:
        url: str = self.settings["EVENT_YEAR_URL"].format(date=dt.date(year, 1, 1))
        return url


def _item(document: Document) -> Event:
    assert isinstance(document.item, Event)
    return document.item


def get_generator(pelican: Pelican) -> type[EventsGenerator]:
    return EventsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
