"""A time zone and some years → the VTIMEZONE that a calendar file carries (RFC 5545, 3.6.5).

The library's own is wrong where clocks go forward: it gives the onset in the time after the
change, and RFC 5545 asks for the time before it, so that summer would begin an hour late.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_SECOND = dt.timedelta(seconds=1)
_DAY = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=366)


@dataclass(frozen=True)
class Observance:
    """What clocks show from `begins` on, which is in the time before it, without a zone."""

    begins: dt.datetime
    offset_before: dt.timedelta
    offset: dt.timedelta
    name: str
    is_summer: bool


def vtimezone(zone: ZoneInfo, first: dt.date, last: dt.date) -> Timezone:
    """Return the component, valid from the day `first` to the day `last`."""
    component = Timezone()
    component.add("tzid", zone.key)
    for observance in observances(zone, first, last):
        part = TimezoneDaylight() if observance.is_summer else TimezoneStandard()
        part.add("dtstart", observance.begins)
        part.add("tzoffsetfrom", observance.offset_before)
        part.add("tzoffsetto", observance.offset)
        part.add("tzname", observance.name)
        component.add_component(part)
    return component


def is_shown_once(moment: dt.datetime) -> bool:
    """Whether clocks show the time once on its day; where they are changed, never or twice."""
    # Asked of each time of each year, of which a few days differ.
    if not _may_be_changed(moment.tzinfo, moment.date()):
        return True
    return moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset()


@cache
def _may_be_changed(zone: dt.tzinfo | None, day: dt.date) -> bool:
    """Whether clocks are changed on a day, or so near to it that the day's times are concerned.

    Just after midnight they were put back into the day before, by up to three hours.
    """
    try:
        before, after = day - _DAY, day + 2 * _DAY
    except OverflowError:  # The first and the last days that there are.
        return True
    begin, end = (dt.datetime.combine(one, dt.time(), zone) for one in (before, after))
    return begin.utcoffset() != end.utcoffset()


@cache
def observances(zone: ZoneInfo, first: dt.date, last: dt.date) -> tuple[Observance, ...]:
    """Return what clocks show on the first day, then each change until the last day is over."""
    every = list(_observances(zone, first - _YEAR, last))
    # What holds on the first day is told by its own onset: of a summer that begins without a
    # change, readers do not know how far it is from winter.
    before = sum(one.begins.date() < first for one in every)
    return tuple(every[before - 1 :])


def _observances(zone: ZoneInfo, first: dt.date, last: dt.date) -> Iterator[Observance]:
    moment = dt.datetime.combine(first, dt.time(), dt.UTC) - _DAY
    end = dt.datetime.combine(last, dt.time(), dt.UTC) + 2 * _DAY
    offset = _offset(zone, moment)
    yield _observance(zone, moment, offset)
    while moment < end:
        later = moment + _DAY
        if _offset(zone, later) != offset:
            change = _change(zone, moment, later)
            yield _observance(zone, change, offset)
            offset = _offset(zone, change)
        moment = later


def _change(zone: ZoneInfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    """Return the first second between two moments at which the offset is the later one's."""
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _offset(zone, middle) == _offset(zone, before):
            before = middle
        else:
            after = middle
    return after


def _observance(zone: ZoneInfo, moment: dt.datetime, offset_before: dt.timedelta) -> Observance:
    local = moment.astimezone(zone)
    return Observance(
        begins=(moment + offset_before).replace(tzinfo=None),
        offset_before=offset_before,
        offset=_offset(zone, moment),
        name=local.tzname() or zone.key,
        # Not what the zone calls it: Ireland's winter is its exception, and readers stumble.
        is_summer=_offset(zone, moment) > offset_before,
    )


def _offset(zone: ZoneInfo, moment: dt.datetime) -> dt.timedelta:
    offset = moment.astimezone(zone).utcoffset()
    assert offset is not None  # for a moment with a zone there is one
    return offset
