"""Two commits → which one came first, as far as the repository here knows."""

from __future__ import annotations

import subprocess
from pathlib import Path


def is_ancestor(repository: Path, older: str, newer: str) -> bool | None:
    """Say whether `older` is an ancestor of `newer`; None if one of them is not known here."""
    command = ["git", "-C", str(repository), "merge-base", "--is-ancestor", "--", older, newer]
    try:
        answer = subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:  # no git
        return None
    return {0: True, 1: False}.get(answer)
