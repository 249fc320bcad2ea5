"""What `test` runs, and what it leaves out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from schaukasten.commands import testing
from tests.worlds import ROOT

PARTS = "tests/parts.py"
#: By which somebody says where temporary files go.
CHOSEN_BY = ("TMPDIR", "TEMP", "TMP")


#: What the programs that were run found around them, one for each call.
environments: list[dict[str, str]] = []


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The programs that were run, each as one line; all succeed, one after the other."""
    lines: list[str] = []

    @contextmanager
    def meanwhile(root: object, *command: str, env: dict[str, str]) -> Iterator[None]:
        # Where this run, too, looks for what is compiled.
        assert env["PYTHONPYCACHEPREFIX"] == os.environ["PYTHONPYCACHEPREFIX"]
        lines.append(" ".join(command) + " &")
        yield
        lines.append("wait")

    def run_all(root: object, *commands: list[str], env: dict[str, str] | None = None) -> int:
        lines.extend(" ".join(command) for command in commands)
        environments.append(env or {})
        return 0

    environments.clear()
    monkeypatch.setattr(testing, "run_all", run_all)
    monkeypatch.setattr(testing, "meanwhile", meanwhile)
    monkeypatch.setattr(testing, "_MEMORY", tmp_path / "none")
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


@pytest.fixture
def memory(ran: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with a folder in memory that has room for a run, where nobody chose another."""
    monkeypatch.setattr(testing, "_MEMORY", tmp_path)
    monkeypatch.setattr(testing, "_ROOM", 1)
    nobody_chose(monkeypatch)
    return tmp_path


def test_temporary_files_are_kept_in_memory_and_only_while_they_are_asked_for(
    ran: list[str], memory: Path
) -> None:
    assert testing.test(ROOT, None, quick=True) == 0
    assert environments[-1]["TMPDIR"] == str(memory)
    assert ran[-1].endswith(" tmp_path_retention_policy=failed")


def test_who_looks_for_one_test_has_them_there_too(ran: list[str], memory: Path) -> None:
    assert testing.test(ROOT, "slot", quick=True) == 0
    assert environments[-1]["TMPDIR"] == str(memory)


def nobody_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CHOSEN_BY:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", CHOSEN_BY)
def test_a_folder_that_somebody_chose_is_kept(
    ran: list[str], memory: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "/elsewhere")
    assert testing.test(ROOT, None, quick=True) == 0
    chosen = {one: environments[-1].get(one) for one in CHOSEN_BY}
    assert chosen == dict.fromkeys(CHOSEN_BY) | {name: "/elsewhere"}
    assert "retention" not in ran[-1]


@pytest.mark.parametrize(
    ("field", "value"),
    # Room for 64 MB in blocks of 4 KB, as containers often have; or nothing may be started there.
    [("f_bavail", 16_384), ("f_flag", getattr(os, "ST_NOEXEC", 8))],
    ids=["little room", "nothing starts"],
)
def test_a_folder_in_memory_that_does_not_do_is_left_alone(
    ran: list[str], memory: Path, monkeypatch: pytest.MonkeyPatch, field: str, value: int
) -> None:
    good = {"f_bavail": 2**20, "f_frsize": 4096, "f_flag": 0}
    monkeypatch.setattr(testing, "_ROOM", 2**30)
    for answer, kept in ((good, True), (good | {field: value}, False)):
        monkeypatch.setattr(os, "statvfs", lambda folder, a=answer: SimpleNamespace(**a))
        assert testing.test(ROOT, None, quick=True) == 0
        assert (environments[-1].get("TMPDIR") == str(memory)) is kept


def test_where_there_is_none_files_are_kept_where_they_always_were(
    ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody_chose(monkeypatch)
    assert testing.test(ROOT, None, quick=True) == 0
    assert "TMPDIR" not in environments[-1]
    assert "retention" not in ran[-1]
