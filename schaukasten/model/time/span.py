"""Days from one to another → the stretches on which something is there, for any day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """All days from `first` to `last`; `date.min` and `date.max` say that there is no such end.

    `opener` and `closer` name the files that say when it begins and when it ends.
    """

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max
    opener: str = ""
    closer: str = ""

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Lifetime:
    """The spans in which something is there, in order; between two of them it is not."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Lifetime:
        """Join spans that overlap, or of which one begins on the day after another ends."""
        joined: list[Span] = []
        for span in sorted(spans, key=lambda one: (one.first, one.last)):
            before = joined[-1] if joined else None
            if before is None or (span.first - before.last).days > 1:
                joined.append(span)
            elif before.last < span.last:
                joined[-1] = Span(before.first, span.last, before.opener, span.closer)
        return cls(tuple(joined))

    def around(self, day: dt.date) -> Span | None:
        """Return the span that the day is in; None when it is not there on that day."""
        return next((span for span in self.spans if day in span), None)

    def after(self, day: dt.date) -> Span | None:
        """Return the next span that begins after that day."""
        return next((span for span in self.spans if span.first > day), None)

    def before(self, day: dt.date) -> Span | None:
        """Return the last span that was over before that day."""
        return next((span for span in reversed(self.spans) if span.last < day), None)
