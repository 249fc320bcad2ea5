"""Thousands of random edits of files, as the editor in the browser makes them: is any one wrong?

What `tests/browser_editor` holds for sixty must hold for all of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EDITS = 2000
TESTS = (
    "test_random_edits.py",
    "test_onto.py",
    "test_new_files.py",
    "test_typed.py",
    "test_days.py",
)


def main() -> None:
    files = [f"tests/browser_editor/{name}" for name in TESTS]
    command = [sys.executable, "-m", "pytest", "--quiet", "--numprocesses", "2", *files]
    done = subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "EDITS": str(EDITS)},
    )
    lines = done.stdout.splitlines()
    print(f"edits in the browser, {EDITS} of each kind: {lines[-1] if lines else done.stderr}")
    for line in lines:
        if line.startswith("FAILED"):
            print(f"  {line}")
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
