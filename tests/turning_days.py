"""The content of a site → the days on which something in it changes by itself.

Every date that stands in a file counts, whatever it is for: `publish_from`, `expires`, the day of
a news item or an event, the ends of seasons, exceptions, special hours, school holidays, reviews.
What begins changes on its day, what ends on the day after, what is announced 30 days before. And
years turn.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel

from schaukasten.model.association.data import read_data
from schaukasten.model.documents.documents import read_documents
from schaukasten.model.reading.source import walk
from schaukasten.model.time.passing import SOON
from tests.worlds import layout

_DAY = dt.timedelta(days=1)
#: A site that nobody has touched for so many years is built all the same.
YEARS_AHEAD = (1, 2, 5)


def turning_days(content: Path, today: dt.date) -> list[dt.date]:
    """Return the days after `today` on which something changes, in order; years turn five times."""
    data = read_data(content)
    documents, _problems = read_documents(content, walk(content), layout(), data.language, today)
    parts = [data.association, data.locations, data.holidays]
    written = {day for part in parts for day in _dates(part)}
    written |= {day for document in documents for day in _dates(document.item)}
    changes = {other for day in written for other in (day - SOON, day, day + _DAY)}
    changes |= {dt.date(today.year + years, 1, 1) for years in range(1, 6)}
    changes |= {today + years * 365 * _DAY for years in YEARS_AHEAD}
    return sorted(day for day in changes if day > today)


def spread(days: list[dt.date], count: int) -> list[dt.date]:
    """Return so many of the days, the first and the last among them."""
    if len(days) <= count:
        return days
    return [days[number * (len(days) - 1) // (count - 1)] for number in range(count)]


def _dates(value: object) -> Iterator[dt.date]:
    if isinstance(value, dt.date):
        # Years far away are only what tests of dates are about.
        if dt.date(1900, 1, 1) < value < dt.date(2190, 1, 1):
            yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _dates(getattr(value, name))
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        for one in value:
            yield from _dates(one)
