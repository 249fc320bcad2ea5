"""Calendar files → what three programs of others find in them.

icalendar with recurring_ical_events (Python), ical.js (Thunderbird's), libical (GNOME's and KDE's).
The latter two have written their own recurrences and time zones, and read the zone from the file.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import icalendar
import recurring_ical_events

from tests import parts

#: The one that every machine has; the others are named like the parts that they need.
OWN = "recurring_ical_events"
OTHERS = ("ical.js", "libical")


class Found(NamedTuple):
    """A time that a reader found; days where there are no hours, else moments in UTC."""

    uid: str
    start: dt.date
    end: dt.date


#: A file and two moments → what begins between them and is not called off, in order.
Read = Callable[[bytes, dt.datetime, dt.datetime], list[Found]]


@contextmanager
def reader(name: str) -> Iterator[Read]:
    """Give a reader; the process of one in another language ends with the block."""
    if name == OWN:
        yield _in_this_process
        return
    command = parts.PARTS[name]()
    assert isinstance(command, list)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:

        def read(ics: bytes, begin: dt.datetime, end: dt.datetime) -> list[Found]:
            limits = {"from": int(begin.timestamp()), "to": int(end.timestamp())}
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps({"ics": ics.decode(), **limits}) + "\n")
            process.stdin.flush()
            found = json.loads(process.stdout.readline())
            return sorted(Found(uid, _date(start), _date(end)) for uid, start, end in found)

        yield read


def _in_this_process(ics: bytes, begin: dt.datetime, end: dt.datetime) -> list[Found]:
    calendar = icalendar.Calendar.from_ical(ics)
    events = recurring_ical_events.of(calendar).between(begin, end)
    found = [
        Found(str(event["uid"]), _moment(event.start), _moment(event.end))
        for event in events
        if event.get("status") != "CANCELLED"
    ]
    return sorted(one for one in found if begin <= _begin(one.start) < end)


def _moment(date: dt.date) -> dt.date:
    return date.astimezone(dt.UTC) if isinstance(date, dt.datetime) else date


def _begin(date: dt.date) -> dt.datetime:
    if isinstance(date, dt.datetime):
        return date
    return dt.datetime.combine(date, dt.time(), dt.UTC)


def _date(said: int | str) -> dt.date:
    if isinstance(said, str):
        return dt.date.fromisoformat(said)
    return dt.datetime.fromtimestamp(said, dt.UTC)
