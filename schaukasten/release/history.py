"""Two commits → which one came first, as far as the repository here knows."""

from __future__ import annotations

import subprocess
from pathlib import Path


def is_ancestor(repository: Path, older: str, newer: str) -> bool | None:
    """Say whether `older` is an ancestor of `newer`; None if one of them is not known here."""
    try:
        answer = _git(repository, "merge-base", "--is-ancestor", "--", older, newer)
        shallow = _git(repository, "rev-parse", "--is-shallow-repository")
    except OSError:  # no git
        return None
    if answer.returncode == 0:
        return True
    # In a clone that was cut off, a line of descent may be cut too.
    return False if answer.returncode == 1 and shallow.stdout.strip() == b"false" else None


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, capture_output=True, check=False)
