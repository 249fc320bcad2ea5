"""The times at which two things have the same room; what staff are told: rules/test_schedules."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from schaukasten.model.agenda.bookings import clashes
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


def test_of_many_times_of_two_documents_the_first_is_told(world: World) -> None:
    line = "wochentag: Mittwoch, von: '10:00', bis: '11:00'"
    assert found(world, line, line) == ["a 2026-11-25 10:00 < b", "b 2026-11-25 10:00 < a"]


def test_a_short_line_does_not_hide_a_long_one_of_the_same_offer(world: World) -> None:
    lines = f"{on('2026-12-02', '9:00', '18:00')}; {on('2026-12-02', '9:30', '10:00')}"
    told = found(world, lines, on("2026-12-02", "17:00", "19:00"))
    assert told == [
        "a 2026-12-02 09:00 < a", "a 2026-12-02 09:00 < b", "b 2026-12-02 17:00 < a",
    ]  # fmt: skip


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
    lines = "; ".join(["wochentag: Montag bis Sonntag, von: '0:00', bis: '23:59'"] * 50)
    begin = time.process_time()
    # Each of the two is in its own way, and in that of the other.
    assert len(found(world, lines, lines)) == 4
    assert time.process_time() - begin < 5
