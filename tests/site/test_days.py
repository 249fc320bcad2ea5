"""Every site, on the days on which something in it changes: whatever passes, it can be built."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from schaukasten.model.load import load
from schaukasten.model.reading.problem import Problem, Severity
from tests.built_sites import Shelf
from tests.site.test_links import broken_links
from tests.sites.crowded.fill import fill
from tests.turning_days import spread, turning_days
from tests.worlds import ROOT, SITES, TODAY, World, german, layout, theme

_TODAY = dt.date.fromisoformat(TODAY)
_STOPPING = {Severity.ERROR, Severity.OPEN}


@pytest.fixture(
    params=["real", "harbour", "minimal", pytest.param("crowded", marks=pytest.mark.whole)]
)
def named(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """The name of a site, and its content."""
    if request.param == "crowded":
        world = World(tmp_path, "crowded")
        fill(world)
        return request.param, world.content
    content = ROOT if request.param == "real" else SITES / request.param
    return request.param, content / "content"


def stopping(content: Path, day: dt.date) -> set[Problem]:
    """What stops a build on a day, or the publishing."""
    problems = load(content, layout(), theme(), day).problems
    return {problem for problem in problems if problem.severity in _STOPPING}


def test_no_day_that_passes_brings_an_error_or_an_open_item(named: tuple[str, Path]) -> None:
    _name, content = named
    before = stopping(content, _TODAY)
    for day in spread(turning_days(content, _TODAY), 6):
        new = stopping(content, day) - before
        assert not new, (day, [problem.text(german) for problem in new])


@pytest.mark.whole
def test_a_site_that_nobody_touches_is_built_and_whole_on_later_days(
    named: tuple[str, Path], shelf: Shelf
) -> None:
    name, content = named
    days = turning_days(content, _TODAY)
    for number, day in enumerate((days[len(days) // 2], days[-1])):
        site = shelf.site(f"{name}-later-{number}", content, today=day.isoformat())
        assert broken_links(site) == []
