"""Sixty days a site on which something changes by itself: does one bring an error, or an open item?

What `tests/site/test_days.py` holds for six days must hold for all of them.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from schaukasten.model.load import load
from schaukasten.model.reading.problem import Problem, Severity
from tests.sites.crowded.fill import fill
from tests.turning_days import spread, turning_days
from tests.worlds import ROOT, SITES, TODAY, World, german, layout, theme

DAYS = 60
_STOPPING = {Severity.ERROR, Severity.OPEN}


def sites(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name and the content of the real site and of the tests' ones."""
    yield "real", ROOT / "content"
    for name in ("harbour", "minimal"):
        yield name, SITES / name / "content"
    world = World(folder, "crowded")
    fill(world)
    yield "crowded", world.content


def stopping(content: Path, day: dt.date) -> set[Problem]:
    """Return what stops a build on a day, or the publishing."""
    problems = load(content, layout(), theme(), day).problems
    return {problem for problem in problems if problem.severity in _STOPPING}


def main() -> None:
    today = dt.date.fromisoformat(TODAY)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, content in sites(Path(folder)):
            before = stopping(content, today)
            every = turning_days(content, today)
            days = spread(every, DAYS)
            begin = time.perf_counter()
            new = {(day, one) for day in days for one in stopping(content, day) - before}
            seconds = time.perf_counter() - begin
            print(
                f"days: {name}: {len(days)} of {len(every)} days until {days[-1]} in "
                f"{seconds:.0f} s, {len(new)} errors and open items that there are not today"
            )
            for day, problem in sorted(new, key=lambda pair: pair[0]):
                print(f"  {day}: {problem.text(german)}")
            failed |= bool(new)
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
