"""What git knows: the commit that a folder comes from, and which of two commits came first."""

from __future__ import annotations

import subprocess
from pathlib import Path

from schaukasten.record.build_record import Commit


def commit_of(folder: Path) -> Commit | None:
    """Return the commit that the folder's files come from; None where git knows of none."""
    try:
        head = _git(folder, "log", "-1", "--format=%H %cI")
        changes = _git(folder, "status", "--porcelain", "--", ".")
    except OSError:  # no git
        return None
    if head.returncode or changes.returncode:
        return None
    id, time = head.stdout.split()
    return Commit.model_validate({"id": id, "time": time, "modified": bool(changes.stdout)})


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
    return False if answer.returncode == 1 and shallow.stdout.strip() == "false" else None


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
