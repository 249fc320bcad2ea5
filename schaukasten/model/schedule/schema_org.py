"""Hours and schedules → as schema.org writes them: `OpeningHoursSpecification`, `Schedule`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from schaukasten.model.hours import Hours, SpecialHours
from schaukasten.model.schedule.slot import Slot

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
        "closes": hours.end.isoformat(),
    }


def special_opening_hours(special: SpecialHours) -> Thing:
    """Return other hours than usual; a day that opens and closes at midnight is closed."""
    return known(
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": special.first.isoformat(),
            "validThrough": special.last.isoformat(),
            "opens": (special.start or dt.time()).isoformat(),
            "closes": (special.end or dt.time()).isoformat(),
            "description": special.reason,
        }
    )


def schedule(slot: Slot, zone: str) -> Thing:
    """Return what recurs of a line; `zone` is the name of its time zone."""
    positions = slot.rhythm.positions
    every_week = [_SCHEMA + _DAYS[day] for day in slot.weekdays or ()]
    # As in iCalendar: 1WE is the first Wednesday, -1WE the last.
    in_month = [f"{number}{_CODES[day]}" for day in slot.weekdays or () for number in positions]
    return known(
        {
            "@type": "Schedule",
            "byDay": in_month or every_week,
            "repeatFrequency": "P1M" if positions else f"P{slot.rhythm.interval}W",
            "startTime": slot.start.isoformat(),
            "endTime": slot.end.isoformat(),
            "startDate": slot.first and slot.first.isoformat(),
            "endDate": slot.last and slot.last.isoformat(),
            "exceptDate": [
                *(pause.first.isoformat() for pause in slot.pauses if pause.day),
                *(move.day.isoformat() for move in slot.moves),
            ],
            "scheduleTimezone": zone,
        }
    )
