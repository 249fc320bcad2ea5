"""What takes place without a break: from an hour of a day to an hour of that day or a later one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from schaukasten.model.time.stretch import MIDNIGHT, MORNING, not_before

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Part:
    """A sitting on one of its days; `start` and `end` are None where it does not begin or end.

    A night goes `until` the day after.
    """

    day: dt.date
    until: dt.date
    start: dt.time | None
    end: dt.time | None


@dataclass(frozen=True)
class Sitting:
    """`begins` and `ends` by the association's clock; an hour that is not known is None.

    `first` and `until` are the days on which it begins and ends.
    """

    first: dt.date
    until: dt.date
    begins: dt.time | None = None
    ends: dt.time | None = None

    @classmethod
    def of(
        cls, first: dt.date, until: dt.date, begins: dt.time | None, ends: dt.time | None
    ) -> Sitting:
        """Return it; one that ends with its day (`time.max`) does so at the next midnight."""
        if ends == dt.time.max:
            return cls(first, until + _DAY, begins, MIDNIGHT)
        return cls(first, until, begins, ends)

    @property
    def has_hours(self) -> bool:
        return self.begins is not None

    @property
    def last(self) -> dt.date:
        """The last day on which it is named: a night belongs to its evening."""
        if self.ends is None or self.ends > MORNING or self.until == self.first:
            return self.until
        # From 1:00 to 2:00 a day later is longer than a night.
        is_longer = self.until - self.first == _DAY and self.begins and self.begins < self.ends
        return self.until if is_longer else self.until - _DAY

    @property
    def end_day(self) -> dt.date:
        """The day with whose hours its end is told: midnight is the end of the day before."""
        return self.last if self.ends == MIDNIGHT else self.until

    @property
    def is_on_one_day(self) -> bool:
        return self.first == self.last

    def moments(self, zone: ZoneInfo | None = None) -> tuple[dt.datetime, dt.datetime]:
        """Return when it begins and when it ends: for an hour that is not known, midnight."""
        begin = dt.datetime.combine(self.first, self.begins or MIDNIGHT, zone)
        if self.ends is None:
            return begin, dt.datetime.combine(self.until + _DAY, MIDNIGHT, zone)
        return begin, not_before(begin, dt.datetime.combine(self.until, self.ends, zone))

    def parts(self, first: dt.date, last: dt.date) -> Iterator[Part]:
        """Yield it day by day, from one day to another."""
        begin = max(first, self.first)
        for number in range((min(last, self.last) - begin).days + 1):
            day = begin + number * _DAY
            start = self.begins if day == self.first else None
            end, until = (self.ends, self.until) if day == self.last else (None, day)
            yield Part(day, until, start, end)
