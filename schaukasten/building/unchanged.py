"""Everything that a build depends on → whether the output is already what it would make.

A build that is asked for twice need not even read the content: it is enough that all files look as
they did, the output too. What it told then is told again.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

from schaukasten.building.settings import settings_of
from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.last_output import files_of, look
from schaukasten.kept.made_by import is_all_ours, made_by
from schaukasten.kept.memory import Memory, kept_in
from schaukasten.kept.shelf import Shelf
from schaukasten.kept.stamps import TICK, stamp
from schaukasten.language.catalogs import catalog
from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Problem
from schaukasten.model.reading.source import walk
from schaukasten.record.build_record import Commit
from schaukasten.record.history import Unknown, commit_of
from schaukasten.report.report import EVERY, Report


@dataclass(frozen=True)
class Told:
    """What the last build told of the content, in the language of the site."""

    problems: list[Problem]
    language: str


def told_again(inputs: Inputs, theme: Path) -> bool:
    """If the output is what a build would make, tell what that would tell, and return True."""
    told = inputs.told()
    if told is None:
        return False
    gettext = catalog(theme, told.language).gettext
    content = inputs.content
    Report(content, content.name, gettext, EVERY).print(told.problems)
    print(_("Nothing has changed since the last build.").text(gettext))
    return True


def inputs_of(conf: Path, content: Path, output: Path, today: str | None) -> Inputs | None:
    """Return what a build depends on; None where that cannot be found out, and a build will say."""
    try:
        return Inputs(conf, content, output, today)
    # The settings are a program, and the folders may be missing.
    except (Exception, SystemExit):
        return None


@dataclass
class Inputs:
    """What a build of `content` with the settings `conf` depends on, as it is now."""

    conf: Path
    content: Path
    output: Path
    today: str | None
    commit: Commit | Unknown | None = None
    #: How each file looked, by its whole name.
    looks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.settings = settings_of(self.conf, {"PATH": str(self.content)})
        self._newest = 0
        self._began = time.time_ns()
        # Git answers while the files are looked at.
        asking = Thread(target=self._ask_git)
        asking.start()
        inputs = [
            made_by(),
            repr(sorted((name, str(value)) for name, value in self.settings.items())),
            *self._content(),
            *self._tree(Path(self.settings["THEME"])),
        ]
        asking.join()
        self._digest = digest_of(*inputs, str(self.commit))

    def _ask_git(self) -> None:
        self.commit = commit_of(self.content)

    @cached_property
    def memory(self) -> Memory:
        """Return what is remembered of builds of this content."""
        return Memory.of(self.content, kept_in(self.settings), self.looks, self.tree)

    def told(self) -> Told | None:
        """Return what the build would tell, if its output is there already."""
        shelf = self.memory.shelf
        try:
            known = json.loads(shelf.get(self._key) or b"{}")
            if known["inputs"] != self._on(known["zone"]) or known["output"] != _seen(self.output):
                return None
            # Of its own: there may be thousands of warnings.
            told: Told = unpack(shelf.get(known["told"]) or b"")
        except (LookupError, TypeError, ValueError, OSError, Unkeepable):
            return None
        return told

    def remember(self, zone: str, told: Told, shelf: Shelf) -> None:
        """Remember that the output was just made of this, and nothing else was to be told."""
        # What was written just now could be written again and look the same.
        if self._newest > self._began - TICK or not is_all_ours(self.settings):
            return
        packed = pack(told)
        known = {
            "inputs": self._on(zone),
            "zone": zone,
            "output": _seen(self.output),
            "told": digest_of("told", packed),
        }
        shelf.put(known["told"], packed)
        shelf.put(self._key, json.dumps(known).encode())

    def _on(self, zone: str) -> str:
        """Return the digest of all inputs, with the day that it is in a time zone."""
        day = self.today or dt.datetime.fromtimestamp(self._began / 1e9, ZoneInfo(zone)).date()
        return digest_of(self._digest, str(day))

    @property
    def _key(self) -> str:
        return digest_of("built", str(self.conf), str(self.content), str(self.output))

    def _content(self) -> Iterator[str]:
        """Yield the name and the look of everything in the content."""
        met: list[tuple[str, str]] = []
        hidden: list[str] = []

        def meet(entry: os.DirEntry[str]) -> None:
            if entry.name == ".git":
                return
            met.append((entry.path, self._look(entry)))
            if entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                hidden.append(entry.path)

        self.tree = walk(self.content, meet)
        if self.tree.closed:
            raise self.tree.closed[0]
        for one in sorted(met):
            yield from one
        # A page may show what lies there.
        for folder in sorted(hidden):
            yield from self._tree(Path(folder))

    def _tree(self, folder: Path) -> Iterator[str]:
        """Yield the name and the look of everything below a folder but the history of git."""
        waiting = [str(folder)]
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in sorted(entries, key=lambda one: one.name):
                    if entry.name == ".git":
                        continue
                    yield from (entry.path, self._look(entry))
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)

    def _look(self, entry: os.DirEntry[str]) -> str:
        """Return the look of a file; of a folder there is none but the names in it."""
        if entry.is_dir(follow_symlinks=False):
            return ""
        found = entry.stat(follow_symlinks=False)
        self._newest = max(self._newest, found.st_mtime_ns, found.st_ctime_ns)
        if entry.is_symlink():
            # What lies behind it can change, and it looks the same.
            self._newest = sys.maxsize
        self.looks[entry.path] = stamp(found)
        return self.looks[entry.path]


def _seen(output: Path) -> str:
    """Return the digest of how the files of an output look."""
    seen = sorted((name, look(found)) for name, found in files_of(output))
    return digest_of(*(part for file in seen for part in file))
