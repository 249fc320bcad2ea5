"""Offers and events → what search engines read of them (schema.org, as JSON-LD)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from babel.numbers import get_territory_currencies

from schaukasten.model.agenda.day import Entry
from schaukasten.model.agenda.openings import HORIZON
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.structured_data.price import price
from schaukasten.model.structured_data.schema_org import Thing, known, schedule
from schaukasten.model.structured_data.structured_data import StructuredData, named
from schaukasten.model.time.occurrence import Status, occurrences, usual_days
from schaukasten.model.time.sitting import Sitting
from schaukasten.model.time.slot import Slot

_SCHEMA = "https://schema.org/"
#: So many single times of an offer are told, the next ones.
_MOST = 30
_STATUS = {
    Status.CANCELLED: "EventCancelled",
    Status.HOLIDAY: "EventCancelled",
    Status.MOVED_HERE: "EventRescheduled",
}


class StructuredTimes(StructuredData):
    """What takes place, once or again and again."""

    def service(self, document: Document) -> Thing:
        item = document.item
        assert isinstance(item, Offer)
        location = self.site.location(item.location)
        channel = {
            "@type": "ServiceChannel",
            "serviceLocation": self.place(location),
            "availableLanguage": item.languages,
            "servicePhone": self.contact_point(document),
        }
        return known(
            {
                "@type": "Service",
                "@id": f"{self.website}{document.address}#offer",
                "name": item.title,
                "description": item.summary,
                "url": self.website + document.address,
                "image": self.image(document),
                "provider": self.organization(),
                "audience": [{"@type": "Audience", "audienceType": one} for one in item.audience],
                "availableChannel": known(channel),
            }
        )

    def event_series(self, document: Document, entries: Iterable[Entry]) -> Thing:
        """Return what recurs of an offer; of the `entries` those that are not as usual.

        What it is from and to, and where, stands with each time of it as well: a search engine
        shows single events (developers.google.com/search/docs/appearance/structured-data/event).
        """
        item = document.item
        assert isinstance(item, Offer)
        entries = list(entries)
        slots = [one for one in self.site.agenda.slots_of(item) if not one.is_over(self.site.today)]
        single = {day for one in slots for day in one.days}
        next_one = next((one for one in entries if not one.is_off), entries[0])
        status = "EventCancelled" if next_one.is_off else "EventScheduled"
        last = max(one.last_day for one in slots)
        return known(
            self._about(document)
            | {
                "@type": "EventSeries",
                "startDate": next_one.occurrence.start.isoformat(),
                "endDate": last.isoformat() if last < dt.date.max else None,
                "eventStatus": _SCHEMA + status,
                "about": {"@id": f"{self.website}{document.address}#offer"},
                "eventSchedule": [self._schedule(one) for one in slots if one.recurs],
                "subEvent": [
                    self._time(document, entry)
                    for entry in entries
                    if entry.occurrence.status in {*_STATUS, Status.EXTRA}
                    or entry.occurrence.day in single
                ][:_MOST],
            }
        )

    def event(self, document: Document) -> Thing:
        """Return an event; of one with several sittings each of them as well."""
        item = document.item
        assert isinstance(item, Event)
        status = "EventScheduled"
        if item.cancelled or item.moved_from:
            status = "EventCancelled" if item.cancelled else "EventRescheduled"
        sittings = item.sittings
        thing = self._about(document) | {
            "@type": "Event",
            "eventStatus": _SCHEMA + status,
            "previousStartDate": item.moved_from and item.moved_from.isoformat(),
        }
        whole = self._from_to(sittings[0]) | {"endDate": self._from_to(sittings[-1])["endDate"]}
        parts = [known(thing | self._from_to(one)) for one in sittings]
        return known(thing | whole | {"subEvent": parts if len(parts) > 1 else []})

    def _from_to(self, sitting: Sitting) -> Thing:
        """Return when it begins and ends; as days where no hour is known."""
        if not sitting.has_hours:
            days = (sitting.first, sitting.until)
            return {"startDate": days[0].isoformat(), "endDate": days[1].isoformat()}
        start, end = sitting.moments(self.site.agenda.zone)
        last: dt.date | None = end
        if sitting.ends is None:
            last = None if sitting.is_on_one_day else sitting.until
        return {"startDate": start.isoformat(), "endDate": last and last.isoformat()}

    def _about(self, document: Document) -> Thing:
        """Return what an offer and an event have in common: what, where, by whom, for how much."""
        item = document.item
        assert isinstance(item, Occasion)
        paid = price(item.cost)
        offer = paid and {
            "@type": "Offer",
            "price": paid.amount,
            "priceCurrency": paid.currency or self._currency(),
            "url": self.website + document.address,
        }
        return {
            "name": item.title,
            "description": item.summary,
            "url": self.website + document.address,
            "image": self.image(document),
            "eventAttendanceMode": _SCHEMA + self._mode(item),
            "location": self._location(document),
            "organizer": self.organization(),
            "isAccessibleForFree": (paid.amount == "0") or None if paid else None,
            "offers": offer,
        }

    def _location(self, document: Document) -> Any:
        item = document.item
        assert isinstance(item, Occasion)
        place: Thing | None = self.where(self.site.location(item.location))
        if not isinstance(item, Event):
            return place
        if item.place:
            place = named("Place", item.place)
            if item.address:
                one = item.address
                place["address"] = self.postal_address(one.street, one.postcode, one.city)
        if not item.is_online:
            return place
        url = item.online or self.website + document.address
        virtual = {"@type": "VirtualLocation", "url": url}
        return virtual if item.is_only_online else [place, virtual]

    def _mode(self, item: Occasion) -> str:
        if not isinstance(item, Event) or not item.is_online:
            return "OfflineEventAttendanceMode"
        return "OnlineEventAttendanceMode" if item.is_only_online else "MixedEventAttendanceMode"

    def _currency(self) -> str:
        """Return the money of the association's country."""
        return get_territory_currencies(self.site.association.country)[0]

    def _schedule(self, slot: Slot) -> Thing:
        """Return what recurs of a line, without the days of the year to come when it does not."""
        today, agenda = self.site.today, self.site.agenda
        times = occurrences([slot], today, today + HORIZON, agenda.zone, agenda.days_off)
        usual = set(usual_days(slot, today, today + HORIZON))
        kept = {one.day for one in times if one.status is Status.PLANNED}
        first = slot.first or min(kept, default=None)
        return schedule(slot, first, sorted(usual - kept), agenda.zone.key)

    def _time(self, document: Document, entry: Entry) -> Thing:
        occurrence = entry.occurrence
        status = _STATUS.get(occurrence.status, "EventScheduled")
        before = occurrence.other if occurrence.status is Status.MOVED_HERE else None
        return known(
            self._about(document)
            | {
                "@type": "Event",
                "startDate": occurrence.start.isoformat(),
                "endDate": occurrence.end.isoformat(),
                "eventStatus": _SCHEMA + status,
                "previousStartDate": before and before.isoformat(),
            }
        )
