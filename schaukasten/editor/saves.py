"""Folders and a file → one signal for each time that somebody has saved in them.

Changes are collected while the receiver works. A folder that goes away and comes back is
followed; so is a file that an editor replaces by a new one.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

#: Milliseconds without a change until a save is over: editors write in several steps.
_QUIET = 25
#: Milliseconds between two looks at whether the folders themselves are still there.
_LOOK = 250
#: What editors and systems put beside a file while it is open. Vim tries a folder with `4913`.
_PASSING = re.compile(r"\..*|.*~|#.*#|~\$.*|4913|.*\.(?:sw[a-p]|tmp|bak|part)|Thumbs\.db")


def saves(folders: list[Path], file: Path) -> Iterator[None]:
    """Yield at once, when all is being watched, and then after every save; without end."""
    while True:
        yield from _saves_while_all_stay(folders, file)


def _saves_while_all_stay(folders: list[Path], file: Path) -> Iterator[None]:
    before = _identities(folders, file)
    there = [folder for folder in folders if folder.is_dir()]

    def concerns(_change: Change, path: str) -> bool:
        return is_of_concern(Path(path), there)

    is_first = True
    try:
        for changes in watch(
            *there,
            watch_filter=concerns,
            step=_QUIET,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
        ):
            if is_first or changes:
                yield
            is_first = False
            if _identities(folders, file) != before:
                return
    except FileNotFoundError:
        # It went away just when it was to be watched.
        time.sleep(_LOOK / 1000)


def is_of_concern(path: Path, folders: list[Path]) -> bool:
    """Return whether a change of `path` can change the site: not if it is hidden or passing."""
    parts = next((path.relative_to(one).parts for one in folders if path.is_relative_to(one)), ())
    return not any(_PASSING.fullmatch(part) for part in parts)


def _identities(folders: list[Path], file: Path) -> list[tuple[int, ...]]:
    return [*(_identity(folder)[:2] for folder in folders), _identity(file)]


def _identity(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
