"""A test → the parts of the machine that it needs, and what becomes of it where one is missing.

What a test needs is told by its marks, `pytest.mark.needs("vnu")`, by its fixtures and by its
folder. Outside CI a missing part skips it, in CI it fails; with `--quick` it is left out, as is a
test that is marked as too long for it, `pytest.mark.whole`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests import parts

FIXTURES = {
    "browser": "chromium",
    "apache_of": "apache2",
    "file_format": "file format",
    "editor_bundle": "editor",
    "firefox": "firefox",
}
FOLDERS = {Path("tests/servers"): "apache2"}


def needed(item: pytest.Item) -> set[str]:
    """Return the names of the parts that a test needs, as `parts.PARTS` has them."""
    found = {part for mark in item.iter_markers("needs") for part in mark.args}
    if unknown := found - parts.PARTS.keys():
        names = ", ".join(sorted(unknown))
        raise pytest.UsageError(f"{item.nodeid} needs {names}, which tests/parts.py lacks")
    # Those that its fixtures ask for in turn are among them.
    fixtures = getattr(item, "fixturenames", ())
    found |= {part for fixture, part in FIXTURES.items() if fixture in fixtures}
    folder = item.path.relative_to(item.config.rootpath)
    return found | {part for above, part in FOLDERS.items() if folder.is_relative_to(above)}


def leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect every test that needs a part, or is marked as too long for a quick run."""
    left: list[pytest.Item] = []
    out: list[pytest.Item] = []
    for item in items:
        (out if needed(item) or item.get_closest_marker("whole") else left).append(item)
    items[:] = left
    config.hook.pytest_deselected(items=out)


def ask_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test fail that asks for a part though none was named: `leave_out` has not seen it."""
    for part, find in parts.PARTS.items():

        def refuse(part: str = part) -> None:
            pytest.fail(f'This test needs more: mark it with pytest.mark.needs("{part}").')

        monkeypatch.setattr(parts, find.__name__, refuse)


def look_for(item: pytest.Item) -> None:
    """Skip a test of which a part is missing; in CI let it fail."""
    if missing := sorted(part for part in needed(item) if not is_there(part)):
        reason = f"{', '.join(missing)}: missing, see tests/parts.py"
        if parts.is_in_ci():
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


@cache
def is_there(part: str) -> bool:
    return bool(parts.PARTS[part]())
