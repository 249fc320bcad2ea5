"""A built site → what the words of its pages say of an event, read as a visitor reads them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import get_month_names
from lxml import html

from tests.site.said import (
    AS_PLANNED,
    DAY,
    MOVED,
    OFF,
    Clock,
    Said,
    Time,
    midnight,
    moments,
    whole_days,
)

_UNTIL = {"de": " bis ", "en": " to "}
_EACH_DAY = re.compile(r"^(?:jeden Tag|each day) ")
_OFF = ("Dieser Termin fällt aus", "This event does not take place")
#: The same on a card.
_CARD_OFF = ("findet nicht statt", "does not take place")
_MOVED = ("Verlegt von", "Moved from")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d))?(?:\s?([ap])\.?m\.?)?|midnight", re.IGNORECASE)


def read(path: Path) -> html.HtmlElement:
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def words(element: html.HtmlElement, query: str) -> str:
    """The words of all that is found, with single blanks."""
    return " ".join(" ".join(one.text_content() for one in element.xpath(query)).split())


def by_class(name: str, tag: str = "*") -> str:
    return f".//{tag}[contains(concat(' ', @class, ' '), ' {name} ')]"


def on_page(page: html.HtmlElement, zone: ZoneInfo) -> Said:
    """What the words of an event's page say."""
    (facts,) = page.xpath(by_class("facts", "dl"))
    rows = [
        *((words(row, "dt"), words(row, "dd")) for row in facts.xpath(by_class("hours__row"))),
        *(_parted(words(row, ".")) for row in facts.xpath("dd/ul[@class='plain-list']/li")),
    ]
    times = [time for row in rows for time in _of_row(*row, page.get("lang"), zone)]
    place = words(facts, "dt[.='Wo' or .='Where']/following-sibling::dd[1]")
    change = words(page, by_class("change"))
    status = OFF if change.startswith(_OFF) else AS_PLANNED
    status = MOVED if change.startswith(_MOVED) else status
    is_online = any("Online" in words(one, ".") for one in facts.xpath("dd") if not one.xpath("dl"))
    return Said(words(page, ".//h1"), times, status, {place}, is_online)


def _parted(row: str) -> tuple[str, str]:
    """Return the days of a row, and behind the last one their hours, if they are from … to."""
    found = re.fullmatch(r"(.*\d{4}), ((?!.*\d{4}).*\b(?:ab|bis|from|to)\b.*)", row)
    return (found[1], found[2]) if found else (row, "")


def is_off_on(card: html.HtmlElement) -> bool:
    """Whether a card in a list says that its event does not take place."""
    return words(card, by_class("change")).startswith(_CARD_OFF)


def _of_row(days: str, hours: str, lang: str, zone: ZoneInfo) -> list[Time]:
    """Read `5. Februar 2027, 17 Uhr bis 7. Februar 2027, 12 Uhr`, or days and their hours."""
    dates = [_date(one, lang) for one in days.split(_UNTIL[lang])]
    first, last = dates[0][0], dates[-1][0]
    if not hours and dates[0][1] is None:
        return whole_days(first, last)
    if not hours:
        return [_between(first, dates[0][1], last, dates[-1][1], zone)]
    begin, end = clocks(_EACH_DAY.sub("", hours))
    assert begin is not None, (days, hours)
    assert (first == last) == (_EACH_DAY.match(hours) is None)
    found = []
    for number in range((last - first).days + 1):
        day = first + number * DAY
        until = day + DAY if end and end <= begin else day
        found.append(_between(day, begin, until, end, zone))
    return found


def _between(
    first: dt.date, begin: dt.time | None, last: dt.date, end: dt.time | None, zone: ZoneInfo
) -> Time:
    """Return it; `time.max` is the end of a day."""
    assert begin is not None
    start = dt.datetime.combine(first, begin, zone)
    if end is None and first == last:
        return replace(moments(start, None, zone), clock=Clock(begin, last, None))
    if end == dt.time.max:
        last, end = last + DAY, dt.time()
    clock = Clock(begin, last, end)
    until = dt.datetime.combine(last, end, zone) if end is not None else midnight(last + DAY, zone)
    if until.astimezone(dt.UTC) <= start.astimezone(dt.UTC):
        # It begins in the hour that clocks skip, and ends right behind it.
        until = start.astimezone(dt.UTC) + (until - start)
    return replace(moments(start, until, zone), clock=clock)


def _date(said: str, lang: str) -> tuple[dt.date, dt.time | None]:
    """Read `Freitag, 5. Februar 2027, 17 Uhr`, or what another language writes."""
    months = {name: number for number, name in get_month_names("wide", locale=lang).items()}
    year = re.search(r"\b\d{4}\b", said)
    month = re.search("|".join(months), said)
    assert year
    assert month
    day = re.search(r"\b(\d{1,2})\b", said[: year.start()])
    assert day
    _begin, end = clocks(said[year.end() :])
    return dt.date(int(year[0]), months[month[0]], int(day[1])), end


def clocks(said: str) -> tuple[dt.time | None, dt.time | None]:
    """Read `15 bis 18 Uhr`, `ab 15 Uhr`, `bis 18 Uhr`; without a word a single time is an end."""
    found = [_clock(one) for one in _CLOCK.finditer(said)]
    if not found:
        return None, None
    if re.match("(?:ab|from) ", said):
        return found[0], None
    return (found[0] if len(found) == 2 else None), found[-1]


def _clock(found: re.Match[str]) -> dt.time:
    if found[0].casefold() == "midnight" or found[1] == "24":
        return dt.time.max
    hour, half = int(found[1]), (found[3] or "").casefold()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return dt.time(hour, int(found[2] or 0))
