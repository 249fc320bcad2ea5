"""A day that passes never stops the nightly run; an accident on the same day does."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.local import LocalTransport
from tests.model.files.pictures import png
from tests.release.sites import host_files, local_target, publisher
from tests.worlds import World, german

BEFORE, AFTER = "2026-11-22", "2026-11-23"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A small site of which most is over on one day: a course, with all that hangs on it."""
    world = World(tmp_path / "world")
    world.write("angebote/bild.png", png())
    world.write("angebote/plan.pdf", b"%PDF-1.4\n%%EOF\n")
    world.offer(
        "[Plan](plan.pdf)",
        f"expires: {BEFORE}\naliases: [/alt/, /kurs.html]\nlanguages: [Türkisch, Deutsch]\n"
        "cost: kostenlos\nregistration: nicht nötig\n"
        "image: {file: bild.png, alt: Ein Kurs, credit: A. B., people: keine}",
    )
    world.news(head=f"expires: {BEFORE}\ntags: [Garten, Fest]")
    world.offer(slug="bleibt")
    (world.folder / "host").mkdir()
    return world


def publish(world: World, built_for: str, today: str) -> set[str]:
    """Build and publish; returns the pages on the host."""
    assert world.build(today=built_for) == 0
    host = world.folder / "host"
    day = dt.date.fromisoformat(today)
    publisher(world.output, local_target(host), today=day).publish(LocalTransport())
    return {name for name in host_files(host) if name.endswith(".html")}


def test_what_is_over_goes_by_itself_however_much_it_is(world: World) -> None:
    before = publish(world, BEFORE, BEFORE)
    after = publish(world, AFTER, AFTER)
    gone = before - after
    assert {"angebote/treff/index.html", "alt/index.html", "kurs.html"} <= gone
    assert {"angebote/sprache/tuerkisch/index.html", "aktuelles/thema/garten/index.html"} <= gone
    # It would have been refused: the test shows something.
    assert len(gone) > len(before) / 5
    assert not list((world.folder / "host").rglob("*.webp"))


def test_a_run_that_was_missed_for_weeks_goes_on_by_itself(world: World) -> None:
    publish(world, BEFORE, BEFORE)
    assert "angebote/treff/index.html" not in publish(world, "2026-12-20", "2026-12-20")


def test_midnight_is_earlier_here_than_in_greenwich(world: World) -> None:
    publish(world, BEFORE, BEFORE)
    assert "angebote/treff/index.html" not in publish(world, AFTER, BEFORE)


def refused(world: World, built_for: str, today: str) -> str:
    host = host_files(world.folder / "host")
    with pytest.raises(PublishError) as caught:
        publish(world, built_for, today)
    assert host_files(world.folder / "host") == host
    return caught.value.text(german)


def test_half_the_content_that_is_missing_is_refused_on_such_a_day_too(world: World) -> None:
    for number in range(8):
        world.offer(slug=f"kurs-{number}")
    publish(world, BEFORE, BEFORE)
    for number in range(7):
        (world.content / f"angebote/kurs-{number}.md").unlink()
    assert "Dateien gelöscht, mehr als ein Fünftel" in refused(world, AFTER, AFTER)


def test_what_was_over_and_then_deleted_is_missing(world: World) -> None:
    """The file is not there to say that it was over."""
    publish(world, BEFORE, BEFORE)
    (world.content / "angebote/treff.md").unlink()
    assert "gelöscht, mehr als ein Fünftel" in refused(world, AFTER, AFTER)


def test_another_folder_is_refused(world: World) -> None:
    publish(world, BEFORE, BEFORE)
    shutil.rmtree(world.output)
    other = World(world.folder / "other")
    assert other.build(today=AFTER) == 0
    shutil.copytree(other.output, world.output)
    day = dt.date.fromisoformat(AFTER)
    with pytest.raises(PublishError):
        publisher(world.output, local_target(world.folder / "host"), today=day).publish(
            LocalTransport()
        )


def test_a_site_that_was_built_for_a_day_to_come_is_refused(world: World) -> None:
    """A clock is wrong, or somebody has tried `--today`."""
    publish(world, BEFORE, BEFORE)
    assert "gelöscht" in refused(world, "2031-01-01", "2026-11-01")


def test_an_end_that_was_written_afterwards_is_somebodys_own_doing(world: World) -> None:
    for number in range(8):
        world.offer(slug=f"kurs-{number}")
    publish(world, AFTER, AFTER)
    for number in range(8):
        world.offer(head="expires: 2026-01-01", slug=f"kurs-{number}")
    assert "gelöscht" in refused(world, AFTER, AFTER)
