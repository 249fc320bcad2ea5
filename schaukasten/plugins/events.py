"""Events: a page for each, and the list of those to come and those that were."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.writers import Writer

from schaukasten.model.addresses import calendar_of
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.reader import save_as


class Event(Content):
    """An event as Pelican sees it; `item` is the model's."""

    mandatory_properties = ("title", "date")
    allowed_statuses = ("published",)
    default_template = "event"


class EventsGenerator(DocumentsGenerator):
    kind = "EVENT"
    content_class = Event
    plural = "events"

    def generate_context(self) -> None:
        super().generate_context()
        agenda, today = self.settings["SITE"].agenda, self.settings["SITE"].today
        for event in self.contents:
            event.is_over = event.item.last_day < today
            event.ends = event.item.sittings[-1].moments(agenda.zone)[1]
            event.rows = self.env.filters["event_rows"](event.item)
            event.has_hours = all(row.times for row in event.rows)
            event.calendar = calendar_of(event.document.address)
            # Of single days the tab has the next one.
            coming = None if event.item.last_named else event.item.next_from(today)
            event.tab_date = coming.first if coming else event.item.date

    def ordered(self, contents: list[Content]) -> list[Content]:
        return sorted(contents, key=lambda event: (event.date, event.slug))

    def list_context(self) -> dict[str, Any]:
        past = {event.date.year for event in self.contents if event.is_over}
        return {
            "coming": [event for event in self.contents if not event.is_over],
            "years": [(year, self._year_url(year)) for year in sorted(past, reverse=True)],
        }

    def lists(self) -> list[tuple[str, list[Content]]]:
        return [*super().lists(), *((self._year_url(year), one) for year, one in self._years())]

    def generate_output(self, writer: Writer) -> None:
        super().generate_output(writer)
        for year, members in self._years():
            url = self._year_url(year)
            writer.write_file(
                save_as(f"/{url}"),
                self.get_template("event_year"),
                self.context,
                url=url,
                year=year,
                members=members[::-1],
            )

    def _years(self) -> list[tuple[int, list[Content]]]:
        years = sorted({event.date.year for event in self.contents})
        return [
            (year, [event for event in self.contents if event.date.year == year]) for year in years
        ]

    def _year_url(self, year: int) -> str:
        return self.settings["EVENT_YEAR_URL"].format(date=dt.date(year, 1, 1))


def get_generator(pelican: Pelican) -> type[EventsGenerator]:
    return EventsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
