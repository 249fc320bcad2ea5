"""The files of the last output, each with what it was made from → which the next one can have, too.

A file that would be the same is not written again: it gets a second name (`next_output`), so that
it keeps its bytes and its times. So no file of an output may ever be written in place.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from schaukasten.kept.digest import digest_of
from schaukasten.kept.shelf import Shelf


class MadeFrom(NamedTuple):
    """What a file was made from: a digest of what it shows.

    `known_by` is the digest of all that it could show, where there is one: it is known sooner, and
    changes more often.
    """

    digest: str = ""
    known_by: str = ""


class Known(NamedTuple):
    made_from: MadeFrom
    look: str


@dataclass
class LastOutput:
    """`files` has what each file was made from, and how it looked on the disk."""

    folder: Path
    files: Mapping[str, Known] = field(default_factory=dict)

    @classmethod
    def recalled(cls, shelf: Shelf, folder: Path) -> LastOutput:
        """Return what is kept of the output in a folder."""
        with contextlib.suppress(ValueError, TypeError, AttributeError):
            known = json.loads(shelf.get(_key(folder)) or b"{}")
            return cls(
                folder,
                {
                    name: Known(MadeFrom(str(digest), str(known_by)), str(look))
                    for name, ((digest, known_by), look) in known.items()
                },
            )
        return cls(folder)

    @classmethod
    def of(
        cls, folder: Path, made_from: Mapping[str, MadeFrom], files: Mapping[str, os.stat_result]
    ) -> LastOutput:
        """Return the output that has just been made in a folder, with these files."""
        unknown = MadeFrom()
        return cls(
            folder,
            {name: Known(made_from.get(name, unknown), look(stat)) for name, stat in files.items()},
        )

    def remember(self, shelf: Shelf) -> None:
        shelf.put(_key(self.folder), json.dumps(self.files).encode())

    def digest(self, name: str, known_by: str) -> str:
        """Return the digest of what a file would be made from now; nothing if that is unknown."""
        before = self.files.get(name)
        is_known = before is not None and known_by and before.made_from.known_by == known_by
        return before.made_from.digest if before and is_known else ""

    def give(self, name: str, digest: str) -> bool:
        """Whether the next output can have the file, too: made from the same, and untouched."""
        before = self.files.get(name)
        if before is None or before.made_from.digest != digest:
            return False
        try:
            # Thousands of times for a build: each step more is seen.
            return look(os.lstat(f"{self.folder}/{name}")) == before.look
        except OSError:
            return False


def write_anew(target: Path, raw: bytes) -> None:
    """Write a file of an output.

    What is there already may be that of another output, under a second name: then by renaming.
    """
    try:
        file = target.open("xb")
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = target.open("xb")
    except FileExistsError:
        unfinished = target.with_name(f".{target.name}.part")
        unfinished.write_bytes(raw)
        unfinished.replace(target)
        return
    with file:
        file.write(raw)


def files_of(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield all files below a folder, by their names as seen from it."""
    waiting = [("", str(folder))]
    while waiting:
        inside, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{inside}{entry.name}/", entry.path))
                elif entry.is_file(follow_symlinks=False):
                    yield inside + entry.name, entry.stat(follow_symlinks=False)


def look(stat: os.stat_result) -> str:
    # Not the time of the last change of its names, since each output is another name.
    return f"{stat.st_mtime_ns} {stat.st_size} {stat.st_ino} {stat.st_mode}"


def _key(folder: Path) -> str:
    return digest_of("output", str(folder))
