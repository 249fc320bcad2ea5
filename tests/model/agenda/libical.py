"""Calendar files, one a line → the times that libical finds in each, one list a line.

Takes and gives what `ical_js.mjs` does. A program of its own, since only a new process can be told
where a library and those that it needs lie: `libical.py /path/to/libical.so.3`.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_long, c_void_p
from typing import Any

Component = int
Found = tuple[str, int | str, int | str]


class Time(Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = (
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *(("is_date", c_int), ("is_daylight", c_int), ("zone", c_void_p)),
    )


class Span(Structure):
    """`struct icaltime_span`: seconds since 1970."""

    _fields_ = (("start", c_long), ("end", c_long), ("is_busy", c_int))


_EACH = CFUNCTYPE(None, c_void_p, POINTER(Span), c_void_p)
#: What each function that is used takes and gives.
_FUNCTIONS: dict[str, tuple[list[Any], Any]] = {
    "icalparser_parse_string": ([c_char_p], c_void_p),
    "icalcomponent_free": ([c_void_p], None),
    "icalcomponent_string_to_kind": ([c_char_p], c_int),
    "icalcomponent_get_first_component": ([c_void_p, c_int], c_void_p),
    "icalcomponent_get_next_component": ([c_void_p, c_int], c_void_p),
    "icalcomponent_get_uid": ([c_void_p], c_char_p),
    "icalcomponent_get_status": ([c_void_p], c_int),
    "icalcomponent_get_dtstart": ([c_void_p], Time),
    "icalcomponent_get_first_property": ([c_void_p, c_int], c_void_p),
    "icalcomponent_foreach_recurrence": ([c_void_p, Time, Time, _EACH, c_void_p], None),
    "icalproperty_string_to_kind": ([c_char_p], c_int),
    "icalproperty_string_to_status": ([c_char_p], c_int),
    "icalproperty_get_datetime_with_component": ([c_void_p, c_void_p], Time),
    "icaltime_as_timet_with_zone": ([Time, c_void_p], c_long),
    "icaltime_from_string": ([c_char_p], Time),
}


class Library:
    """libical; a component is the number of its place in memory."""

    def __init__(self, path: str):
        library = CDLL(path)
        for name, (takes, gives) in _FUNCTIONS.items():
            function = getattr(library, name)
            function.argtypes, function.restype = takes, gives
            setattr(self, name.removeprefix("ical"), function)
        self.event: int = self.component_string_to_kind(b"VEVENT")
        self.recurrence_id: int = self.property_string_to_kind(b"RECURRENCE-ID")
        self.cancelled: int = self.property_string_to_status(b"CANCELLED")

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"libical has no {name} that is used here")

    def times(self, ics: str, begin: int, end: int) -> list[Found]:
        """Return what begins between two moments and is not called off, with its UID."""
        calendar = self.parser_parse_string(ics.encode())
        found = [one for one in self._times(calendar) if begin <= _moment(one[1]) < end]
        self.component_free(calendar)
        return found

    def _times(self, calendar: Component) -> Iterator[Found]:
        """Yield every time; libical leaves it to its users to put changed ones in their place."""
        series: list[Component] = []
        changed: dict[str, set[int]] = defaultdict(set)
        for event in self._events(calendar):
            id = self.component_get_first_property(event, self.recurrence_id)
            if not id:
                series.append(event)
                continue
            # The shorter way to it leaves the zone out.
            time = self.property_get_datetime_with_component(id, event)
            changed[self._uid(event)].add(self.time_as_timet_with_zone(time, time.zone))
            for span in self._spans(event):
                yield from self._found(event, *span)
        for event in series:
            for span in self._spans(event):
                if span[0] not in changed[self._uid(event)]:
                    yield from self._found(event, *span)

    def _events(self, calendar: Component) -> list[Component]:
        found = []
        event = self.component_get_first_component(calendar, self.event)
        while event:
            found.append(event)
            event = self.component_get_next_component(calendar, self.event)
        return found

    def _found(self, event: Component, start: int, end: int) -> Iterator[Found]:
        if self.component_get_status(event) == self.cancelled:
            return
        is_date = self.component_get_dtstart(event).is_date
        yield self._uid(event), _said(start, is_date), _said(end, is_date)

    def _spans(self, event: Component) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        each = _EACH(lambda event, span, data: found.append((span[0].start, span[0].end)))
        first, last = (
            self.time_from_string(one) for one in (b"19700102T000000Z", b"20370101T000000Z")
        )
        self.component_foreach_recurrence(event, first, last, each, None)
        return found

    def _uid(self, event: Component) -> str:
        uid: bytes = self.component_get_uid(event)
        return uid.decode()


def _said(moment: int, is_date: int) -> int | str:
    return dt.datetime.fromtimestamp(moment, dt.UTC).date().isoformat() if is_date else moment


def _moment(said: int | str) -> float:
    if isinstance(said, int):
        return said
    return dt.datetime.combine(dt.date.fromisoformat(said), dt.time(), dt.UTC).timestamp()


def main() -> None:
    library = Library(sys.argv[1])
    for line in sys.stdin:
        asked = json.loads(line)
        found = library.times(asked["ics"], asked["from"], asked["to"])
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
