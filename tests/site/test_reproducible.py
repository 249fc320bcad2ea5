"""The same content and day give the same bytes."""

from __future__ import annotations

import filecmp
from pathlib import Path

from schaukasten.building.build import build
from schaukasten.record.build_record import MARK
from tests.worlds import ROOT, TODAY


def files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_two_builds_give_the_same_bytes(real_site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(ROOT, ROOT / "content", again, today=TODAY) == 0
    assert files(again) == files(real_site)
    _, different, errors = filecmp.cmpfiles(again, real_site, files(again), shallow=False)
    assert not different
    assert not errors


def test_another_day_changes_only_pages_that_name_it(real_site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(ROOT, ROOT / "content", again, today="2026-12-24") == 0
    # What is compressed beside them differs as they do.
    plain = [name for name in files(again) if not name.endswith((".br", ".gz"))]
    _, different, _ = filecmp.cmpfiles(again, real_site, plain, shallow=False)
    # The record is for the publisher, and names the day.
    assert different == [
        MARK,
        # What is open, and when again; calendars say when they were made.
        *("angebote/offener-treff/index.html", "angebote/offener-treff/termine.ics"),
        *("index.html", "kontakt/index.html", "oeffnungszeiten.ics", "termine/index.html"),
        *("verein/index.html", "wochenplan/index.html"),
    ]
