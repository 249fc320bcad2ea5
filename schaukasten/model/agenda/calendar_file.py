"""Schedules and events → a calendar file (iCalendar, RFC 5545) that programs subscribe to.

Reproducible: nothing in it is the time of the build. What recurs ends with the calendar's last
day, since beyond it nobody has looked up holidays, and a copy that was saved once must not go on
for ever.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import icalendar

from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.agenda.time_zone import vtimezone
from schaukasten.model.time.occurrence import (
    Occurrence,
    Status,
    moved_from,
    occurrences,
    usual_days,
)
from schaukasten.model.time.slot import Slot

_EPOCH = dt.date(1970, 1, 1)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFF = frozenset({Status.CANCELLED, Status.HOLIDAY, Status.UNSAID})
#: How often programs should look again; the site is built once a night.
_REFRESH = dt.timedelta(hours=12)


def calendar_file(name: str, components: Iterable[icalendar.Event], frame: Frame) -> bytes:
    """Return the bytes of a calendar called `name`."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Schaukasten//Schaukasten//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # The library takes these for no text, and would leave commas and line ends as they are.
    calendar.add("name", icalendar.vText(name))
    calendar.add("x-wr-calname", icalendar.vText(name))
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(_REFRESH).to_ical().decode())
    calendar.add_component(vtimezone(frame.zone, frame.first, frame.last))
    for component in components:
        calendar.add_component(component)
    return calendar.to_ical()


def series(slots: Iterable[Slot], subject: Subject, frame: Frame) -> Iterator[icalendar.Event]:
    """Yield the components of a schedule: one for what recurs, one for each single time."""
    used: Counter[str] = Counter()
    for slot in slots:
        key = f"{subject.key}-{_numbered(_name(slot), used)}"
        times = occurrences([slot], frame.first, frame.last, frame.zone, frame.days_off)
        if slot.weekdays:
            yield from _recurring(slot, times, subject, key, frame)
        singles = [one for one in times if one.takes_place and _is_single(one, slot, frame)]
        for one in singles:
            day = _numbered(f"{key}-{one.other or one.start:%Y%m%d}", used)
            yield _component(one.start, one.end, subject, day, frame)


def single(
    start: dt.datetime | dt.date, end: dt.datetime | dt.date | None, subject: Subject, frame: Frame
) -> icalendar.Event:
    """Return something that takes place once; with days for times it takes whole days."""
    return _component(start, end, subject, subject.key, frame)


def _recurring(
    slot: Slot, times: list[Occurrence], subject: Subject, key: str, frame: Frame
) -> Iterator[icalendar.Event]:
    usual = usual_days(slot, frame.first, frame.last)
    if not usual:
        return
    first, last = (
        dt.datetime.combine(day, slot.start, frame.zone) for day in (usual[0], usual[-1])
    )
    end = dt.datetime.combine(usual[0], slot.end, frame.zone)
    event = _component(first, end, subject, key, frame)
    event.add("rrule", _rule(slot, last))
    off = [one.start for one in times if one.status in _OFF]
    if off:
        event.add("exdate", off)
    yield event
    for one in times:
        if one.status is Status.MOVED_AWAY:
            there = moved_from(one.day, slot, frame.zone)
            instance = _component(there.start, there.end, subject, key, frame)
            instance.add("recurrence-id", one.start)
            yield instance


def _is_single(one: Occurrence, slot: Slot, frame: Frame) -> bool:
    if slot.weekdays is None or one.status is Status.EXTRA:
        return True
    # One that was moved into the calendar from before its first day has no series to change.
    return (
        one.status is Status.MOVED_HERE
        and one.other is not None
        and not frame.first <= one.other.date() <= frame.last
    )


def _rule(slot: Slot, last: dt.datetime) -> dict[str, object]:
    positions = slot.rhythm.positions or ("",)
    rule: dict[str, object] = {
        "freq": "MONTHLY" if slot.rhythm.positions else "WEEKLY",
        "byday": [
            f"{position}{_DAYS[day]}" for day in slot.weekdays or () for position in positions
        ],
        "wkst": "MO",
        # RFC 5545, 3.3.10: in UTC, where DTSTART has a zone.
        "until": last.astimezone(dt.UTC),
    }
    if slot.rhythm.interval > 1:
        rule["interval"] = slot.rhythm.interval
    return rule


def _component(
    start: dt.datetime | dt.date,
    end: dt.datetime | dt.date | None,
    subject: Subject,
    key: str,
    frame: Frame,
) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{key}@{frame.host}")
    # Of a change without a day nobody knows when it was: the beginning of the count, not today.
    changed = subject.changed or _EPOCH
    event.add("dtstamp", dt.datetime.combine(changed, dt.time(), dt.UTC))
    event.add("sequence", (changed - _EPOCH).days)
    event.add("summary", subject.title)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    if subject.place:
        event.add("location", subject.place)
    if subject.description:
        event.add("description", subject.description)
    event.add("url", subject.url)
    if not subject.is_busy:
        event.add("transp", "TRANSPARENT")
    return event


def _numbered(name: str, used: Counter[str]) -> str:
    """Return the name; where it was used before, with a number."""
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _name(slot: Slot) -> str:
    """Return what stays when only the hour of a line changes: its days and its rhythm."""
    if slot.weekdays is None:
        return "am"
    days = "".join(_DAYS[day] for day in slot.weekdays).lower()
    rhythm = "".join(map(str, slot.rhythm.positions)) or str(slot.rhythm.interval)
    return f"{days}{rhythm}"
