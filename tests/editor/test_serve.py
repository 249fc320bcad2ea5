"""`serve` as a process: where it listens, what it says, and that nothing is left of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.worlds import ROOT, TODAY, World

#: The one outside the environment, as somebody types it.
BARE_PYTHON = sys._base_executable  # type: ignore[attr-defined]


@contextmanager
def serving(world: World, port: str, temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, with a folder of its own for what is temporary; killed if it is still there."""
    temporary.mkdir(exist_ok=True)
    options = ["--content", str(world.content), "--port", port, "--today", TODAY]
    process = subprocess.Popen(
        [BARE_PYTHON, "tasks.py", "serve", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=os.environ | {"TMPDIR": str(temporary), "PYTHONIOENCODING": "utf-8"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_taken_port_is_said_the_next_is_taken_and_each_signal_ends_all(
    world: World, tmp_path: Path
) -> None:
    first_folder, second_folder = tmp_path / "first", tmp_path / "second"
    with serving(world, "0", first_folder) as first:
        found = re.search(r"http://localhost:(\d+)/", line(first))
        assert found
        with serving(world, found[1], second_folder) as second:
            assert f"Port {found[1]} wird schon" in line(second)
            assert re.search(r"http://localhost:\d+/", line(second))
            # In the middle of the first build, unless that is over by now.
            second.send_signal(signal.SIGINT)
            rest, _nothing = second.communicate(timeout=10)
            assert second.returncode == 0, rest
            assert "Traceback" not in rest
        while "erzeugt" not in line(first):
            assert first.poll() is None
        assert any(first_folder.iterdir())
        first.send_signal(signal.SIGTERM)
        rest, _nothing = first.communicate(timeout=10)
        assert first.returncode == 0, rest
    assert list(first_folder.iterdir()) == []
    assert list(second_folder.iterdir()) == []
