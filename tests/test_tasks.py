"""The command line: what may be typed, as invoke reads it."""

from __future__ import annotations

import subprocess
import sys

import pytest

import tasks
from tests.worlds import ROOT


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
    assert tasks.with_target(["tasks.py", *typed.split()]) == ["tasks.py", *meant.split()]


@pytest.mark.parametrize("command", ["publish", "verify"])
def test_a_target_reaches_its_command(command: str) -> None:
    arguments = [sys.executable, "tasks.py", command, "live", "--output", "gibt-es-nicht"]
    answer = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert "gibt-es-nicht liegt keine fertige Website." in answer.stderr
