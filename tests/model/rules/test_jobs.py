"""What is told of vacancies, and when."""

from __future__ import annotations

import pytest

from tests.worlds import World

FILE = "stellen/koch.md"


def write(world: World, head: str = "", day: str = "2026-05-22", employment: str = "FSJ") -> None:
    common = f"title: Koch\nsummary: B\ndate: {day}\nemployment: {employment}\n"
    world.write(FILE, f"---\n{common}{head}---\nText.\n")


@pytest.mark.parametrize(
    ("deadline", "is_over"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11-23", False)]
)
def test_one_may_apply_through_the_last_day(world: World, deadline: str, is_over: bool) -> None:
    write(world, f"deadline: {deadline}\n")
    assert bool(world.found("past_job")) is is_over
    assert world.errors() == []


@pytest.mark.parametrize(
    ("head", "day", "is_told"),
    [
        ("", "2026-05-22", True),
        ("", "2026-05-23", False),
        ("updated: 2026-11-01\n", "2026-01-01", False),
        ("deadline: 2027-06-30\n", "2026-01-01", False),
        ("deadline: laufend\n", "2026-01-01", True),
        ("status: Entwurf\n", "2026-01-01", False),
    ],
)
def test_after_half_a_year_without_a_deadline_somebody_is_asked(
    world: World, head: str, day: str, is_told: bool
) -> None:
    write(world, head, day)
    assert bool(world.found("stale_job")) is is_told


def test_what_its_end_will_change_is_told_before(world: World) -> None:
    write(world, "deadline: 2026-12-01\n")
    [told] = world.found("coming_change")
    assert told.startswith(f"{FILE}:6: Nach dem 1. Dezember 2026 steht diese Stelle in")
    write(world, "deadline: 2026-12-01\nexpires: 2026-11-30\n")
    assert world.found("days_after_end")


def test_house_contact_and_numbers_are_looked_at(world: World) -> None:
    write(world, "location: keller\ncontact: niemand\napply: {phone: '-----'}\n")
    rules = {one.rule for one in world.problems()}
    assert {"unknown_location", "unknown_person", "undialable_contact"} <= rules


def test_what_is_permanent_has_no_limit(world: World) -> None:
    write(world, "limited_until: nein\n", employment="[Vollzeit, unbefristet]")
    assert not world.found("limited_and_permanent")
    write(world, "limited_until: 2028-12-31\n", employment="[Vollzeit, unbefristet]")
    assert world.found("limited_and_permanent")
