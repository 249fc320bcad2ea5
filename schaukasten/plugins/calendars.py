"""Events, opening hours and schedules → calendar files that visitors subscribe to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.model.documents.document import Document
from schaukasten.model.generated import calendar_of
from schaukasten.model.look.theme import catalogs_digest
from schaukasten.model.site import Site
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.page_writer import PageWriter
from schaukasten.plugins.pelican_library import Pelican, Writer, signals

if TYPE_CHECKING:
    from schaukasten.plugins.calendar_files import CalendarFiles


class CalendarsGenerator(OwnGenerator):
    """Writes those calendars that the last output has not: most builds need none."""

    def generate_output(self, writer: Writer) -> None:
        pages: PageWriter = self.settings["PAGES"]
        site: Site = self.settings["SITE"]
        self.host = (self.settings["SITEURL"] or site.association.website).rstrip("/")
        # What every calendar hangs on: the houses and holidays, the day, the words, the address.
        ground = digest_of(
            made_by(),
            catalogs_digest(Path(self.theme)),
            site.data.made_of,
            site.today.isoformat(),
            self.host,
        )
        events = [one for one in site.documents.values() if one.kind == "EVENT"]
        contact = site.address_of_template("contact") or "/"
        pages.files(
            [
                (
                    self.settings["EVENTS_CALENDAR"],
                    digest_of(ground, *(one.seen_as for one in events)),
                    lambda: self._files.of_events(events),
                ),
                (
                    self.settings["HOURS_CALENDAR"],
                    digest_of(ground, contact),
                    lambda: self._files.of_hours(contact),
                ),
                *self._each(site, ground),
            ]
        )

    def _each(self, site: Site, ground: str) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
        """Yield the calendar of each offer and event, a copy at its old addresses too."""
        before: dict[str, list[str]] = defaultdict(list)
        for redirect in site.redirects:
            before[redirect.target].append(redirect.address)
        for document in site.documents.values():
            if document.is_occasion:
                made_from = digest_of(ground, document.seen_as)
                address = calendar_of(document.address)
                for one in [address, *before[address]]:
                    yield one.removeprefix("/"), made_from, partial(self._made, document)

    def _made(self, document: Document) -> bytes:
        return self._files.of(document)

    @cached_property
    def _files(self) -> CalendarFiles:
        from schaukasten.plugins.calendar_files import CalendarFiles

        return CalendarFiles(self.settings, self.host)


def get_generator(pelican: Pelican) -> type[CalendarsGenerator]:
    return CalendarsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
