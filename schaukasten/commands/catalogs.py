"""`messages`: every `_("…")` of code and templates → the catalogs of all languages."""

from __future__ import annotations

import tempfile
from pathlib import Path

from schaukasten.commands.environment import run_all

_BABEL = ["-m", "babel.messages.frontend", "--quiet"]


def messages(root: Path) -> int:
    """Bring the catalogs up to date; new messages come empty. Returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        template = f"{folder}/messages.pot"
        return run_all(
            root,
            [
                *_BABEL,
                *"extract -F pyproject.toml -k _ --no-location --sort-output".split(),
                *("--project", "Schaukasten", "-o", template, "."),
            ],
            [
                *_BABEL,
                *("update", "--input-file", template, "--output-dir", "theme/translations"),
                *"--no-fuzzy-matching --ignore-obsolete".split(),
                *"--width 100 --ignore-pot-creation-date".split(),
            ],
        )
