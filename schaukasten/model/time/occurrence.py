"""A line of a schedule and a stretch of days → each time that it takes place, or would have.

The one place where days are counted: pages, calendars and structured data all come from here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.rrule import MONTHLY, WEEKLY, rrule
from dateutil.rrule import weekday as rrule_weekday

from schaukasten.model.time.days_off import DaysOff
from schaukasten.model.time.exceptions import Move, Timed
from schaukasten.model.time.slot import Slot


class Status(StrEnum):
    PLANNED = "planned"
    #: One time more than usual.
    EXTRA = "extra"
    #: In the place of another time, `other`.
    MOVED_HERE = "moved here"
    #: Not at this time but at another, `other`.
    MOVED_AWAY = "moved away"
    CANCELLED = "cancelled"
    #: A public or school holiday on which it does not take place.
    HOLIDAY = "holiday"
    #: A public holiday of which nobody said whether it takes place.
    UNSAID = "unsaid"


_TAKE_PLACE = frozenset({Status.PLANNED, Status.EXTRA, Status.MOVED_HERE})


@dataclass(frozen=True)
class Occurrence:
    """One time: `start` and `end` with their zone; `reason` is why it is not as usual."""

    start: dt.datetime
    end: dt.datetime
    status: Status = Status.PLANNED
    reason: str = ""
    #: The other start of one that was moved.
    other: dt.datetime | None = None

    @property
    def day(self) -> dt.date:
        return self.start.date()

    @property
    def takes_place(self) -> bool:
        return self.status in _TAKE_PLACE


def occurrences(
    slots: Iterable[Slot], first: dt.date, last: dt.date, zone: ZoneInfo, days_off: DaysOff
) -> list[Occurrence]:
    """Return every time from `first` to `last`, those that are off too, in order."""
    found = [one for slot in slots for one in _of(slot, first, last, zone, days_off)]
    return sorted(found, key=lambda one: (one.start, one.end, one.status))


def usual_days(slot: Slot, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the days on which it would take place if nothing came between."""
    return list(_usual_days(slot, first, last))


def falls_within(slot: Slot, first: dt.date, last: dt.date) -> bool:
    """Return whether there is such a day; as quick for centuries as for a week."""
    return next(_usual_days(slot, first, last), None) is not None


def _usual_days(slot: Slot, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    if slot.weekdays is None:
        yield from sorted(day for day in set(slot.days) if first <= day <= last)
        return
    first = max(first, slot.first or first)
    last = min(last, slot.last or last)
    begin = first
    if slot.rhythm.interval > 1 and slot.first is not None:
        # Counted from the first time, be it days after `ab`; whole rhythms keep the weeks in step.
        ahead = min((day - slot.first.weekday()) % 7 for day in slot.weekdays)
        begin = slot.first + dt.timedelta(ahead)
        step = 7 * slot.rhythm.interval
        begin += dt.timedelta((first - begin).days // step * step)
    # Days only: in which zone they lie does not matter yet.
    rule = rrule(
        MONTHLY if slot.rhythm.positions else WEEKLY,
        dtstart=dt.datetime.combine(begin, dt.time()),
        until=dt.datetime.combine(last, dt.time()),
        interval=slot.rhythm.interval,
        byweekday=[
            rrule_weekday(day, position)
            for day in slot.weekdays
            for position in slot.rhythm.positions or (None,)
        ],
        wkst=0,
    )
    yield from (moment.date() for moment in rule if moment.date() >= first)


def _of(
    slot: Slot, first: dt.date, last: dt.date, zone: ZoneInfo, days_off: DaysOff
) -> Iterator[Occurrence]:
    moves = {move.day: move for move in slot.moves}
    # Named one by one they take place, whatever pause or holiday the day is in.
    added = {extra.day: extra for extra in slot.extras if slot.has_usual_times(extra)}
    for day in usual_days(slot, first, last):
        usual = _at(day, slot, zone)
        if day in moves:
            there = _moved(moves[day], slot, zone)
            reason = there.reason
            yield replace(usual, status=Status.MOVED_AWAY, other=there.start, reason=reason)
        elif day in added:
            yield replace(usual, reason=added.pop(day).reason or "")
        else:
            status, reason = _whether(slot, day, days_off)
            yield replace(usual, status=status, reason=reason)
    for move in moves.values():
        if first <= move.to <= last and falls_within(slot, move.day, move.day):
            yield _moved(move, slot, zone)
    for extra in slot.extras:
        is_new = not slot.has_usual_times(extra) or extra.day in added
        if first <= extra.day <= last and is_new:
            yield replace(_at(extra.day, slot, zone, extra), status=Status.EXTRA)


def moved_from(day: dt.date, slot: Slot, zone: ZoneInfo) -> Occurrence:
    """Return the time of a day where it was moved to, be that far away; the day has a move."""
    return _moved({move.day: move for move in slot.moves}[day], slot, zone)


def _moved(move: Move, slot: Slot, zone: ZoneInfo) -> Occurrence:
    here = _at(move.to, slot, zone, move)
    return replace(here, status=Status.MOVED_HERE, other=_at(move.day, slot, zone).start)


def _whether(slot: Slot, day: dt.date, days_off: DaysOff) -> tuple[Status, str]:
    """Return whether it takes place on one of its days, and why not."""
    for pause in slot.pauses:
        if day in pause:
            return Status.CANCELLED, pause.reason or ""
    if slot.weekdays is None:
        # Whoever names a day has looked into the calendar.
        return Status.PLANNED, ""
    if not slot.on_holidays and (name := days_off.public(day)):
        return Status.UNSAID if slot.on_holidays is None else Status.HOLIDAY, name
    if not slot.in_school_holidays and (name := days_off.in_school(day)):
        return Status.HOLIDAY, name
    return Status.PLANNED, ""


def _at(day: dt.date, slot: Slot, zone: ZoneInfo, times: Timed | None = None) -> Occurrence:
    """Return it on a day, at its own times or at others.

    A time that the clocks skip in spring is an hour later, one that comes twice in autumn is the
    first (RFC 5545, 3.3.5); that is what `fold=0` says, too.
    """
    start = (times and times.start) or slot.start
    end = (times and times.end) or slot.end
    reason = (times and times.reason) or ""
    return Occurrence(
        dt.datetime.combine(day, start, zone), dt.datetime.combine(day, end, zone), reason=reason
    )
