"""A built site → every event of which two of its parts say something else.

Held against the words of the event's own page are its calendar, the calendar of all events, the
structured data, the week, the home page and the list of events.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lxml import html

from tests.site.day_by_day import Entry, entries_in, expected
from tests.site.said import DAY, OFF, Said, in_calendar, in_data
from tests.site.said_in_words import by_class, is_off_on, on_page, read

_REST = re.compile(r"(\d+) weitere[rn]? Eintr")
#: Days of the home page's panels and of the week, and how many events are named after it.
_PANELS, _WEEK, _NEXT = 3, 7, 3
_NEXT_BOXES = "//*[@aria-labelledby='section-events']"


class Site:
    """The site in a folder, as it was built for a day; `said` is what the events' pages say."""

    def __init__(self, folder: Path, today: dt.date, zone: str = "Europe/Berlin"):
        self.folder = folder
        self.today = today
        self.zone = ZoneInfo(zone)
        pages = {
            f"/{path.parent.relative_to(folder).as_posix()}/": read(path)
            for path in sorted(folder.glob("termine/*/*/index.html"))
        }
        # A redirect has none.
        self.pages = {
            address: page for address, page in pages.items() if page.xpath(by_class("facts"))
        }
        self.said = {address: on_page(page, self.zone) for address, page in self.pages.items()}
        self.days = [
            entry for address, said in self.said.items() for entry in self._expected(address, said)
        ]

    def differences(self) -> list[str]:
        """Return a line for each: `address: where: what is said there`."""
        return [*self._calendars(), *self._data(), *self._week(), *self._home(), *self._list()]

    def _calendars(self) -> Iterator[str]:
        every = self._calendar("termine.ics")
        if every.keys() != self.said.keys():
            yield f"calendar of all: other events: {every.keys() ^ self.said.keys()}"
        for address, said in self.said.items():
            own = self._calendar(f"{address.strip('/')}/termine.ics")
            for name, calendar in (("its calendar", own), ("calendar of all", every)):
                if address in calendar:
                    yield from _held(address, name, said, calendar[address])
                else:
                    yield f"{address}: {name}: nothing"

    def _calendar(self, name: str) -> dict[str, Said]:
        found = in_calendar(self.folder / name, self.zone)
        return {urlsplit(url).path: said for url, said in found.items()}

    def _data(self) -> Iterator[str]:
        for address, page in self.pages.items():
            yield from _held(address, "data", self.said[address], in_data(page, self.zone))

    def _week(self) -> Iterator[str]:
        week = read(self.folder / "wochenplan/index.html")
        boxes = week.xpath(by_class("week-table__day"))
        yield from self._compared("week", boxes, self._between(0, _WEEK))
        yield from self._next("week", week)

    def _home(self) -> Iterator[str]:
        home = read(self.folder / "index.html")
        panels = [one for one in home.xpath(by_class("today__day")) if one.xpath(".//time")]
        yield from self._compared("home, panels", panels, self._between(0, _PANELS))
        boxes = home.xpath("//*[@aria-labelledby='section-days']//li[@class='days__day']")
        yield from self._compared("home, days", boxes, self._between(1, _WEEK))
        yield from self._next("home", home)

    def _next(self, name: str, page: html.HtmlElement) -> Iterator[str]:
        boxes = page.xpath(f"{_NEXT_BOXES}//li[@class='days__day']")
        after = self.today + _WEEK * DAY
        each = (self._next_of(address, said, after) for address, said in self.said.items())
        found = sorted(
            (one for one in each if one and one.day >= after),
            key=lambda one: (one.day, one.start or dt.time(), self.said[one.address].title),
        )
        yield from self._compared(f"{name}, next", boxes, found[:_NEXT])

    def _list(self) -> Iterator[str]:
        cards = {
            card.xpath(by_class("card-link"))[0].get("href"): card
            for card in read(self.folder / "termine/index.html").xpath(by_class("news-card"))
        }
        for address, said in self.said.items():
            days = [one.day for one in self._expected(address, said)]
            if max(days) < self.today:
                continue
            if address not in cards:
                yield f"{address}: list: nothing"
                continue
            named = cards[address].xpath(".//time/@datetime")
            coming = self._next_of(address, said, self.today)
            first = coming.day if coming else days[0]
            if named not in ([str(first)], [str(first), str(days[-1])]):
                yield f"{address}: list: {named}"
            if is_off_on(cards[address]) != (said.status == OFF):
                yield f"{address}: list: not {said.status}"

    def _next_of(self, address: str, said: Said, day: dt.date) -> Entry | None:
        """Return its beginning; of single days that of the first from a day on."""
        entries = self._expected(address, said)
        days = [one.day for one in entries]
        if all(after - before <= DAY for before, after in pairwise(days)):
            return entries[0]
        begins = {time.day for time in said.times}
        return next((one for one in entries if one.day >= day and one.day in begins), None)

    def _expected(self, address: str, said: Said) -> list[Entry]:
        return expected(address, said, self.zone)

    def _between(self, first: int, end: int) -> list[Entry]:
        return [one for one in self.days if first <= (one.day - self.today).days < end]

    def _compared(
        self, name: str, boxes: list[html.HtmlElement], wanted: list[Entry]
    ) -> Iterator[str]:
        found = entries_in(boxes, self.said)
        entries = [entry for entry, _where in found]
        # The home page shows a few of a day, and says how many more the week has.
        rest = sum(int(number) for box in boxes for number in _REST.findall(box.text_content()))
        differences = {*entries} ^ {*wanted}
        if rest and {*entries} <= {*wanted} and len(differences) == rest:
            differences = set()
        for one in sorted(differences, key=repr):
            yield f"{one.address}: {name}: {'also' if one in entries else 'missing'}: {one}"
        if len(entries) != len({*entries}):
            yield f"{name}: the same twice"
        for entry, where in found:
            (place,) = self.said[entry.address].places
            if where not in place:
                yield f"{entry.address}: {name}: in “{where}”, not “{place}”"


def _held(address: str, name: str, page: Said, other: Said) -> Iterator[str]:
    if sorted(page.times, key=repr) != sorted(other.times, key=repr):
        yield f"{address}: {name}: {other.times}, not {page.times}"
    if (page.title, page.status) != (other.title, other.status):
        yield f"{address}: {name}: {other.title}, {other.status}, not {page.title}, {page.status}"
    if page.is_online != other.is_online:
        yield f"{address}: {name}: {'' if other.is_online else 'not '}online"
    (said,) = page.places
    for place in other.places:
        if place not in said:
            yield f"{address}: {name}: in “{place}”, not “{said}”"
