"""What the record of a build says, for whoever publishes it later."""

from __future__ import annotations

import datetime as dt

import pytest

from schaukasten.record.build_record import BuildRecord
from schaukasten.record.items import fingerprint
from tests.worlds import World


def test_it_says_why_no_commit_is_known(world: World) -> None:
    assert world.build() == 0
    record = BuildRecord.read(world.output)
    assert record is not None
    assert record.commit is None
    assert record.commit_unknown == "Der Ordner liegt in keinem Projekt mit Git."


def test_it_says_what_went_by_itself_and_on_which_day(world: World) -> None:
    world.news(head="expires: 2026-11-20\ntags: [Fest]\naliases: /über/")
    world.news(head="tags: [Fest, Garten]\nexpires: 2026-11-10", slug="alt")
    world.news(head="publish_from: 2027-01-01\ntags: [Später]", slug="neu")
    world.news(head="status: Entwurf\nexpires: 2026-11-20", slug="entwurf")
    assert world.build() == 0
    record = BuildRecord.read(world.output)
    assert record is not None
    last, earlier = dt.date(2026, 11, 20), dt.date(2026, 11, 10)
    ended = {
        "aktuelles/2026/alt/index.html": earlier,
        "aktuelles/2026/fest/index.html": last,
        "aktuelles/2026/index.html": last,
        "aktuelles/thema/fest/index.html": last,
        "aktuelles/thema/garten/index.html": earlier,
        "über/index.html": last,
    }
    assert record.ended == {fingerprint(path): day for path, day in ended.items()}
    assert world.build(drafts=True) == 0
    preview = BuildRecord.read(world.output)
    assert preview is not None
    assert preview.ended == {}


def test_a_second_build_tells_what_changed_without_a_word(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world.offer()
    line = "schedule:\n- {wochentag: Montag, von: 9:30, bis: 11:00}\n"
    path.write_text(path.read_text("utf-8").replace("schedule: []\n", line), "utf-8")
    assert world.build() == 0
    capsys.readouterr()
    assert world.build() == 0
    assert "Ergänzen Sie" not in capsys.readouterr().out
    path.write_text(path.read_text("utf-8").replace("11:00", "11:30"), "utf-8")
    houses = world.content / "data/locations.yaml"
    houses.write_text(
        houses.read_text("utf-8") + "  special_hours: {am: 2026-12-24, grund: Heiligabend}\n",
        "utf-8",
    )
    assert world.build() == 0
    told = capsys.readouterr().out
    assert told.count("updated: 2026-11-22") == 2
    assert f"{path.relative_to(world.content)}:2:" in told
    assert "data/locations.yaml:1:" in told


def test_a_second_build_tells_what_moved_without_a_word(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world.offer()
    assert world.build() == 0
    path.rename(path.with_name("neu.md"))
    assert world.build() == 0
    assert "aliases: [/angebote/treff/]" in capsys.readouterr().out
    # Nothing of it is kept: the next build has nothing to tell.
    assert world.build() == 0
    assert "aliases" not in capsys.readouterr().out


def test_another_way_of_writing_the_same_is_no_change(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world.offer()
    line = "schedule:\n- {wochentag: Montag, von: 9:30, bis: 11:00}\n"
    path.write_text(path.read_text("utf-8").replace("schedule: []\n", line), "utf-8")
    assert world.build() == 0
    path.write_text(path.read_text("utf-8").replace("Montag, von: 9:30", "mo, von: 09:30"), "utf-8")
    capsys.readouterr()
    assert world.build() == 0
    assert "Ergänzen Sie" not in capsys.readouterr().out


def test_a_page_that_was_deleted_is_told_where_that_is_said(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    path = world.offer()
    assert world.build() == 0
    path.unlink()
    capsys.readouterr()
    assert world.build() == 0
    assert "data/gone.yaml:1: Warnung: „Treff“ gibt es nicht mehr" in capsys.readouterr().out
