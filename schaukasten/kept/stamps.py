"""A file → the digest of what it holds, without reading it again as long as it looks the same."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from schaukasten.kept.digest import digest_of
from schaukasten.kept.shelf import Shelf

#: Nanoseconds. What was written just now could be written again within one tick of the disk's clock
#: (two seconds on FAT), and have the same size.
TICK = 2_000_000_000


def stamp(found: os.stat_result) -> str:
    """Return by what a file is seen to be unchanged: times, size, and place on the disk."""
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_ino}"


def read_digest(path: Path) -> str:
    """Return the SHA-256 of a file; nothing where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def is_younger(folder: Path, output: Path) -> bool:
    """Whether something below a folder has changed after an output was made; in doubt it has not.

    The clocks of two disks may differ: this is good for a guess, which saves time.
    """
    try:
        made = output.stat().st_mtime_ns
        return any(stat.st_ctime_ns > made for stat in _looks(str(folder)))
    except OSError:
        return False


def _looks(folder: str) -> Iterator[os.stat_result]:
    yield os.stat(folder)  # noqa: PTH116 (thousands of them)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != ".git":
                    yield from _looks(entry.path)
            else:
                yield entry.stat(follow_symlinks=False)


class Stamps:
    """The digests of the files of a folder, as far as they are known.

    `looks` are the stamps of files, by their whole names, that somebody has just looked at.
    """

    def __init__(self, shelf: Shelf, folder: Path, looks: Mapping[str, str] = MappingProxyType({})):
        self._shelf = shelf
        self._folder = folder
        self._looks = looks
        self._key = digest_of("stamps", str(folder))
        self._before: dict[str, list[str]] = _parsed(shelf.get(self._key))
        self._now: dict[str, list[str]] = {}
        self._met: dict[str, str] = {}

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file, whose name is relative to the folder.

        It is empty where the file cannot be read, which is said by who needs it.
        """
        if name not in self._met:
            try:
                self._met[name] = self._looked(name)
            except OSError:
                self._met[name] = ""
        return self._met[name]

    def _looked(self, name: str) -> str:
        path = f"{self._folder}/{name}"
        before = self._before.get(name)
        if before is not None and before[0] == self._looks.get(path):
            self._now[name] = before
            return before[1]
        found = os.stat(path)  # noqa: PTH116 (thousands of them)
        seen = stamp(found)
        if before is not None and before[0] == seen:
            self._now[name] = before
            return before[1]
        digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        if max(found.st_mtime_ns, found.st_ctime_ns) < time.time_ns() - TICK:
            self._now[name] = [seen, digest]
        return digest

    @property
    def unknown(self) -> int:
        """How many files are not as they were met, or are texts that were never met.

        Of those only that somebody has just looked at.
        """
        known = {f"{self._folder}/{name}": seen for name, (seen, _digest) in self._before.items()}
        texts = {name for name in self._looks if name.startswith(f"{self._folder}/")}
        changed = sum(self._looks.get(name) != seen for name, seen in known.items())
        return changed + sum(one.endswith(".md") for one in texts - known.keys())

    def close(self) -> None:
        """Keep what is known now."""
        if self._now != self._before:
            self._shelf.put(self._key, json.dumps(self._now).encode())


def _parsed(raw: bytes | None) -> dict[str, list[str]]:
    try:
        known = json.loads(raw or b"{}")
        return {str(name): [str(seen), str(digest)] for name, (seen, digest) in known.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
