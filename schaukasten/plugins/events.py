"""Events: a page for each, and the list of those to come and those that were."""

from __future__ import annotations

from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content

from schaukasten.plugins.documents import DocumentsGenerator


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
        for event in self.contents:
            event.is_over = event.item.last_day < self.settings["SITE"].today

    def ordered(self, contents: list[Content]) -> list[Content]:
        return sorted(contents, key=lambda event: (event.date, event.slug))

    def list_context(self) -> dict[str, Any]:
        return {
            "coming": [event for event in self.contents if not event.is_over],
            "past": [event for event in self.contents if event.is_over][::-1],
        }


def get_generator(pelican: Pelican) -> type[EventsGenerator]:
    return EventsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
