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
from schaukasten.model.time.stretch import moments


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


#: So long somebody may have to wait for the 29th of February.
_FIVE_YEARS = dt.timedelta(days=5 * 366)

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
    if not slot.recurs:
        yield from sorted(day for day in set(slot.days) if first <= day <= last)
        return
    first = max(first, slot.first or first)
    last = min(last, slot.last or last)
    begin = _in_step(slot, slot.first, first) if slot.first else first
    # Days only: in which zone they lie does not matter yet.
    rule = rrule(
        MONTHLY if slot.rhythm.is_monthly else WEEKLY,
        dtstart=dt.datetime.combine(begin, dt.time()),
        until=dt.datetime.combine(last, dt.time()),
        interval=slot.rhythm.interval,
        byweekday=[
            rrule_weekday(day, position)
            for day in slot.weekdays or ()
            for position in slot.rhythm.positions or (None,)
        ]
        or None,
        bymonthday=slot.rhythm.month_days or None,
        bymonth=slot.rhythm.months or None,
        wkst=0,
    )
    yield from (moment.date() for moment in rule if moment.date() >= first)


def _in_step(slot: Slot, begin: dt.date, first: dt.date) -> dt.date:
    """Return a day not after `first` from which whole rhythms lead to the days of the slot.

    Counted from the first time, be it days or months after `begin`.
    """
    interval = slot.rhythm.interval
    if interval == 1:
        return max(begin, first)
    if not slot.rhythm.is_monthly:
        begin += dt.timedelta(min((day - begin.weekday()) % 7 for day in slot.weekdays or ()))
        step = 7 * interval
        return begin + dt.timedelta(max((first - begin).days, 0) // step * step)
    every_month = replace(slot.rhythm, interval=1)
    each = slot.model_copy(update={"rhythm": every_month, "last": None})
    # A rhythm that is on no day at all, the 31st of each February, has no first time.
    start = next(_usual_days(each, begin, begin + _FIVE_YEARS), begin)
    months = 12 * (first.year - start.year) + first.month - start.month
    month = 12 * start.year + start.month - 1 + max(months, 0) // interval * interval
    return dt.date(month // 12, month % 12 + 1, 1)


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
    if not slot.recurs:
        # Whoever names a day has looked into the calendar.
        return Status.PLANNED, ""
    public = "" if slot.on_holidays else days_off.public(day)
    if public and slot.on_holidays is False:
        return Status.HOLIDAY, public
    # What is certain comes before what has to be asked for.
    if not slot.in_school_holidays and (name := days_off.in_school(day)):
        return Status.HOLIDAY, name
    if not slot.on_holidays and (name := public or days_off.doubtful(day)):
        return Status.UNSAID, name
    return Status.PLANNED, ""


def _at(day: dt.date, slot: Slot, zone: ZoneInfo, times: Timed | None = None) -> Occurrence:
    """Return it on a day, at its own times or at others."""
    start = (times and times.start) or slot.start
    end = (times and times.end) or slot.end
    reason = (times and times.reason) or ""
    return Occurrence(*moments(day, start, end, zone), reason=reason)
