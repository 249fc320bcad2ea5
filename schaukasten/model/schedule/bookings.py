"""Documents with rooms → the times at which two of them have the same one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from schaukasten.model.event import Event
from schaukasten.model.offer import Offer
from schaukasten.model.schedule.agenda import HORIZON, Agenda, Entry


def clashes(agenda: Agenda, today: dt.date) -> dict[str, list[tuple[Entry, Entry]]]:
    """Return, by source, each time of a document in the year to come, and the one in its way."""
    rooms: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for document in agenda.documents:
        item = document.item
        room = item.room if isinstance(item, Offer | Event) else None
        is_gone = item.expires is not None and item.expires < today
        if room is not None and not is_gone:
            for entry in agenda.entries_of(document, today, today + HORIZON):
                if not entry.is_off:
                    rooms[entry.location.id, room].append(entry)
    found: dict[str, list[tuple[Entry, Entry]]] = defaultdict(list)
    for entries in rooms.values():
        for one, other in _overlaps(entries):
            found[_source(one)].append((one, other))
            if one.document is not other.document:
                found[_source(other)].append((other, one))
    return found


def _overlaps(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    going_on: list[Entry] = []
    for entry in sorted(entries, key=lambda entry: entry.occurrence.start):
        going_on = [one for one in going_on if one.occurrence.end > entry.occurrence.start]
        for one in going_on:
            yield one, entry
        going_on.append(entry)


def _source(entry: Entry) -> str:
    return str(entry.document.source)
