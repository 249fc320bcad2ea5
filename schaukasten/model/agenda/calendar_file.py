"""Schedules and events → a calendar file (iCalendar, RFC 5545) that programs subscribe to.

Reproducible: the only clock in it is the day that the site is built for. That is DTSTAMP (RFC 5545,
3.8.7.2: when this file was made), and what SEQUENCE counts, so that it never falls and a program
notices a change of which nobody wrote down the day; LAST-MODIFIED is that day, where there is one.
What recurs ends with the calendar's last day, since beyond it nobody has looked up holidays, and
a copy that was saved once must not go on for ever.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

import icalendar

from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.agenda.time_zone import is_shown_once, vtimezone

_EPOCH = dt.date(1970, 1, 1)
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


def component(
    start: dt.datetime | dt.date,
    end: dt.datetime | dt.date | None,
    subject: Subject,
    key: str,
    frame: Frame,
) -> icalendar.Event:
    """Return what takes place once; with days for times it takes whole days."""
    event = icalendar.Event()
    event.add("uid", f"{key}@{frame.host}")
    # What is over does not change any more: its file stays as it is.
    # One that is still to come was mistyped, and of that a rule tells.
    changed = subject.changed if subject.changed and subject.changed <= frame.today else None
    stamp = max(min(frame.today, subject.last), changed or _EPOCH)
    event.add("dtstamp", dt.datetime.combine(stamp, dt.time(), dt.UTC))
    event.add("sequence", (stamp - _EPOCH).days)
    if changed:
        event.add("last-modified", dt.datetime.combine(changed, dt.time(), dt.UTC))
    event.add("summary", subject.title_off if subject.off else subject.title)
    start, end = _plain(start), end and _plain(end)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    if subject.off:
        event.add("status", "CANCELLED")
    if subject.place:
        event.add("location", subject.place)
    if subject.description:
        event.add("description", subject.description)
    event.add("url", subject.url)
    if not subject.is_busy or subject.off:
        event.add("transp", "TRANSPARENT")
    return event


def _plain(time: dt.datetime | dt.date) -> dt.datetime | dt.date:
    """Return a time on which all readers agree: of an hour that clocks skip or show twice, UTC."""
    if not isinstance(time, dt.datetime):
        return time
    is_of_a_zone = isinstance(time.tzinfo, ZoneInfo)
    return time if is_of_a_zone and is_shown_once(time) else time.astimezone(dt.UTC)
