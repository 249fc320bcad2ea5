"""The command line: what may be typed, as invoke reads it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from schaukasten.commands.command_line import as_meant
from tests.worlds import ROOT, World


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("publish", "publish"),
        ("publish live", "publish --target=live"),
        ("verify live", "verify --target=live"),
        ("publish live --dry-run", "publish --target=live --dry-run"),
        ("publish --dry-run live", "publish --dry-run --target=live"),
        ("publish --output site live", "publish --output site --target=live"),
        ("publish --target live", "publish --target live"),
        ("publish -t live -o site", "publish -t live -o site"),
        ("build --output live", "build --output live"),
        ("--list", "--list"),
    ],
)
def test_a_target_is_named_without_an_option(typed: str, meant: str) -> None:
    assert as_meant(["tasks.py", *typed.split()]) == ["tasks.py", *meant.split()]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["new"], ["new"]),
        (["new", "news", "Fest am Platz"], ["new", "--kind=news", "--title=Fest am Platz"]),
        (["new", "news", "Fest", "am", "Platz"], ["new", "--kind=news", "--title=Fest am Platz"]),
        (
            ["new", "--date", "2026-06-20", "news", "Fest", "--edit", "--slug=fest"],
            ["new", "--kind=news", "--title=Fest", "--date", "2026-06-20", "--edit", "--slug=fest"],
        ),
        (["build", "a", "b"], ["build", "a", "b"]),
    ],
)
def test_a_title_is_one_though_its_quotes_are_forgotten(typed: list[str], meant: list[str]) -> None:
    assert as_meant(["tasks.py", *typed]) == ["tasks.py", *meant]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["new"], 1, "„“ lässt sich nicht anlegen. Möglich sind: news, offer, event, job, page."),
        (["check", "--content", "gibt-es-nicht"], 1, "gibt-es-nicht gibt es nicht."),
    ],
)
def test_what_is_missing_is_a_sentence_even_for_an_old_terminal(
    arguments: list[str], code: int, told: str
) -> None:
    old = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "tasks.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=old, check=False)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.strip().endswith(told.encode("ascii", "replace").decode())


def test_a_reader_that_has_seen_enough_is_no_traceback() -> None:
    command = [sys.executable, "tasks.py", "check", "--format", "json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


@pytest.mark.parametrize("command", ["publish", "verify"])
def test_a_target_reaches_its_command(command: str) -> None:
    arguments = [sys.executable, "tasks.py", command, "live", "--output", "gibt-es-nicht"]
    answer = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert "gibt-es-nicht liegt keine fertige Website." in answer.stderr


def test_a_command_is_called_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "kiel").mkdir()
    (tmp_path / "hier").mkdir()
    World(tmp_path / "kiel").news("[weg](weg.md)")
    command = [sys.executable, str(ROOT / "tasks.py"), "check", "--content", "../kiel/content"]
    done = subprocess.run(
        command, cwd=tmp_path / "hier", capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "content/aktuelles/2026-03-08-fest/index.md:6: " in done.stdout
    assert done.stderr == ""
