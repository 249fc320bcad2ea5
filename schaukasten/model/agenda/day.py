"""What a day holds: offers and events at their times, and houses that are open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from schaukasten.model.association.location import Location
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.time.occurrence import Occurrence, Status

#: Times that a holiday has stopped, or may have.
STOPPED = frozenset({Status.UNSAID, Status.HOLIDAY})


@dataclass(frozen=True)
class Entry:
    """A document on one of its days.

    `occurrence` begins and ends at midnight where it does not begin or end on this day, or at an
    hour that nobody knows: see `has_start` and `has_end`.
    """

    document: Document
    location: Location
    occurrence: Occurrence
    has_start: bool = True
    has_end: bool = True

    @property
    def place(self) -> str:
        """A place of its own, outside the association's houses."""
        item = self.document.item
        return (isinstance(item, Event) and item.place) or ""

    @property
    def is_in_house(self) -> bool:
        """Whether people come to one of the association's houses for it."""
        item = self.document.item
        return not (isinstance(item, Event) and (item.place or item.is_only_online))

    @property
    def is_online(self) -> bool:
        item = self.document.item
        return isinstance(item, Event) and item.is_online

    @property
    def is_off(self) -> bool:
        return not self.occurrence.takes_place


@dataclass(frozen=True)
class Dated:
    """A day in the association's time zone: from `begins` to `ends`, midnight both.

    `eve` is when the day before began.
    """

    eve: dt.datetime
    begins: dt.datetime
    ends: dt.datetime

    @property
    def date(self) -> dt.date:
        return self.begins.date()


@dataclass(frozen=True)
class Opening(Dated):
    """A house on a day. Without stretches it is closed, or nobody knows (`is_unsaid`)."""

    location: Location
    stretches: list[Occurrence]
    #: Why it is not as usual: company holidays, a public holiday.
    reason: str = ""
    is_unsaid: bool = False
    #: Stretches of the day before that go on past midnight.
    nights: list[Occurrence] = field(default_factory=list)
    #: Whether something takes place in it, be it closed.
    is_met_in: bool = False


@dataclass(frozen=True)
class Day(Dated):
    """What is on and what is open on a day."""

    #: Names of holidays; empty on other days.
    public_holiday: str
    school_holiday: str
    entries: list[Entry]
    #: Of the houses whose hours are known.
    openings: list[Opening]

    @property
    def shown(self) -> list[Entry]:
        """What a list of the day names: not what is off for the reason for which its house is."""
        closed = {(one.location.id, one.reason) for one in self.openings if not one.stretches}
        return [
            entry
            for entry in self.entries
            if not entry.is_off or (entry.location.id, entry.occurrence.reason) not in closed
        ]

    @property
    def holiday(self) -> str:
        """The name of a public holiday that no house gives as its reason; else empty."""
        told = {one.reason for one in self.openings}
        return "" if self.public_holiday in told else self.public_holiday
