"""Each task reaches its command, and each command its stage, with all that was typed."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from schaukasten.building import build as build_stage
from schaukasten.commands import building, environment, publishing, testing, writing
from schaukasten.editor import check, new, serve
from schaukasten.editor.new import NewFile
from schaukasten.release import terminal
from tests.worlds import ROOT

CONTENT, SITE, OTHER, DAY = ROOT / "content", ROOT / "output", ROOT / "tests/sites", "2026-12-24"

#: A command as a task calls it, the stage that it reaches, and what that gets.
CALLS: list[tuple[Callable[[], int], Any, str, tuple[object, ...], dict[str, object]]] = [
    (lambda: building.build(ROOT, None, None, False, None),
     build_stage, "build", (ROOT, CONTENT, SITE), {"drafts": False, "today": None}),
    (lambda: building.build(ROOT, "tests/sites", "/x/y", True, DAY),
     build_stage, "build", (ROOT, OTHER, Path("/x/y")), {"drafts": True, "today": DAY}),
    (lambda: writing.check(ROOT, None, False, "text", None, False),
     check, "check", (ROOT, CONTENT),
     {"release": False, "form": "text", "today": None, "every": False}),
    (lambda: writing.check(ROOT, "tests/sites", True, "json", DAY, True),
     check, "check", (ROOT, OTHER),
     {"release": True, "form": "json", "today": DAY, "every": True}),
    (lambda: writing.new(ROOT, "event", "Fest", None, "", "", False),
     new, "new", (ROOT, NewFile("event", "Fest", "", ""), CONTENT), {"edit": False}),
    (lambda: writing.new(ROOT, "news", "Fest", "tests/sites", DAY, "fest", True),
     new, "new", (ROOT, NewFile("news", "Fest", DAY, "fest"), OTHER), {"edit": True}),
    (lambda: writing.serve(ROOT, None, "8000", None),
     serve, "serve", (ROOT, CONTENT, 8000, None, None), {}),
    (lambda: writing.serve(ROOT, "tests/sites", "0", DAY),
     serve, "serve", (ROOT, OTHER, 0, DAY, None), {}),
    (lambda: publishing.publish(ROOT, "", None, False, False),
     terminal, "publish", (ROOT, None, None), {"dry_run": False, "force": False}),
    (lambda: publishing.publish(ROOT, "live", "tests/sites", True, False),
     terminal, "publish", (ROOT, "live", OTHER), {"dry_run": True, "force": False}),
    (lambda: publishing.publish(ROOT, "live", "tests/sites", False, True),
     terminal, "publish", (ROOT, "live", OTHER), {"dry_run": False, "force": True}),
    (lambda: publishing.verify(ROOT, "", None), terminal, "verify", (ROOT, None, None), {}),
    (lambda: publishing.verify(ROOT, "live", "tests/sites"),
     terminal, "verify", (ROOT, "live", OTHER), {}),
]  # fmt: skip


@pytest.mark.parametrize(("call", "stage", "name", "positional", "named"), CALLS)
def test_all_that_was_typed_reaches_its_stage(
    monkeypatch: pytest.MonkeyPatch,
    call: Callable[[], int],
    stage: Any,
    name: str,
    positional: tuple[object, ...],
    named: dict[str, object],
) -> None:
    got: list[Any] = []
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(stage, name, lambda *args, **more: got.extend((args, more)) or 7)
    assert call() == 7
    # What a build depends on is found out on the way; no folder of the test has been built.
    assert got[0] == positional
    assert {key: value for key, value in got[1].items() if key not in ("inputs", "ahead")} == named


def test_each_task_calls_the_command_of_its_name() -> None:
    tree = ast.parse((ROOT / "tasks.py").read_text("utf-8"))
    called = {
        function.name: ast.unparse(function.body[-1]).partition("(")[2].partition("(")[0]
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
    }
    assert called == {
        "build": "building.build",
        "editor": "browser_editing.editor",
        "check": "writing.check",
        "new": "writing.new",
        "serve": "writing.serve",
        "publish": "publishing.publish",
        "verify": "publishing.verify",
        "lock": "dependencies.lock",
        "audit": "dependencies.audit",
        "messages": "catalogs.messages",
        "lint": "testing.lint",
        "run_tests": "testing.test",
        "bench": "testing.bench",
    }


@pytest.mark.parametrize(("codes", "expected"), [([0, 0], 0), ([3, 0], 1), ([0, 3], 1)])
def test_of_several_programs_all_run_and_one_that_fails_is_a_failure(
    tmp_path: Path, codes: list[int], expected: int
) -> None:
    programs = [
        ["-c", f"import sys; open('{number}', 'w').close(); sys.exit({code})"]
        for number, code in enumerate(codes)
    ]
    assert environment.run_all(tmp_path, *programs) == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1"]


def test_what_runs_meanwhile_has_ended_after_the_block_and_prints_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wait = "import pathlib, time\nwhile not pathlib.Path('now').exists(): time.sleep(0.01)\n"
    program = wait + "print('done'); pathlib.Path('done').touch(); raise SystemExit(3)"
    with environment.meanwhile(tmp_path, "-c", program):
        assert not (tmp_path / "done").exists()
        (tmp_path / "now").touch()
    assert (tmp_path / "done").exists()
    assert capfd.readouterr() == ("", "")


def test_a_program_runs_in_the_environment_that_is_running() -> None:
    done = environment.python(ROOT, "-c", "import sys; print(sys.executable)", capture_output=True)
    assert done.stdout.decode().strip() == sys.executable


@pytest.mark.parametrize(
    "run",
    [
        lambda: testing.lint(ROOT),
        lambda: testing.test(ROOT, None, quick=True),
        lambda: testing.test(ROOT, "slot", quick=True),
        lambda: testing.bench(ROOT),
    ],
)
def test_what_fails_lets_its_command_fail(
    monkeypatch: pytest.MonkeyPatch, run: Callable[[], int]
) -> None:
    monkeypatch.setattr(testing, "run_all", lambda root, *programs, **options: 1)
    monkeypatch.setattr(testing, "meanwhile", lambda root, *program, **options: nullcontext())
    assert run() == 1
