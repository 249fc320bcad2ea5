"""The hours of a house and what is special about them → when it is open, day by day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from schaukasten.model.agenda.day import STOPPED, Opening
from schaukasten.model.association.location import Location
from schaukasten.model.time.days_off import DaysOff
from schaukasten.model.time.occurrence import Occurrence, Status, occurrences

_DAY = dt.timedelta(days=1)
#: How far ahead the next opening of a house, and the next dates of an offer, are looked for.
HORIZON = dt.timedelta(days=370)


def midnight(date: dt.date, zone: ZoneInfo) -> dt.datetime:
    """Return the moment at which a day begins."""
    return dt.datetime.combine(date, dt.time(), zone)


def bounds(date: dt.date, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime, dt.datetime]:
    """Return when the day before a day begins, when it begins, and when it ends."""
    return midnight(date - _DAY, zone), midnight(date, zone), midnight(date + _DAY, zone)


def opening(location: Location, date: dt.date, zone: ZoneInfo, days_off: DaysOff) -> Opening | None:
    """Return when a house is open on a day; None where its hours are not known."""
    if not location.has_hours:
        return None
    both = occurrences(location.slots, date - _DAY, date, zone, days_off)
    begin = midnight(date, zone)
    nights = [one for one in both if one.day < date and one.takes_place and one.end > begin]
    times = [one for one in both if one.day == date]
    stretches = _joined([one for one in times if one.takes_place])
    off = [one for one in times if not one.takes_place]
    is_unsaid = any(one.status is Status.UNSAID for one in off)
    special = location.special_on(date)
    reason = special.reason if special else None
    if off and not stretches:
        holiday = next((one.reason for one in off if one.status in STOPPED), None)
        reason = holiday or reason or off[0].reason
    is_unsaid &= not stretches
    return Opening(*bounds(date, zone), location, stretches, reason or "", is_unsaid, nights=nights)


def next_openings(
    location: Location, first: dt.date, days: int, zone: ZoneInfo, days_off: DaysOff
) -> list[Opening]:
    """Return a house's openings on so many days, and then the first day that it opens again."""
    if not location.has_hours:
        return []
    found = [opening(location, first + number * _DAY, zone, days_off) for number in range(days)]
    date = first + days * _DAY
    while date <= first + HORIZON:
        later = opening(location, date, zone, days_off)
        date += _DAY
        if later and later.stretches:
            found.append(later)
            break
    return [one for one in found if one]


def _joined(stretches: list[Occurrence]) -> list[Occurrence]:
    """Return stretches in order, those that touch or overlap as one."""
    result: list[Occurrence] = []
    for one in stretches:
        if result and one.start <= result[-1].end:
            result[-1] = replace(result[-1], end=max(result[-1].end, one.end))
        else:
            result.append(one)
    return result
