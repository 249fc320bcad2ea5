"""A revision → its files below `.cache/`, so that one run can hold today's code against it."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def checkout(revision: str) -> Path:
    commit = _git("rev-parse", "--verify", f"{revision}^{{commit}}").decode().strip()
    folder = ROOT / ".cache" / "against" / commit
    if not folder.exists():
        unfinished = folder.with_suffix(".part")
        with tarfile.open(fileobj=io.BytesIO(_git("archive", commit))) as archive:
            archive.extractall(unfinished, filter="data")
        unfinished.rename(folder)
    return folder


def _git(*arguments: str) -> bytes:
    return subprocess.check_output(["git", *arguments], cwd=ROOT)
