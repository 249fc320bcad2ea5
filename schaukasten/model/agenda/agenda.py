"""Offers, events and houses on a stretch of days → what is on and what is open, day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from zoneinfo import ZoneInfo

from schaukasten.model.agenda.day import Day, Entry, Opening
from schaukasten.model.agenda.openings import HORIZON, bounds, midnight, next_openings, opening
from schaukasten.model.association.location import Location
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.time.days_off import DaysOff
from schaukasten.model.time.hours import in_house
from schaukasten.model.time.occurrence import Occurrence, Status, occurrences
from schaukasten.model.time.sitting import Part
from schaukasten.model.time.slot import Slot
from schaukasten.model.time.stretch import MIDNIGHT, not_before

_DAY = dt.timedelta(days=1)
#: As many days before, a house announces that it will be closed.
NOTICE = dt.timedelta(days=14)


@dataclass(frozen=True)
class Agenda:
    """What a site's documents and houses say about time."""

    documents: Iterable[Document]
    locations: list[Location]
    zone: ZoneInfo
    days_off: DaysOff
    _days: dict[dt.date, Day] = field(default_factory=dict)

    def days(self, first: dt.date, count: int) -> list[Day]:
        return [self.day(first + number * _DAY) for number in range(count)]

    def day(self, date: dt.date) -> Day:
        if date not in self._days:
            entries = self.entries(date, date)
            # Of what has no hours nobody knows whether somebody is there on this day.
            used = {
                one.location.id
                for one in entries
                if one.is_in_house and one.has_start and not one.is_off
            }
            self._days[date] = Day(
                *self.bounds(date),
                self.days_off.public(date),
                self.days_off.in_school(date),
                entries,
                [
                    replace(one, is_met_in=house.id in used)
                    for house in self.locations
                    if (one := self.opening(house, date))
                ],
            )
        return self._days[date]

    def midnight(self, date: dt.date) -> dt.datetime:
        """Return the moment at which a day begins."""
        return midnight(date, self.zone)

    def entries(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return what offers and events there are on these days, in order of their times."""
        found = [
            entry for document in self._dated for entry in self.entries_of(document, first, last)
        ]
        return sorted(found, key=_order)

    def entries_of(self, document: Document, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the times of one offer or event on these days, those that are off too."""
        item = document.item
        if isinstance(item, Offer):
            location = self.location(item.location)
            times = occurrences(self.slots_of(item), first, last, self.zone, self.days_off)
            return [Entry(document, location, one) for one in times]
        if isinstance(item, Event):
            location = self.location(item.location)
            return [
                Entry(
                    document,
                    location,
                    _at(part, item, self.zone),
                    has_start=part.start is not None,
                    has_end=part.end is not None,
                )
                for part in _parts_of(item, first, last)
            ]
        return []

    def slots_of(self, offer: Offer) -> list[Slot]:
        """Return an offer's schedule as its house lets it, and no longer than its page is there."""
        house = self.location(offer.location)
        slots = in_house(offer.schedule, house.special_hours, house.open_on_holidays)
        # The page is gone on the day after `expires`.
        return [slot.until(offer.expires) for slot in slots] if offer.expires else slots

    def known_of(self, offer: Offer, today: dt.date) -> list[Slot]:
        """Return its schedule as far as somebody knows the school holidays in which it pauses."""
        known = self.days_off.school_is_known_until
        return [
            slot.until(known) if known and known >= today and not slot.in_school_holidays else slot
            for slot in self.slots_of(offer)
        ]

    def next_of(self, document: Document, today: dt.date, count: int) -> list[Entry]:
        """Return the next `count` times at which an offer is on, and as many off in between."""
        # A year is looked through only where a month does not hold enough.
        for reach in (dt.timedelta(days=40), HORIZON):
            entries = self.entries_of(document, today, today + reach)
            on = [index for index, entry in enumerate(entries) if not entry.is_off][:count]
            if len(on) == count:
                entries = entries[: on[-1] + 1]
                break
        # Of six weeks of holidays nobody wants every day.
        off = [index for index, entry in enumerate(entries) if entry.is_off][:count]
        return [entries[index] for index in sorted(on + off)]

    def next_events(self, first: dt.date, count: int) -> list[Entry]:
        """Return the next events that begin, or go on after a break, on that day or later."""
        found = []
        for document in self._dated:
            if isinstance(item := document.item, Event) and (one := item.next_from(first)):
                found += self.entries_of(document, one.first, one.first)[:1]
        return sorted(found, key=_order)[:count]

    def opening(self, location: Location, date: dt.date) -> Opening | None:
        """Return when a house is open on a day; None where its hours are not known."""
        return opening(location, date, self.zone, self.days_off)

    def next_openings(self, location: Location, first: dt.date, days: int) -> list[Opening]:
        """Return a house's openings on so many days, and then the first day that it opens again."""
        return next_openings(location, first, days, self.zone, self.days_off)

    def location(self, id: str | None) -> Location:
        """Return the location with that id; None is the main one."""
        return next((one for one in self.locations if one.id == id), self.locations[0])

    def bounds(self, date: dt.date) -> tuple[dt.datetime, dt.datetime, dt.datetime]:
        """Return when the day before a day begins, when it begins, and when it ends."""
        return bounds(date, self.zone)

    @cached_property
    def _dated(self) -> list[Document]:
        return [one for one in self.documents if one.is_occasion]


def _order(entry: Entry) -> tuple[dt.datetime, str]:
    return entry.occurrence.start, entry.document.item.title


def _parts_of(event: Event, first: dt.date, last: dt.date) -> Iterator[Part]:
    """Yield the event's sittings, each on every one of its days, between two days."""
    for sitting in event.sittings:
        yield from sitting.parts(first, last)


def _at(part: Part, event: Event, zone: ZoneInfo) -> Occurrence:
    status = Status.CANCELLED if event.cancelled else Status.PLANNED
    begin = dt.datetime.combine(part.day, part.start or MIDNIGHT, zone)
    end = dt.datetime.combine(part.day + _DAY, MIDNIGHT, zone)
    if part.end is not None:
        end = not_before(begin, dt.datetime.combine(part.until, part.end, zone))
    return Occurrence(begin, end, status, event.cancelled or "")
