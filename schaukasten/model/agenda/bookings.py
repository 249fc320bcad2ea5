"""Documents with rooms → the times at which two of them have the same one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.agenda.day import Entry
from schaukasten.model.agenda.openings import HORIZON
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.offer import Offer


def clashes(agenda: Agenda, today: dt.date) -> dict[str, list[tuple[Entry, Entry]]]:
    """Return, by source, the first time at which each other document is in its way.

    Looked at is the year to come; a document can be in its own way.
    """
    rooms: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for document in agenda.documents:
        item = document.item
        room = item.room if isinstance(item, Offer | Event) else None
        is_gone = item.expires is not None and item.expires < today
        if room is not None and not is_gone:
            for entry in agenda.entries_of(document, today, today + HORIZON):
                if not entry.is_off:
                    rooms[entry.location.id, room].append(entry)
    found: dict[str, dict[str, tuple[Entry, Entry]]] = defaultdict(dict)
    for entries in rooms.values():
        for one, other in _overlaps(entries):
            found[_source(one)].setdefault(_source(other), (one, other))
            found[_source(other)].setdefault(_source(one), (other, one))
    return {source: list(pairs.values()) for source, pairs in found.items()}


def _overlaps(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    # Of each document the one that goes on longest: what it does not overlap, no other does.
    going_on: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.occurrence.start):
        source = _source(entry)
        for name, one in list(going_on.items()):
            if one.occurrence.end > entry.occurrence.start:
                yield one, entry
            else:
                del going_on[name]
        longest = going_on.get(source)
        if longest is None or longest.occurrence.end < entry.occurrence.end:
            going_on[source] = entry


def _source(entry: Entry) -> str:
    return str(entry.document.source)
