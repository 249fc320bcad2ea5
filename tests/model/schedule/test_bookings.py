"""The times at which two things have the same room; what staff are told: rules/test_schedules."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from schaukasten.model.schedule.bookings import clashes
from tests.worlds import World

TODAY = dt.date(2026, 11, 22)


def found(world: World, *offers: str, today: dt.date = TODAY) -> list[str]:
    """`treff 2026-11-25 17:00 < yoga`: a time of the first, and the second in its way."""
    path = world.content / "data/locations.yaml"
    world.write("data/locations.yaml", f"{path.read_text('utf-8')}  rooms: [Saal, Küche]\n")
    for slug, times in zip("abcdef", offers, strict=False):
        slots = "".join(f"  - {{{line}}}\n" for line in times.split("; "))
        world.offer(head=f"schedule:\n{slots}room: Saal\n", slug=slug)
    site = world.load().site
    assert site is not None, world.lines()
    return [
        f"{mine.document.slug} {mine.occurrence.start:%Y-%m-%d %H:%M} < {other.document.slug}"
        for pairs in clashes(site.agenda, today).values()
        for mine, other in pairs
    ]


def on(day: str, start: str, end: str) -> str:
    return f"am: {day}, von: '{start}', bis: '{end}'"


def test_each_time_of_each_is_found_from_both_sides(world: World) -> None:
    assert found(
        world, on("[2026-12-01, 2026-12-02]", "10:00", "11:00"), on("2026-12-02", "10:30", "12:00")
    ) == ["a 2026-12-02 10:00 < b", "b 2026-12-02 10:30 < a"]


def test_times_that_touch_are_no_clash(world: World) -> None:
    assert found(
        world,
        on("2026-12-02", "10:00", "11:00"),
        on("2026-12-02", "11:00", "12:00"),
        on("2026-12-02", "9:00", "10:00"),
    ) == []  # fmt: skip


def test_a_long_one_is_in_the_way_of_short_ones_that_are_not_in_each_others(world: World) -> None:
    assert sorted(
        found(
            world,
            on("2026-12-02", "9:00", "18:00"),
            on("2026-12-02", "10:00", "11:00"),
            on("2026-12-02", "15:00", "16:00"),
        )
    ) == [
        "a 2026-12-02 09:00 < b",
        "a 2026-12-02 09:00 < c",
        "b 2026-12-02 10:00 < a",
        "c 2026-12-02 15:00 < a",
    ]


def test_two_lines_of_one_offer_are_told_once(world: World) -> None:
    line = on("2026-12-02", "10:00", "11:00")
    assert found(world, f"{line}; {line}") == ["a 2026-12-02 10:00 < a"]


@pytest.mark.parametrize(
    ("day", "is_seen"),
    [("2026-11-21", False), ("2026-11-22", True), ("2027-11-27", True), ("2027-11-28", False)],
)
def test_the_year_to_come_is_looked_at(world: World, day: str, is_seen: bool) -> None:
    line = on(day, "10:00", "11:00")
    assert bool(found(world, line, line)) is is_seen


def test_a_year_of_many_lines_is_looked_at_in_a_moment(world: World) -> None:
    lines = "; ".join(
        f"wochentag: Montag bis Sonntag, von: '{hour}:00', bis: '{hour}:59'" for hour in range(24)
    )
    begin = time.perf_counter()
    assert found(world, lines) == []
    assert time.perf_counter() - begin < 10
