"""What `test` runs, and what it leaves out."""

from __future__ import annotations

import pytest

from schaukasten.commands import testing
from tests.worlds import ROOT

PARTS = "tests/parts.py"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The programs that were run, each as one line; all succeed."""
    lines: list[str] = []

    def run_all(root: object, *commands: list[str]) -> int:
        lines.extend(" ".join(command) for command in commands)
        return 0

    monkeypatch.setattr(testing, "run_all", run_all)
    return lines


def test_everything_is_run_after_what_it_needs_was_installed(ran: list[str]) -> None:
    assert testing.test(ROOT, None, quick=False) == 0
    assert ran[0] == PARTS
    assert [line.split()[1:2] for line in ran[1:-2]] == [["ruff"], ["ruff"], ["mypy"]]
    assert ran[-2] == "tests/rooms.py"
    assert "--quick" not in ran[-1]


def test_a_quick_run_installs_nothing_and_looks_at_the_code_all_the_same(ran: list[str]) -> None:
    assert testing.test(ROOT, None, quick=True) == 0
    assert PARTS not in ran
    assert [line.split()[1:2] for line in ran[:-2]] == [["ruff"], ["ruff"], ["mypy"]]
    assert ran[-2] == "tests/rooms.py"
    assert ran[-1].endswith(" --quick")


def test_who_looks_for_one_test_waits_for_no_linter(ran: list[str]) -> None:
    assert testing.test(ROOT, "slot", quick=False) == 0
    assert [line.split()[-1] for line in ran] == [PARTS, "slot"]


def test_without_what_the_tests_need_none_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(testing, "run_all", lambda root, *commands: asked.extend(commands) or 1)
    assert testing.test(ROOT, None, quick=False) == 1
    assert asked == [[PARTS]]
