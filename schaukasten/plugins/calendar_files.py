"""The model → the bytes of each calendar file; loaded only where one has to be made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

import icalendar

from schaukasten.language.messages import Message, _
from schaukasten.model.agenda.calendar_file import calendar_file
from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.agenda.calendar_parts import all_day, series, sittings
from schaukasten.model.association.location import Location
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.site import Site
from schaukasten.words.calendar_in_words import CalendarWords
from schaukasten.words.dates_in_words import Dates, regional_locale


class CalendarFiles:
    """Makes the calendar files of a site; `host` is its whole address without a slash."""

    def __init__(self, settings: Mapping[str, Any], host: str):
        self.settings = settings
        self.site: Site = settings["SITE"]
        self.host = host
        agenda = self.site.agenda
        # Two sites of one host differ in their paths.
        address = urlsplit(self.host)
        domain = f"{address.hostname}{address.path}".replace("/", ".")
        self.frame = Frame.around(self.site.today, agenda.zone, agenda.days_off, domain)
        association = self.site.association
        locale = regional_locale(association.language, association.country)
        self.words = CalendarWords(Dates(locale, settings["GETTEXT"]), self.host)

    def of_events(self, events: list[Document]) -> bytes:
        """Return the calendar of all events, past ones too.

        Who has subscribed keeps the last copy of a file that is gone: so none goes.
        """
        frame = self.frame.reaching(chain.from_iterable(map(_days, events)))
        parts = chain.from_iterable(map(self._parts, events))
        title = _("Events of {name}", name=self.site.association.short_name)
        return self._file(title, parts, frame)

    def of_hours(self, contact: str) -> bytes:
        """Return the calendar of all houses' hours; `contact` is the address of whom to ask."""
        houses = [house for house in self.site.locations if house.has_hours]
        parts = (part for house in houses for part in self._hours(house, contact))
        title = _("Opening hours of {name}", name=self.site.association.short_name)
        return self._file(title, parts, self.frame)

    def of(self, document: Document) -> bytes:
        """Return the calendar of an offer or an event."""
        name = self.site.association.short_name
        title = _("{title}, {name}", title=document.item.title, name=name)
        return self._file(title, self._parts(document), self.frame.reaching(_days(document)))

    def _file(self, title: Message, parts: Iterable[icalendar.Event], frame: Frame) -> bytes:
        return calendar_file(title.text(self.settings["GETTEXT"]), parts, frame)

    def _parts(self, document: Document) -> Iterator[icalendar.Event]:
        item = document.item
        assert isinstance(item, Event | Offer)
        subject = self.words.subject(document, self.site.location(item.location))
        if isinstance(item, Event):
            return sittings(item.sittings, subject, self.frame)
        return series(self.site.agenda.known_of(item, self.site.today), subject, self.frame)

    def _hours(self, house: Location, contact: str) -> Iterator[icalendar.Event]:
        gettext = self.settings["GETTEXT"]
        key, url = f"hours-{house.id}", self.host + contact
        is_open = _("{house}: open", house=house.name).text(gettext)
        place = self.words.house(house)
        yield from series(
            house.slots,
            Subject(key, is_open, url, place=place, changed=house.updated, is_busy=False),
            self.frame,
        )
        for special in house.special_hours:
            if special.start is None:
                closed = _("{house}: closed", house=house.name).text(gettext)
                title = f"{closed} ({special.reason})" if special.reason else closed
                stamp = f"{key}-closed-{special.first:%Y%m%d}-{special.last:%Y%m%d}"
                subject = Subject(
                    stamp, title, url, place=place, changed=house.updated, is_busy=False
                )
                yield all_day(special.first, special.last, subject, self.frame)


def _days(document: Document) -> list[dt.date]:
    """Return the first and the last day of an event; none of an offer."""
    item = document.item
    return [item.date, item.last_day] if isinstance(item, Event) else []
