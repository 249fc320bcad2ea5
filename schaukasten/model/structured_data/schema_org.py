"""Hours and schedules → as schema.org writes them: `OpeningHoursSpecification`, `Schedule`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from schaukasten.model.time.hours import Hours, SpecialHours
from schaukasten.model.time.slot import Slot
from schaukasten.model.time.stretch import MIDNIGHT

Thing = dict[str, Any]

_SCHEMA = "https://schema.org/"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def known(thing: Thing) -> Thing:
    """Return the thing without what nobody knows: None, and lists without an entry."""
    return {key: value for key, value in thing.items() if value is not None and value != []}


def opening_hours(hours: Hours) -> Thing:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [_SCHEMA + _DAYS[day] for day in hours.weekdays],
        "opens": hours.start.isoformat(),
        "closes": _closing(hours.end),
    }


def _closing(end: dt.time) -> str:
    # From midnight to midnight means “closed”: a house that closes at the end of its day is given
    # the last minute (developers.google.com/search/docs/appearance/structured-data/local-business).
    return (dt.time(23, 59) if end == MIDNIGHT else end).isoformat()


def closed_on_holidays() -> Thing:
    """Return that a house is closed on public holidays: it opens and closes at midnight."""
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": _SCHEMA + "PublicHolidays",
        "opens": dt.time().isoformat(),
        "closes": dt.time().isoformat(),
    }


def special_opening_hours(special: SpecialHours, hours: Iterable[Hours] = ()) -> Thing:
    """Return other hours than the usual `hours`; what opens and closes at midnight is closed.

    Several days with hours are those of them on which it opens otherwise, too.
    """
    open_days = sorted({day for one in hours for day in one.weekdays})
    is_for_some = special.start is not None and special.day is None
    return known(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_SCHEMA + _DAYS[day] for day in open_days] if is_for_some else [],
            "validFrom": special.first.isoformat(),
            "validThrough": special.last.isoformat(),
            "opens": (special.start or dt.time()).isoformat(),
            "closes": _closing(special.end) if special.end else dt.time().isoformat(),
            "description": special.reason,
        }
    )


def schedule(slot: Slot, first: dt.date | None, off: Iterable[dt.date], zone: str) -> Thing:
    """Return what recurs of a line, next on the day `first`, and not on the days `off`.

    `zone` is the name of its time zone.
    """
    rhythm = slot.rhythm
    every_week = [_SCHEMA + _DAYS[day] for day in slot.weekdays or ()]
    # As in iCalendar: 1WE is the first Wednesday, -1WE the last.
    in_month = [
        f"{number}{_CODES[day]}" for day in slot.weekdays or () for number in rhythm.positions
    ]
    return known(
        {
            "@type": "Schedule",
            "byDay": in_month or every_week,
            "byMonthDay": list(rhythm.month_days),
            "byMonth": list(rhythm.months),
            "repeatFrequency": f"P{rhythm.interval}{'M' if rhythm.is_monthly else 'W'}",
            "startTime": slot.start.isoformat(),
            "endTime": slot.end.isoformat(),
            "startDate": first and first.isoformat(),
            "endDate": slot.last and slot.last.isoformat(),
            "exceptDate": [day.isoformat() for day in off],
            "scheduleTimezone": zone,
        }
    )
