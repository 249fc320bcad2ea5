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
from schaukasten.model.agenda.time_zone import is_shown_once, observances
from schaukasten.model.time.occurrence import (
    Occurrence,
    Status,
    moved_from,
    occurrences,
    usual_days,
)
from schaukasten.model.time.rhythm import Rhythm
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
        usual = usual_days(slot, frame.first, frame.last) if slot.recurs else []
        begin = None if _is_misread(slot, frame) else _begin(slot, usual, frame)
        if begin:
            recurring = [one for one in times if begin.day <= one.day]
            rule = _rule(slot, usual[-1], frame)
            yield from _recurring(slot, begin, rule, recurring, subject, key, frame)
        for one in times:
            is_told = one.takes_place or (begin is None and one.status is Status.CANCELLED)
            if is_told and _is_single(one, begin, frame):
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


def _begin(slot: Slot, days: list[dt.date], frame: Frame) -> Occurrence | None:
    """Return the time by which readers know all of a series: how long it is, and at which hour.

    It is the first at which no clock is changed.
    """
    every = (Occurrence(*moments(day, slot.start, slot.end, frame.zone)) for day in days)
    return next((one for one in every if not _is_at_a_change(one)), None)


def _recurring(
    slot: Slot,
    begin: Occurrence,
    rule: dict[str, object],
    times: list[Occurrence],
    subject: Subject,
    key: str,
    frame: Frame,
) -> Iterator[icalendar.Event]:
    event = component(begin.start, begin.end, subject, key, frame)
    event.add("rrule", rule)
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
        is_called_off = one.status is Status.CANCELLED and one.day in called_off
        told = _called_off(subject, one.reason) if is_called_off else subject
        now = moved_from(one.day, slot, frame.zone) if one.status is Status.MOVED_AWAY else one
        # All times of a series last as long as its first one (RFC 5545, 3.8.5.3), and an hour that
        # clocks skip or show twice is not the same to all readers.
        is_odd = one.status is Status.PLANNED and _is_at_a_change(one)
        if is_called_off or now is not one or is_odd:
            instance = component(now.start, now.end, told, key, frame)
            instance.add("recurrence-id", one.start)
            yield instance


def _called_off(subject: Subject, reason: str) -> Subject:
    told = "\n".join(filter(None, [reason, subject.description]))
    return replace(subject, off=True, description=told)


def _is_at_a_change(one: Occurrence) -> bool:
    """Whether clocks are changed while it is on, or so that they show one of its hours twice."""
    # Of one zone, so that this is the time by the clock.
    by_the_clock = one.end - one.start
    real = one.end.astimezone(dt.UTC) - one.start.astimezone(dt.UTC)
    return real != by_the_clock or not (is_shown_once(one.start) and is_shown_once(one.end))


def _is_misread(slot: Slot, frame: Frame) -> bool:
    """Whether some reader has a series wrong, in any form that a rule may have."""
    days = slot.rhythm.month_days
    if slot.rhythm.months and len(days) > 1 and days[-1] < 0:
        # The first and the last day of March and April: see `_frequency`.
        return True
    # Where clocks skip the hour on some day, libical counts on from another.
    return any(
        one.is_summer
        and not is_shown_once(dt.datetime.combine(one.begins.date(), slot.start, frame.zone))
        for one in observances(frame.zone, frame.first, frame.last)
    )


def _is_single(one: Occurrence, begin: Occurrence | None, frame: Frame) -> bool:
    if begin is None or one.status is Status.EXTRA:
        return True
    # One from before the first day of the series has none to change, be it moved into it.
    usual = one.other.date() if one.status is Status.MOVED_HERE and one.other else one.day
    return not begin.day <= usual <= frame.last


def _rule(slot: Slot, last_day: dt.date, frame: Frame) -> dict[str, object]:
    rhythm = slot.rhythm
    last, _end = moments(last_day, slot.start, slot.end, frame.zone)
    rule: dict[str, object] = {
        "freq": _frequency(rhythm),
        "wkst": "MO",
        # In UTC, where DTSTART has a zone (RFC 5545, 3.3.10). Of an hour that comes twice some
        # readers take the second.
        "until": max(last.replace(fold=fold).astimezone(dt.UTC) for fold in (0, 1)),
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


def _frequency(rhythm: Rhythm) -> str:
    # In some months: MONTHLY would do, but ical.js shows those of the first month twice. Of a last
    # day it needs MONTHLY, for YEARLY takes all months for the longest.
    if rhythm.months and not any(day < 0 for day in rhythm.month_days):
        return "YEARLY"
    return "MONTHLY" if rhythm.is_monthly else "WEEKLY"


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
