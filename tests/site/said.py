"""A built site → what its calendars and its structured data say of each event.

All of it is read from the output as programs read it: nothing here knows how it was made.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import icalendar
from lxml import html

DAY = dt.timedelta(days=1)
_ONLINE = ("Online", "https:")
AS_PLANNED, MOVED, OFF = "Scheduled", "Rescheduled", "Cancelled"


class Clock(NamedTuple):
    begin: dt.time
    last: dt.date
    end: dt.time | None


@dataclass(frozen=True, order=True)
class Time:
    """From a moment to a moment; a whole day has none, and some have no known end.

    Where it goes on over several days without one, it ends with the last of them.
    """

    day: dt.date
    begin: dt.datetime | None = None
    end: dt.datetime | None = None
    #: What the page says by the clock: from when, until which day, until when.
    clock: Clock | None = field(default=None, compare=False)


@dataclass
class Said:
    """What one of them says of an event."""

    title: str
    times: list[Time]
    status: str
    places: set[str] = field(default_factory=set)
    is_online: bool = False


def in_calendar(path: Path, zone: ZoneInfo) -> dict[str, Said]:
    """What a calendar says of each event, by its address."""
    found: dict[str, Said] = {}
    for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
        is_moved = re.search(
            "^(?:Verlegt vom|Moved from) ", str(event["description"]), re.MULTILINE
        )
        is_off = event.get("status") == "CANCELLED"
        status = OFF if is_off else MOVED if is_moved else AS_PLANNED
        # Parts of an address, and the web: "Westpark, Parkweg 1; Online".
        where = re.split("[;,] ", str(event.get("location", "")))
        is_online = any(one.startswith(_ONLINE) for one in where)
        places = {one for one in where if one and not one.startswith(_ONLINE)}
        title = re.sub("^(?:Fällt aus|Does not take place): ", "", str(event["summary"]))
        said = found.setdefault(str(event["url"]), Said(title, [], status, places, is_online))
        begin = event["dtstart"].dt
        end = event["dtend"].dt if "dtend" in event else None
        said.times += (
            whole_days(begin, end - DAY) if _is_date(begin) else [moments(begin, end, zone)]
        )
    return found


def _is_date(value: Any) -> bool:
    return not isinstance(value, dt.datetime)


def whole_days(first: dt.date, last: dt.date) -> list[Time]:
    return [Time(first + number * DAY) for number in range((last - first).days + 1)]


def moments(begin: dt.datetime, end: dt.datetime | None, zone: ZoneInfo) -> Time:
    begin = begin.replace(tzinfo=begin.tzinfo or zone)
    return Time(
        begin.astimezone(zone).date(), begin.astimezone(dt.UTC), end and end.astimezone(dt.UTC)
    )


def in_data(page: html.HtmlElement, zone: ZoneInfo) -> Said:
    """What the structured data of an event's page say."""
    graphs = [
        json.loads(text) for text in page.xpath("//script[@type='application/ld+json']/text()")
    ]
    (thing,) = [one for graph in graphs for one in graph["@graph"] if one["@type"] == "Event"]
    parts = thing.get("subEvent", [thing])
    assert len({one["eventStatus"] for one in [thing, *parts]}) == 1
    assert thing["startDate"] == parts[0]["startDate"]
    assert thing.get("endDate") == parts[-1].get("endDate")
    where = thing["location"] if isinstance(thing["location"], list) else [thing["location"]]
    return Said(
        thing["name"],
        [time for one in parts for time in _of_data(one["startDate"], one.get("endDate"), zone)],
        thing["eventStatus"].rpartition("/Event")[2],
        {one["name"] for one in where if one["@type"] == "Place"},
        any(one["@type"] == "VirtualLocation" for one in where),
    )


def _of_data(start: str, end: str | None, zone: ZoneInfo) -> list[Time]:
    if "T" not in start:
        assert end
        return whole_days(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    begin = dt.datetime.fromisoformat(start)
    if end is None:
        return [moments(begin, None, zone)]
    if "T" not in end:
        # On that day nobody knows the hour.
        return [moments(begin, midnight(dt.date.fromisoformat(end) + DAY, zone), zone)]
    return [moments(begin, dt.datetime.fromisoformat(end), zone)]


def midnight(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), zone)
