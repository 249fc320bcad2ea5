"""Schedules and events → the components of a calendar file.

A schedule is a series with its exceptions (RRULE, EXDATE, RECURRENCE-ID), an event a component for
each stretch that it takes. A UID is made of what does not change: see `Document.identity`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import icalendar

from schaukasten.model.agenda.calendar_file import component
from schaukasten.model.agenda.calendar_frame import Frame, Subject
from schaukasten.model.time.occurrence import (
    Occurrence,
    Status,
    moved_from,
    occurrences,
    usual_days,
)
from schaukasten.model.time.sitting import Sitting
from schaukasten.model.time.slot import Slot
from schaukasten.model.time.stretch import moments

_DAY = dt.timedelta(days=1)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFF = frozenset({Status.CANCELLED, Status.HOLIDAY, Status.UNSAID})


def series(slots: Iterable[Slot], subject: Subject, frame: Frame) -> Iterator[icalendar.Event]:
    """Yield the components of a schedule: one for what recurs, one for each single time."""
    used: Counter[str] = Counter()
    for slot in slots:
        key = f"{subject.key}-{_numbered(_name(slot), used)}"
        times = occurrences([slot], frame.first, frame.last, frame.zone, frame.days_off)
        if slot.recurs:
            yield from _recurring(slot, times, subject, key, frame)
        for one in times:
            is_told = one.takes_place or (not slot.recurs and one.status is Status.CANCELLED)
            if is_told and _is_single(one, slot, frame):
                day = _numbered(f"{key}-{one.other or one.start:%Y%m%d}", used)
                told = subject if one.takes_place else _called_off(subject, one.reason)
                yield component(one.start, one.end, told, day, frame)


def sittings(every: Iterable[Sitting], subject: Subject, frame: Frame) -> Iterator[icalendar.Event]:
    """Yield a component for each stretch that an event takes; one without hours, by whole days."""
    for number, one in enumerate(every, 1):
        # No identity has a point in it, so that no other event can have this UID.
        key = subject.key if number == 1 else f"{subject.key}.{number}"
        start, end = one.moments(frame.zone)
        if not one.has_hours:
            yield component(one.first, one.until + _DAY, subject, key, frame)
        else:
            is_open = one.ends is None and one.is_on_one_day
            yield component(start, None if is_open else end, subject, key, frame)


def all_day(first: dt.date, last: dt.date, subject: Subject, frame: Frame) -> icalendar.Event:
    """Return something that takes whole days, once."""
    return component(first, last + _DAY, subject, subject.key, frame)


def _recurring(
    slot: Slot, times: list[Occurrence], subject: Subject, key: str, frame: Frame
) -> Iterator[icalendar.Event]:
    usual = usual_days(slot, frame.first, frame.last)
    if not usual:
        return
    first, end = moments(usual[0], slot.start, slot.end, frame.zone)
    last, _end = moments(usual[-1], slot.start, slot.end, frame.zone)
    length = end.astimezone(dt.UTC) - first.astimezone(dt.UTC)
    event = component(first, end, subject, key, frame)
    event.add("rrule", _rule(slot, last))
    # Of a single day that was called off a subscriber is told why; holidays are left out.
    called_off = {pause.day for pause in slot.pauses if pause.day}
    left_out = [
        one.start
        for one in times
        if one.status in _OFF and not (one.status is Status.CANCELLED and one.day in called_off)
    ]
    if left_out:
        event.add("exdate", left_out)
    yield event
    for one in times:
        if one.status is Status.CANCELLED and one.day in called_off:
            instance = component(one.start, one.end, _called_off(subject, one.reason), key, frame)
            instance.add("recurrence-id", one.start)
            yield instance
            continue
        now = moved_from(one.day, slot, frame.zone) if one.status is Status.MOVED_AWAY else one
        # By RFC 5545 (3.8.5.3) all times of a series last as long as its first one; where clocks
        # change in between, one does not.
        if now is not one or (one.status is Status.PLANNED and _length(one) != length):
            instance = component(now.start, now.end, subject, key, frame)
            instance.add("recurrence-id", one.start)
            yield instance


def _called_off(subject: Subject, reason: str) -> Subject:
    told = "\n".join(filter(None, [reason, subject.description]))
    return replace(subject, off=True, description=told)


def _length(one: Occurrence) -> dt.timedelta:
    return one.end.astimezone(dt.UTC) - one.start.astimezone(dt.UTC)


def _is_single(one: Occurrence, slot: Slot, frame: Frame) -> bool:
    if not slot.recurs or one.status is Status.EXTRA:
        return True
    # One that was moved into the calendar from before its first day has no series to change.
    return (
        one.status is Status.MOVED_HERE
        and one.other is not None
        and not frame.first <= one.other.date() <= frame.last
    )


def _rule(slot: Slot, last: dt.datetime) -> dict[str, object]:
    rhythm = slot.rhythm
    rule: dict[str, object] = {
        "freq": "MONTHLY" if rhythm.is_monthly else "WEEKLY",
        "wkst": "MO",
        # RFC 5545, 3.3.10: in UTC, where DTSTART has a zone.
        "until": last.astimezone(dt.UTC),
    }
    if slot.weekdays:
        which = rhythm.positions or ("",)
        rule["byday"] = [f"{number}{_DAYS[day]}" for day in slot.weekdays for number in which]
    if rhythm.month_days:
        rule["bymonthday"] = list(rhythm.month_days)
    if rhythm.months:
        rule["bymonth"] = list(rhythm.months)
    if rhythm.interval > 1:
        rule["interval"] = rhythm.interval
    return rule


def _numbered(name: str, used: Counter[str]) -> str:
    """Return the name; where it was used before, with a number."""
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _name(slot: Slot) -> str:
    """Return what stays when only the hour of a line changes: its days and its rhythm."""
    if not slot.recurs:
        return "am"
    rhythm = slot.rhythm
    days = "".join(_DAYS[day] for day in slot.weekdays or ()).lower()
    which = "".join(map(str, rhythm.positions or rhythm.month_days))
    every = f"m{rhythm.interval}" if rhythm.is_monthly and rhythm.interval > 1 else ""
    months = "".join(f"-{month}" for month in rhythm.months)
    return f"{days}{which or rhythm.interval}{every}{months}"
