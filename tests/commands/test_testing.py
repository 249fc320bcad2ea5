"""What `test` runs, and what it leaves out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from schaukasten.commands import testing
from tests.worlds import ROOT

PARTS = "tests/parts.py"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The programs that were run, each as one line; all succeed, one after the other."""
    lines: list[str] = []

    @contextmanager
    def meanwhile(root: object, *command: str, env: dict[str, str]) -> Iterator[None]:
        # Where this run, too, looks for what is compiled.
        assert env["PYTHONPYCACHEPREFIX"] == os.environ["PYTHONPYCACHEPREFIX"]
        lines.append(" ".join(command) + " &")
        yield
        lines.append("wait")

    def run_all(root: object, *commands: list[str]) -> int:
        lines.extend(" ".join(command) for command in commands)
        return 0

    monkeypatch.setattr(testing, "run_all", run_all)
    monkeypatch.setattr(testing, "meanwhile", meanwhile)
    return lines


def _looks_at_the_code(ran: list[str]) -> bool:
    """Whether the linters were run, and the tests compiled beside them."""
    first, *linters, rooms, last = ran
    return (
        first.endswith("pytest --collect-only --quiet &")
        and [line.split()[1] for line in linters] == ["ruff", "ruff", "mypy"]
        and (rooms, last) == ("tests/rooms.py", "wait")
    )


def test_everything_is_run_after_what_it_needs_was_installed(ran: list[str]) -> None:
    assert testing.test(ROOT, None, quick=False) == 0
    assert ran[0] == PARTS
    assert _looks_at_the_code(ran[1:-1])
    assert "--quick" not in ran[-1]


def test_a_quick_run_installs_nothing_and_looks_at_the_code_all_the_same(ran: list[str]) -> None:
    assert testing.test(ROOT, None, quick=True) == 0
    assert PARTS not in ran
    assert _looks_at_the_code(ran[:-1])
    assert ran[-1].endswith(" --quick")


def test_who_looks_for_one_test_waits_for_no_linter(ran: list[str]) -> None:
    assert testing.test(ROOT, "slot", quick=False) == 0
    assert [line.split()[-1] for line in ran] == [PARTS, "slot"]


def test_without_what_the_tests_need_none_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(testing, "run_all", lambda root, *commands: asked.extend(commands) or 1)
    assert testing.test(ROOT, None, quick=False) == 1
    assert asked == [[PARTS]]
