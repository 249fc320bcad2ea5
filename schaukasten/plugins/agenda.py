"""The days to come → `/wochenplan/`, and what home, contact and profile say about time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from schaukasten.language.messages import Message, _
from schaukasten.model.agenda.agenda import NOTICE, Agenda
from schaukasten.model.agenda.day import Dated, Day, Entry, Opening
from schaukasten.model.association.location import Location
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.site import Site
from schaukasten.model.time.hours import SpecialHours
from schaukasten.model.time.occurrence import Status
from schaukasten.plugins.page_generator import PageGenerator
from schaukasten.plugins.pelican_library import Pelican, Writer, signals

#: The day of the build and two more: after them the page no longer says what is on today.
FRESH = 3
WEEK = 7
#: So many events after that are named as well.
NEXT_EVENTS = 3
#: With more lines than that a sheet of A4 needs smaller letters.
FULL = 20
#: What a column of the week is called, and the hour at which it begins.
_PARTS: tuple[tuple[int, Message], ...] = (
    (0, _("In the morning")),
    (12, _("In the afternoon")),
    (17, _("In the evening")),
)


class Coming(NamedTuple):
    """An event that is to come, with its day."""

    day: Dated
    entry: Entry


@dataclass(frozen=True)
class House:
    """A location with what is known of its next days; `special` are other hours to come."""

    location: Location
    openings: list[Opening]
    special: list[SpecialHours]


@dataclass(frozen=True)
class Panel:
    """A day of the home page; `openings` are the main house's, with the next after this day."""

    day: Day
    openings: list[Opening]


@dataclass(frozen=True)
class Closure:
    """Other hours of a house that are near enough to be announced on every page."""

    location: Location
    special: SpecialHours
    ends: dt.datetime


class WeekGenerator(PageGenerator):
    def generate_context(self) -> None:
        site = self.settings["SITE"]
        today = site.today
        agenda = site.agenda
        is_of_another_day = self.settings["PREVIEW"] and self.settings["TODAY"]
        noon = agenda.midnight(today) + dt.timedelta(hours=12)
        self.context["shown_at"] = noon if is_of_another_day else None
        self.context["houses"] = [house(agenda, one, today) for one in site.locations]
        self.context["panels"] = panels(agenda, site.locations[0], today)
        self.context["week"] = agenda.days(today, WEEK)
        self.context["fresh_until"] = agenda.midnight(today + dt.timedelta(FRESH))
        self.context["week_is_known"] = any(
            day.shown or day.openings for day in self.context["week"]
        )
        self.context["next_events"] = [
            Coming(Dated(*agenda.bounds(one.occurrence.day)), one)
            for one in agenda.next_events(today + dt.timedelta(WEEK), NEXT_EVENTS)
        ]
        self.context["closures"] = list(closures(agenda, today))
        self.context["to_be_asked"] = to_be_asked(site)

    def generate_output(self, writer: Writer) -> None:
        table = self._table(self.context["week"])
        self.write(f"/{self.settings['WEEK_URL']}", "week", **table)

    def _table(self, week: list[Day]) -> dict[str, Any]:
        gettext = self.settings["GETTEXT"]
        used = [
            number
            for number in range(len(_PARTS))
            if any(_part(entry) == number for day in week for entry in day.shown)
        ]
        # The name of a single column would say less than that it is the only one.
        names = [_PARTS[number][1] for number in used] if len(used) > 1 else [_("What is on")]
        return {
            "is_full": sum(_lines(entry) for day in week for entry in day.shown) > FULL,
            "parts": [name.text(gettext) for name in names],
            "rows": [
                (day, [[one for one in day.shown if _part(one) == number] for number in used])
                for day in week
            ],
        }


def house(agenda: Agenda, location: Location, today: dt.date) -> House:
    coming = [one for one in location.special_hours if one.last >= today]
    openings = agenda.next_openings(location, today, FRESH)
    return House(location, openings, sorted(coming, key=lambda one: one.first))


def panels(agenda: Agenda, main: Location, today: dt.date) -> list[Panel]:
    """Return the days that the home page may have to show; none where nothing is known."""
    days = agenda.days(today, FRESH)
    if not main.has_hours and not any(day.entries for day in days):
        return []
    return [
        Panel(day, [*_openings(day, main), *agenda.next_openings(main, day.date, 1)[1:]])
        for day in days
    ]


def _openings(day: Day, house: Location) -> list[Opening]:
    return [one for one in day.openings if one.location is house]


def closures(agenda: Agenda, today: dt.date) -> Iterable[Closure]:
    for location in agenda.locations:
        for one in location.special_hours:
            if one.first - NOTICE <= today <= one.last:
                yield Closure(location, one, agenda.midnight(one.last + dt.timedelta(1)))


def to_be_asked(site: Site) -> list[Any]:
    """Return the offers of whose times nothing can be shown, by title."""
    found = [
        document
        for document in site.documents.values()
        if document.kind == "OFFER"
        and isinstance(document.item, Offer)
        and all(slot.is_over(site.today) for slot in document.item.schedule)
    ]
    return sorted(found, key=lambda document: document.item.title.casefold())


def _lines(entry: Entry) -> int:
    """Return about how many lines an entry takes: three where a change has to be told."""
    is_usual = entry.occurrence.status is Status.PLANNED and not entry.occurrence.reason
    return 1 if is_usual else 3


def _part(entry: Entry) -> int:
    """Return the column of an entry; one of which no hour is known stands in the first."""
    hour = entry.occurrence.start.hour if entry.has_start else 0
    return max(number for number, (begin, _name) in enumerate(_PARTS) if begin <= hour)


def get_generator(pelican: Pelican) -> type[WeekGenerator]:
    return WeekGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
