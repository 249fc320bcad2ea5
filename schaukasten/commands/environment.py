"""The environment's Python with other programs: linter, tests, the lock's resolver."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def run_all(root: Path, *commands: list[str], **options: Any) -> int:
    """Run each, even where one before it has failed: one run tells everything.

    Returns 0, or 1 if one of them has failed.
    """
    codes = [python(root, *command, **options).returncode for command in commands]
    return 1 if any(codes) else 0


def python(root: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the environment's Python with these arguments in the folder `root`."""
    # What was printed before stands before what that program prints.
    sys.stdout.flush()
    return subprocess.run([sys.executable, *arguments], cwd=root, check=False, **options)


@contextmanager
def meanwhile(root: Path, *arguments: str, **options: Any) -> Iterator[None]:
    """Run the environment's Python beside the block, which waits for its end and not for its code.

    What it prints is seen by nobody: it is work that is only done in advance.
    """
    nobody = subprocess.DEVNULL
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, cwd=root, stdout=nobody, stderr=nobody, **options):
        yield
