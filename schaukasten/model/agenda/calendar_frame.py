"""What calendar files are made from: the days that they reach over, and what takes place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from schaukasten.model.time.days_off import DaysOff

#: Where calendars begin. It never moves: who has subscribed keeps what was, at New Year too, and
#: a series that has no first day of its own keeps its DTSTART.
BEGINNING = dt.date(2026, 1, 1)


@dataclass(frozen=True)
class Frame:
    """What all calendars of a site share; they reach from the day `first` to the day `last`.

    `today` is the day that the site is built for.
    """

    zone: ZoneInfo
    days_off: DaysOff
    today: dt.date
    first: dt.date
    last: dt.date
    #: The site's host: what makes a UID unique in the world (RFC 7986, 5.3).
    host: str

    @classmethod
    def around(cls, today: dt.date, zone: ZoneInfo, days_off: DaysOff, host: str) -> Frame:
        """Return the frame that holds the year of `today` and the two that follow."""
        first = min(BEGINNING, dt.date(today.year, 1, 1))
        return cls(zone, days_off, today, first, dt.date(today.year + 2, 12, 31), host)

    def reaching(self, days: Iterable[dt.date]) -> Frame:
        """Return the frame, made so wide that these days are in it."""
        every = [self.first, self.last, *days]
        return replace(self, first=min(every), last=max(every))


@dataclass(frozen=True)
class Subject:
    """What takes place: `key` is its part of the UID, `changed` the day of the last change.

    `title_off` is what it is called on a day on which it does not take place; `off` says that of
    all its days.
    """

    key: str
    title: str
    url: str
    title_off: str = ""
    off: bool = False
    place: str = ""
    description: str = ""
    changed: dt.date | None = None
    #: The last day on which there is something of it; `date.max` where it has no end.
    last: dt.date = dt.date.max
    #: Whether it fills the time of whoever has subscribed to it.
    is_busy: bool = True
