"""The lines of an event that say when it is: they mean something, or are refused."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schaukasten.model.kinds.event import Event
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.model.kinds.happenings import Lines, happening
from tests.worlds import german

DAY = dt.date(2027, 3, 25)
ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Australia/Sydney")]
#: What may stand behind any key, by mistake or malice.
ANYTHING = (
    *("", "ja", "nein", "null", "~", "0", "-1", "1e9", "24:00", "25:00", "0:60", "24", "18.30 Uhr"),
    *("2027-02-29", "9999-12-31", "0001-01-01", "31.03.2027", "2027-03-28", "2027-03", "[]", "{}"),
    *("[{}]", "[2027-03-26, 2027-03-26]", "[{am: 9999-12-31, von: '1:00', bis: '24:00'}]"),
    *("{am: 2027-03-26, bis: '3:00'}", "[[2027-03-26]]", "'2027-03-26 bis 2027-03-28'", "Ostern"),
)
KEYS = ("date", "end_date", "start", "end", "overnight", "days", "moved_from", "cancelled")


@st.composite
def written(draw: st.DrawFn) -> Lines:
    """An event at random, in which some lines are another's, odd, or missing."""
    random = draw(st.randoms(use_true_random=False))
    lines = happening(random, DAY, 13)
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=3, unique=True)):
        other = happening(Random(random.random()), DAY, 13)
        lines[key] = draw(st.sampled_from((*ANYTHING, *filter(None, [other.get(key)]))))
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=1)):
        lines.pop(key, None)
    return lines


def event_of(lines: Lines) -> tuple[Event | None, list[str]]:
    front = "".join(f"{key}: {value}\n" for key, value in lines.items())
    event, problems = read(Event, parse(f"title: Fest\nsummary: Ein Fest.\n{front}"), "f")
    return event, [problem.text(german) for problem in problems]


@pytest.mark.whole
@settings(max_examples=400, deadline=None)
@given(lines=written())
def test_lines_are_understood_or_refused_with_a_sentence(lines: Lines) -> None:
    event, problems = event_of(lines)
    assert (event is None) == bool(problems)
    # Each names its line, what is wrong, and what to do.
    assert all(re.fullmatch(r"f:\d+: .+[.:] .+", one, re.DOTALL) for one in problems), problems


@pytest.mark.whole
@settings(max_examples=400, deadline=None)
@given(lines=written())
def test_what_is_understood_is_in_order_and_ends_after_it_begins(lines: Lines) -> None:
    event, _problems = event_of(lines)
    if event is None:
        return
    assert event.sittings
    assert event.sittings[0].first == event.date or event.days
    for zone in (None, *ZONES):
        moments = [one.moments(zone) for one in event.sittings]
        assert all(_utc(begin) < _utc(end) for begin, end in moments)
        assert all(_utc(one[1]) <= _utc(next_one[0]) for one, next_one in pairwise(moments))


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment


@pytest.mark.whole
@settings(max_examples=400, deadline=None)
@given(lines=written())
def test_it_is_on_no_day_after_its_last_and_on_none_before_its_first(lines: Lines) -> None:
    event, _problems = event_of(lines)
    if event is None:
        return
    # Wide enough for all of it, and not for all days that there are.
    first, last = event.sittings[0].first, event.last_day
    before = first - dt.timedelta(2) if first > dt.date(1, 1, 2) else first
    after = last + dt.timedelta(2) if last < dt.date(9999, 12, 30) else last
    parts = [part for one in event.sittings for part in one.parts(before, after)]
    assert min(part.day for part in parts) == first
    assert max(part.day for part in parts) <= last
    # Each begins once and ends once; what is known of its hours is told on those days.
    assert sum(part.start is not None for part in parts) == sum(
        one.begins is not None for one in event.sittings
    )
    assert sum(part.end is not None for part in parts) == sum(
        one.ends is not None for one in event.sittings
    )


@pytest.mark.parametrize(("head", "days"), [
    # Ends in the morning: it belongs to the evening.
    ("start: '20:00'\nend: '3:00'", ["20:00-03:00"]),
    ("end_date: 2027-03-26\nstart: '20:00'\nend: '3:00'\novernight: ja", ["20:00-03:00"]),
    # More than a day, be it until the morning.
    ("end_date: 2027-03-26\nstart: '1:00'\nend: '2:00'\novernight: ja", ["01:00-", "-02:00"]),
    ("end_date: 2027-03-27\nstart: '1:00'\nend: '2:00'\novernight: ja", ["01:00-", "-02:00"]),
])  # fmt: skip
def test_a_night_is_told_on_its_evening_and_what_is_longer_on_each_day(
    head: str, days: list[str]
) -> None:
    event, _ = read(Event, parse(f"title: Fest\nsummary: Fest.\ndate: 2027-03-25\n{head}\n"), "f")
    assert event is not None
    (sitting,) = event.sittings
    parts = sitting.parts(DAY, DAY + dt.timedelta(5))
    told = [tuple(time and f"{time:%H:%M}" for time in (one.start, one.end)) for one in parts]
    assert ["-".join(time or "" for time in times) for times in told] == days
