"""What is said of an event → what lists of days must say of it; and what those lists do say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from lxml import html

from tests.site.said import DAY, OFF, Said, Time, midnight
from tests.site.said_in_words import by_class, clocks, words

#: A night that ends by then belongs to its evening.
_MORNING = dt.time(6)


@dataclass(frozen=True, order=True)
class Entry:
    """A line of a day: whose, from when to when, until which moment it is shown (UTC)."""

    address: str
    day: dt.date
    start: dt.time | None
    end: dt.time | None
    until: dt.datetime
    is_off: bool


def entries_in(
    boxes: Iterable[html.HtmlElement], addresses: Iterable[str]
) -> list[tuple[Entry, str]]:
    """Return the lines of these events in the boxes of days, each with where it is."""
    return [
        (_entry(one, _day(box)), words(one, by_class("entry__where")))
        for box in boxes
        for one in box.xpath(by_class("entry", "li"))
        if _address(one) in addresses
    ]


def _day(box: html.HtmlElement) -> dt.date:
    return dt.date.fromisoformat(box.xpath(".//time/@datetime")[0])


def _address(line: html.HtmlElement) -> str:
    return str(line.xpath(by_class("entry__link"))[0].get("href"))


def _entry(line: html.HtmlElement, day: dt.date) -> Entry:
    start, end = clocks(words(line, by_class("entry__times")))
    end = dt.time() if end == dt.time.max else end
    until = dt.datetime.fromisoformat(line.get("data-until")).astimezone(dt.UTC)
    return Entry(_address(line), day, start, end, until, "entry--off" in line.get("class"))


def expected(address: str, said: Said, zone: ZoneInfo) -> list[Entry]:
    """Return the line of each day on which it is, by what its page says; the first comes first."""
    times = sorted(said.times, key=lambda one: (one.day, one.begin is not None and one.begin))
    return [one for time in times for one in _lines(address, time, said.status == OFF, zone)]


def _lines(address: str, time: Time, is_off: bool, zone: ZoneInfo) -> Iterator[Entry]:
    if time.clock is None:
        yield Entry(address, time.day, None, None, _after(time.day, zone), is_off)
        return
    begin, last, end = time.clock
    if end is not None and last > time.day and end <= _MORNING:
        # What is longer than a day is no night.
        last -= DAY * (last - time.day > DAY or end <= begin)
    for number in range((last - time.day).days + 1):
        day = time.day + number * DAY
        is_last = day == last
        until = time.end if is_last and time.end else _after(day, zone)
        start = begin if number == 0 else None
        yield Entry(address, day, start, end if is_last else None, until, is_off)


def _after(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return midnight(day + DAY, zone).astimezone(dt.UTC)
