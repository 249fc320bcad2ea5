"""Offers and events → what search engines read of them (schema.org, as JSON-LD)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from schaukasten.model.agenda.agenda import HORIZON
from schaukasten.model.agenda.day import Entry
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.facets import COST, FREE, values_of
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.structured_data.schema_org import Thing, known, schedule
from schaukasten.model.structured_data.structured_data import StructuredData, named
from schaukasten.model.time.occurrence import Status, occurrences, usual_days
from schaukasten.model.time.slot import Slot

_SCHEMA = "https://schema.org/"
_OFFLINE = _SCHEMA + "OfflineEventAttendanceMode"
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
        """Return what recurs of an offer; of the `entries` those that are not as usual."""
        item = document.item
        assert isinstance(item, Offer)
        is_free = FREE in values_of(item, self.site.audiences, self.site.today)[COST]
        slots = [one for one in self.site.agenda.slots_of(item) if not one.is_over(self.site.today)]
        single = {day for one in slots for day in one.days}
        return known(
            {
                "@type": "EventSeries",
                "name": item.title,
                "description": item.summary,
                "url": self.website + document.address,
                "location": self.reference(self.site.location(item.location)),
                "organizer": self.organization(),
                "about": {"@id": f"{self.website}{document.address}#offer"},
                "isAccessibleForFree": is_free or None,
                "eventSchedule": [self._schedule(one) for one in slots if one.weekdays],
                "subEvent": [
                    self._time(item.title, entry)
                    for entry in entries
                    if entry.occurrence.status in {*_STATUS, Status.EXTRA}
                    or entry.occurrence.day in single
                ][:_MOST],
            }
        )

    def event(self, document: Document) -> Thing:
        item = document.item
        assert isinstance(item, Event)
        zone = self.site.agenda.zone
        start: dt.date = item.date
        end: dt.date | None = item.last_day
        if item.start:
            start = dt.datetime.combine(item.date, item.start, zone)
            if item.end:
                end = dt.datetime.combine(item.last_day, item.end, zone)
            elif item.last_day == item.date:
                end = None
        status = "EventScheduled"
        if item.cancelled or item.moved_from:
            status = "EventCancelled" if item.cancelled else "EventRescheduled"
        return known(
            {
                "@type": "Event",
                "name": item.title,
                "description": item.summary,
                "url": self.website + document.address,
                "image": self.image(document),
                "startDate": start.isoformat(),
                "endDate": end and end.isoformat(),
                "eventStatus": _SCHEMA + status,
                "previousStartDate": item.moved_from and item.moved_from.isoformat(),
                "eventAttendanceMode": _OFFLINE,
                "location": named("Place", item.place)
                if item.place
                else self.place(self.site.location(item.location)),
                "organizer": self.organization(),
            }
        )

    def _schedule(self, slot: Slot) -> Thing:
        """Return what recurs of a line, without the days of the year to come when it does not."""
        today, agenda = self.site.today, self.site.agenda
        times = occurrences([slot], today, today + HORIZON, agenda.zone, agenda.days_off)
        usual = set(usual_days(slot, today, today + HORIZON))
        kept = {one.day for one in times if one.status is Status.PLANNED}
        return schedule(slot, sorted(usual - kept), agenda.zone.key)

    def _time(self, title: str, entry: Entry) -> Thing:
        occurrence = entry.occurrence
        status = _STATUS.get(occurrence.status, "EventScheduled")
        before = occurrence.other if occurrence.status is Status.MOVED_HERE else None
        return known(
            {
                "@type": "Event",
                "name": title,
                "startDate": occurrence.start.isoformat(),
                "endDate": occurrence.end.isoformat(),
                "eventStatus": _SCHEMA + status,
                "previousStartDate": before and before.isoformat(),
                "eventAttendanceMode": _OFFLINE,
                "location": self.reference(entry.location),
            }
        )
