"""`lint`, `test` and `bench`: the code → whether it holds, and its figures."""

from __future__ import annotations

import os
from pathlib import Path

from schaukasten.commands.environment import meanwhile, run_all

CODE_CHECKS = (
    ["-m", "ruff", "check"],
    ["-m", "ruff", "format", "--check"],
    ["-m", "mypy"],
    # Where imports lead in a circle, no test would run to say so.
    ["tests/rooms.py"],
)
#: In the order of their names, so that the browser's long files come first, and the short ones
#: at the end keep all workers busy; else files of few tests come last, however long they are.
#: Three for two cores: there is always one that waits for a server or a browser.
_PYTEST = "-m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder".split()
#: Lists all tests, which compiles them: one core is idle while a linter looks at the code, and each
#: worker would do it anew.
_COMPILE = "-m pytest --collect-only --quiet".split()
#: A folder in memory, where a machine has one, and the bytes that have to be free in it. A run
#: writes 120,000 files, 1 GB in all: tests that write many take up to a seventh longer on a disk.
_MEMORY, _ROOM = Path("/dev/shm"), 4 * 2**30
#: By which somebody chooses another one.
_CHOSEN = {"TMPDIR", "TEMP", "TMP"}
_BENCHMARKS = (
    ["benchmarks/bench.py"],
    ["-m", "benchmarks.peers"],
    ["-m", "benchmarks.serve"],
    ["-m", "benchmarks.hostile"],
    ["-m", "benchmarks.schedules"],
    ["-m", "benchmarks.agreement"],
    ["-m", "benchmarks.second_build"],
    ["-m", "benchmarks.days"],
    ["-m", "benchmarks.editor_files"],
    ["-m", "benchmarks.pictures"],
    ["-m", "benchmarks.picture_builds"],
    ["-m", "benchmarks.page_weights"],
    ["benchmarks/publishing.py"],
)


def lint(root: Path) -> int:
    """Hold the code against linter, formatter, type checker and the list of rooms."""
    return run_all(root, *CODE_CHECKS)


def test(root: Path, expression: str | None, quick: bool) -> int:
    """Run all tests, or those whose names match; with `quick` none that needs browser or server.

    What the others need is installed first, where that may be.
    """
    if not quick and run_all(root, ["tests/parts.py"]):
        return 1
    tests = [*_PYTEST, *(["--quick"] if quick else []), *(["-k", expression] if expression else [])]
    environment = dict(os.environ)
    if not _CHOSEN & environment.keys() and _is_roomy(_MEMORY):
        environment["TMPDIR"] = str(_MEMORY)
        # Memory is given back after each test.
        tests += ["-o", "tmp_path_retention_policy=failed"]
    # Whoever looks for one test waits for no linter.
    if expression:
        return run_all(root, tests, env=environment)
    # Where `tests/conftest.py` lets the workers look for it.
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(root / ".cache" / "python")}
    with meanwhile(root, *_COMPILE, env=compiled):
        code = lint(root)
    return run_all(root, tests, env=environment) or code


def _is_roomy(folder: Path) -> bool:
    """Whether all temporary files of a run have room in there, and programs among them start.

    Containers often have 64 MB in memory, from which nothing may be started.
    """
    try:
        room = os.statvfs(folder)
    except (OSError, AttributeError):
        # There is none; Windows does not know the question.
        return False
    starts = not room.f_flag & getattr(os, "ST_NOEXEC", 8)  # Known by name on Linux only.
    return starts and room.f_bavail * room.f_frsize >= _ROOM and os.access(folder, os.W_OK)


def bench(root: Path) -> int:
    """Run the benchmarks, with the peers they are held against."""
    return run_all(root, *_BENCHMARKS)
