"""From when to when on a day → its moments; what ends before it begins does so a day later."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid

MIDNIGHT = dt.time()
_DAY = dt.timedelta(days=1)
#: What comes back and would take longer over night had its times mixed up.
_LONGEST = dt.timedelta(hours=12)
#: A night that ends by this hour belongs to its evening.
MORNING = dt.time(6)


def is_overnight(start: dt.time, end: dt.time) -> bool:
    """Return whether it is over on the next day; midnight is the end of a day."""
    return end <= start


def length(start: dt.time, end: dt.time) -> dt.timedelta:
    """Return how long it takes by the clock: from 21:00 to 1:00 four hours."""
    begin = dt.datetime.combine(dt.date.min, start)
    return dt.datetime.combine(dt.date.min + is_overnight(start, end) * _DAY, end) - begin


def moments(
    day: dt.date, start: dt.time, end: dt.time, zone: ZoneInfo
) -> tuple[dt.datetime, dt.datetime]:
    """Return when it begins on a day and when it ends.

    A time that the clocks skip in spring is an hour later, one that comes twice in autumn is the
    first (RFC 5545, 3.3.5); that is what `fold=0` says, too.
    """
    last = day + is_overnight(start, end) * _DAY
    begin = dt.datetime.combine(day, start, zone)
    return begin, not_before(begin, dt.datetime.combine(last, end, zone))


def not_before(begin: dt.datetime, end: dt.datetime) -> dt.datetime:
    """Return the end, unless clocks skip the hour of the start, and it would be before that.

    They skip ten to three and go on to ten past: by the clocks of before it takes twenty minutes.
    """
    offset = begin.utcoffset()
    if offset is None or end.astimezone(dt.UTC) > begin.astimezone(dt.UTC):
        return end
    return end.replace(tzinfo=dt.timezone(offset))


def overlap(one: tuple[dt.time, dt.time], other: tuple[dt.time, dt.time]) -> bool:
    """Return whether two stretches of a day have some time in common."""
    first, second = sorted([one, other])
    begin = dt.datetime.combine(dt.date.min, first[0])
    return dt.datetime.combine(dt.date.min, second[0]) < begin + length(*first)


def is_mixed_up(start: dt.time, end: dt.time, longest: dt.timedelta = _LONGEST) -> bool:
    """Return whether it has no length, or one over night that nobody can have meant.

    From midnight to midnight it takes the whole day.
    """
    is_whole_day = start == end == MIDNIGHT
    return is_overnight(start, end) and length(start, end) > longest and not is_whole_day


def refuse_mixed_up(start: dt.time, end: dt.time) -> None:
    """Raise Invalid for a stretch whose end cannot be after its start."""
    if is_mixed_up(start, end):
        times = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        what = _("The end ({end}) is not after the start ({start}).", **times)
        raise Invalid(what, _("Check “von” and “bis”."))
