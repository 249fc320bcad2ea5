"""Events, opening hours and schedules → calendar files that visitors subscribe to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import icalendar
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from schaukasten.language.messages import Message, _
from schaukasten.model.addresses import calendar_of
from schaukasten.model.agenda.calendar_file import calendar_file
from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.agenda.calendar_parts import all_day, series, sittings
from schaukasten.model.association.location import Location
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.words.calendar_in_words import CalendarWords
from schaukasten.words.dates_in_words import Dates, regional_locale


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
        association = site.association
        locale = regional_locale(association.language, association.country)
        self.words = CalendarWords(Dates(locale, settings["GETTEXT"]), self.host)
        name = association.short_name
        self._write_events(_("Events of {name}", name=name))
        houses = [house for house in site.locations if house.has_hours]
        hours = (part for house in houses for part in self._hours(house))
        title = _("Opening hours of {name}", name=name)
        self._write(settings["HOURS_CALENDAR"], title, hours, self.frame)
        self._write_each(name)

    def _write_events(self, title: Message) -> None:
        """Write the calendar of all events, past ones too.

        Who has subscribed keeps the last copy of a file that is gone: so none goes.
        """
        events = [one for one in self.site.documents.values() if isinstance(one.item, Event)]
        frame = self.frame.reaching(chain.from_iterable(map(_days, events)))
        parts = chain.from_iterable(map(self._parts, events))
        self._write(self.settings["EVENTS_CALENDAR"], title, parts, frame)

    def _write_each(self, name: str) -> None:
        """Write the calendar of each offer and event, a copy at its old addresses too."""
        before: dict[str, list[str]] = defaultdict(list)
        for redirect in self.site.redirects:
            before[redirect.target].append(redirect.address)
        for document in self.site.documents.values():
            if isinstance(document.item, Occasion):
                title = _("{title}, {name}", title=document.item.title, name=name)
                address = calendar_of(document.address)
                parts = list(self._parts(document))
                frame = self.frame.reaching(_days(document))
                for one in [address, *before[address]]:
                    self._write(one, title, parts, frame)

    def _write(
        self, address: str, title: Message, parts: Iterable[icalendar.Event], frame: Frame
    ) -> None:
        path = Path(self.output_path, address.removeprefix("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        text = title.text(self.settings["GETTEXT"])
        path.write_bytes(calendar_file(text, parts, frame))

    def _parts(self, document: Document) -> Iterator[icalendar.Event]:
        item = document.item
        assert isinstance(item, Occasion)
        subject = self.words.subject(document, self.site.location(item.location))
        if isinstance(item, Event):
            return sittings(item.sittings, subject, self.frame)
        return series(self.site.agenda.known_of(item, self.site.today), subject, self.frame)

    def _hours(self, house: Location) -> Iterator[icalendar.Event]:
        gettext = self.settings["GETTEXT"]
        contact = self.site.address_of_template("contact") or "/"
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


def get_generator(pelican: Pelican) -> type[CalendarsGenerator]:
    return CalendarsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
