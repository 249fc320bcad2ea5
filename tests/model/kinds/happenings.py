"""Events at random: lines of front matter that say when, where and whether something is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

Lines = dict[str, str]

#: Hours at which something may go wrong: clocks are changed, days begin and end.
_ODD = ("0:00", "0:30", "1:30", "2:00", "2:30", "2:50", "3:00", "3:10", "6:00", "6:30", "23:59")
_ENDS = (*_ODD, "24:00", "24:00")


def happening(random: Random, first: dt.date, days: int) -> Lines:
    """Return the lines of an event that begins on one of so many days; not all can be."""
    date = first + dt.timedelta(random.randrange(days))
    lines = {"date": date.isoformat()} | random.choice(list(FORMS.values()))(random, date)
    return lines | random.choice(_WHERE) | _whether(random, date)


def text(title: str, lines: Lines) -> str:
    """Return the file of an event."""
    front = "".join(f"{key}: {value}\n" for key, value in lines.items())
    return f"---\ntitle: {title}\nsummary: Ein Satz.\n{front}---\nText.\n"


def clock(random: Random, odd: tuple[str, ...] = _ODD) -> str:
    if random.random() < 0.4:
        return random.choice(odd)
    return f"{random.randrange(24)}:{random.choice(('00', '00', '15', '30', '45'))}"


def _from_to(random: Random) -> Lines:
    start, end = sorted(f"{random.randrange(24):02}:{random.choice((0, 30)):02}" for _ in range(2))
    return {"start": start, "end": end}


def _any_hours(random: Random) -> Lines:
    return {"start": clock(random), "end": clock(random, _ENDS)}


def _night(random: Random) -> Lines:
    return {"start": f"{random.randrange(18, 24)}:00", "end": f"{random.randrange(0, 7)}:30"}


def _until(random: Random, date: dt.date) -> Lines:
    return {"end_date": (date + dt.timedelta(random.randrange(1, 5))).isoformat()}


def _days(random: Random, date: dt.date) -> Lines:
    numbers = sorted({0, *(random.randrange(1, 6) for _ in range(random.randrange(1, 4)))})
    days = []
    for number in numbers:
        one = f"am: {date + dt.timedelta(number)}"
        if random.random() < 0.7:
            one += f", von: '{clock(random)}'"
            if random.random() < 0.8:
                one += f", bis: '{clock(random, _ENDS)}'"
        days.append("{" + one + "}")
    lines = {"days": f"[{', '.join(days)}]"}
    if random.random() < 0.4:
        lines["end_date"] = (date + dt.timedelta(numbers[-1])).isoformat()
    return lines | random.choice((_from_to(random), _any_hours(random), {}))


FORMS: dict[str, Callable[[Random, dt.date], Lines]] = {
    "hours": lambda random, _date: _from_to(random),
    "odd hours": lambda random, _date: _any_hours(random),
    "a night": lambda random, _date: _night(random),
    "until 24:00": lambda random, _date: {"start": clock(random), "end": "24:00"},
    "from 0:00 to 24:00": lambda _random, _date: {"start": "0:00", "end": "24:00"},
    "only a start": lambda random, _date: {"start": clock(random)},
    "a whole day": lambda _random, _date: {},
    "each day": lambda random, date: _until(random, date) | _from_to(random),
    "each night": lambda random, date: (
        _until(random, date) | _night(random) | {"overnight": "nein"}
    ),
    "whole days": _until,
    "several days, only a start": lambda random, date: (
        _until(random, date) | {"start": clock(random)}
    ),
    "a stretch": lambda random, date: _until(random, date) | _any_hours(random),
    "over night": lambda random, date: (
        random.choice((_until(random, date), {})) | _any_hours(random) | {"overnight": "ja"}
    ),
    "days of their own": _days,
}
_WHERE: tuple[Lines, ...] = (
    {},
    {},
    {"place": "Westpark"},
    {"place": "Stadtpark", "address": "{street: Parkweg 1, postcode: '12345', city: Musterstadt}"},
    {"online": "https://example.org/raum"},
    {"online": "ja"},
    {"online": "https://example.org/raum", "place": "Westpark"},
    {"room": "Saal"},
)


def _whether(random: Random, date: dt.date) -> Lines:
    return random.choice(
        (
            {},
            {},
            {},
            {"cancelled": "Sturm"},
            {"moved_from": (date - dt.timedelta(random.randrange(1, 9))).isoformat()},
        )
    )
