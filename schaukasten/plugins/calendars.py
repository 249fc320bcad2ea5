"""Events, opening hours and schedules → calendar files that visitors subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import icalendar
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from schaukasten.language.messages import Message, _
from schaukasten.model.addresses import calendar_of
from schaukasten.model.agenda.calendar_file import calendar_file, series, single
from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.association.location import Location
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.offer import Offer


class CalendarsGenerator(Generator):
    def generate_output(self, writer: Writer) -> None:
        settings = self.settings
        site = settings["SITE"]
        self.site = site
        self.host = (settings["SITEURL"] or site.association.website).rstrip("/")
        agenda = site.agenda
        # Two sites of one host differ in their paths.
        address = urlsplit(self.host)
        domain = f"{address.hostname}{address.path}".replace("/", ".")
        self.frame = Frame.around(site.today, agenda.zone, agenda.days_off, domain)
        name = site.association.short_name
        events = [one for one in site.documents.values() if isinstance(one.item, Event)]
        # Who has subscribed keeps the last copy of a file that is gone: so none goes.
        days = [one.item.date for one in events] + [one.item.last_day for one in events]
        title = _("Events of {name}", name=name)
        frame = self.frame.reaching(days)
        self._write(settings["EVENTS_CALENDAR"], title, map(self._event, events), frame)
        houses = [house for house in site.locations if house.has_hours]
        hours = (part for house in houses for part in self._hours(house))
        title = _("Opening hours of {name}", name=name)
        self._write(settings["HOURS_CALENDAR"], title, hours, self.frame)
        for document in site.documents.values():
            if isinstance(document.item, Offer):
                address = calendar_of(document.address).removeprefix("/")
                title = _("{title}, {name}", title=document.item.title, name=name)
                self._write(address, title, self._offer(document), self.frame)

    def _write(
        self, name: str, title: Message, parts: Iterator[icalendar.Event], frame: Frame
    ) -> None:
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = title.text(self.settings["GETTEXT"])
        path.write_bytes(calendar_file(text, parts, frame))

    def _offer(self, document: Document) -> Iterator[icalendar.Event]:
        item = document.item
        assert isinstance(item, Offer)
        subject = self._subject(document, self.site.location(item.location), item.room)
        return series(self.site.agenda.slots_of(item), subject, self.frame)

    def _event(self, document: Document) -> icalendar.Event:
        item = document.item
        assert isinstance(item, Event)
        house = self.site.location(item.location)
        subject = self._subject(document, house, item.place or item.room, item.place is not None)
        start: dt.datetime | dt.date = item.date
        day_after = item.last_day + dt.timedelta(1)
        end: dt.datetime | dt.date | None = day_after
        if item.start:
            start = dt.datetime.combine(item.date, item.start, self.frame.zone)
            end = None
            if item.end:
                end = dt.datetime.combine(item.last_day, item.end, self.frame.zone)
            elif item.last_day != item.date:
                # Beside a start with an hour a bare day is not allowed (RFC 5545, 3.8.2.2).
                end = dt.datetime.combine(day_after, dt.time(), self.frame.zone)
        event = single(start, end, subject, self.frame)
        if item.cancelled:
            event.add("status", "CANCELLED")
        return event

    def _hours(self, house: Location) -> Iterator[icalendar.Event]:
        gettext = self.settings["GETTEXT"]
        contact = self.site.address_of_template("contact") or "/"
        key, url = f"hours-{house.id}", self.host + contact
        is_open = _("{house}: open", house=house.name).text(gettext)
        place = _place(house)
        yield from series(
            house.slots,
            Subject(key, is_open, url, place, changed=house.updated, is_busy=False),
            self.frame,
        )
        for special in house.special_hours:
            if special.start is None:
                closed = _("{house}: closed", house=house.name).text(gettext)
                title = f"{closed} ({special.reason})" if special.reason else closed
                stamp = f"{key}-closed-{special.first:%Y%m%d}-{special.last:%Y%m%d}"
                subject = Subject(stamp, title, url, place, changed=house.updated, is_busy=False)
                yield single(special.first, special.last + dt.timedelta(1), subject, self.frame)

    def _subject(
        self, document: Document, house: Location, room: str | None, elsewhere: bool = False
    ) -> Subject:
        return Subject(
            key=document.address.strip("/").replace("/", "-"),
            title=document.item.title,
            url=self.host + document.address,
            place=(room or "") if elsewhere else _place(house, room),
            description=document.item.summary or "",
            changed=document.item.updated,
        )


def _place(house: Location, room: str | None = None) -> str:
    address = house.address.value
    street = [address.street, f"{address.postcode} {address.city}"] if address else []
    return ", ".join(filter(None, [room, house.name, *street]))


def get_generator(pelican: Pelican) -> type[CalendarsGenerator]:
    return CalendarsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
