"""A project with its last output, and edits of it → whether the next build is what a clean one is.

The next build stands on what is kept and on the last output; the clean one has a folder of kept
work that is empty, and of the last output no more than its record, so that both warn of the same.
Only the scaled pictures are common to both: to draw them takes longer than all the rest.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FunctionType
from typing import Any
from unittest import mock

from schaukasten.building import build, unchanged
from schaukasten.building.compiled import Compiled
from schaukasten.kept import stamps
from schaukasten.language.catalogs import catalog
from schaukasten.plugins.sight import Sights
from schaukasten.record.build_record import MARK
from tests.worlds import ROOT, TODAY

#: Of the project itself, what an edit may change beside the content.
PARTS = ("theme", "pelicanconf.py", "publishconf.py")
_AGAIN = catalog(ROOT / "theme", "de").gettext("Nothing has changed since the last build.") + "\n"
_PICTURES = Path(os.environ.get("SCHAUKASTEN_CACHE", ROOT / ".cache")) / "pictures"
_TODAY = dt.date.fromisoformat(TODAY)
#: How long a build took is no part of what it says.
_TALK = re.compile(r"Done: Processed .*?\bseconds\.\n", re.DOTALL)
#: The files of an output, by name: the bytes of each, its time and its place on the disk.
Looks = dict[str, tuple[bytes, int, int]]


@dataclass
class Project:
    """A folder with settings, theme and content of its own, which may all be edited."""

    folder: Path
    today: dt.date = _TODAY
    drafts: bool = False
    #: What takes the last edit back.
    undo: list[Callable[[], object]] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path, content: Path) -> Project:
        folder.mkdir(parents=True, exist_ok=True)
        for name in PARTS:
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy2
            copy(source, folder / name)
        if content != folder / "content":
            shutil.copytree(content, folder / "content")
        project = cls(folder)
        _share_pictures(project.cache)
        return project

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        return self.folder / ".cache"

    def write(self, path: Path, raw: str | bytes) -> None:
        before = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
        back = path.unlink if before is None else functools.partial(path.write_bytes, before)
        self.undo.append(back)

    def remove(self, path: Path) -> None:
        self.undo.append(functools.partial(path.write_bytes, path.read_bytes()))
        path.unlink()

    def move(self, old: Path, new: Path) -> None:
        old.rename(new)
        self.undo.append(functools.partial(new.rename, old))

    def take_back(self) -> None:
        while self.undo:
            self.undo.pop()()

    def build(self, output: Path, cache: Path, compiled: Compiled | None = None) -> tuple[int, str]:
        """Build as the command does; return its code, and all that it says."""
        conf = self.folder / ("pelicanconf.py" if self.drafts else "publishconf.py")
        day = str(self.today)
        said = io.StringIO()
        with (
            self.of_its_own(cache),
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
        ):
            inputs = unchanged.inputs_of(conf, self.content, output, day)
            if inputs is not None and unchanged.told_again(inputs, self.folder / "theme"):
                code = 0
            else:
                code = build.build(
                    self.folder, self.content, output, self.drafts, day, compiled, inputs
                )
        return code, _without_talk(said.getvalue())

    @contextlib.contextmanager
    def of_its_own(self, cache: Path) -> Iterator[None]:
        """Let settings be read anew, from their own folder, and kept work lie in `cache`."""
        for name in ("pelicanconf", "publishconf"):
            sys.modules.pop(name, None)
        # A file that was written less than two seconds ago would always be looked into.
        with (
            mock.patch.dict(os.environ, {"SCHAUKASTEN_CACHE": str(cache)}),
            mock.patch.object(stamps, "TICK", 0),
            mock.patch.object(unchanged, "TICK", 0),
            mock.patch.object(sys, "dont_write_bytecode", True),
            mock.patch.object(sys, "path", [str(self.folder), *sys.path]),
        ):
            yield


#: What an edit does to a project; it may find nothing to do.
Edit = Callable[[Project, Random], object]


#: What templates are to clean builds, by their sources: nothing else goes into it.
_COMPILED = Compiled()
_SIGHTS: dict[tuple[str, str], Any] = {}


@dataclass
class SecondBuild:
    """Holds each build of a project against a clean one."""

    project: Project

    def differences(self) -> tuple[bool, list[str]]:
        """Build over the last output, and clean.

        Returns whether a clean build is refused, and in what the two differ, one line each.
        """
        project = self.project
        before = looks(project.output)
        catalog.cache_clear()  # As `serve` does; the command is a new process.
        code, said = project.build(project.output, project.cache)
        after = looks(project.output)
        with self._clean(before) as (clean_code, clean_said, clean):
            found = _differing("said", {"": said}, {"": clean_said})
            if clean_code:
                found += _differing("a failed build changed", after, before)
            else:
                found += _differing("bytes", _bytes(after), _bytes(clean))
                found += _moved(before, after)
        if code != clean_code:
            found.insert(0, f"ended with {code} and not {clean_code}")
        return bool(clean_code), found

    @contextlib.contextmanager
    def _clean(self, before: Looks) -> Iterator[tuple[int, str, Looks]]:
        """Build into an empty folder with nothing kept; yield how that ends, and what it makes."""
        home = self.project.folder / "clean"
        output, cache = home / "output", home / "cache"
        output.mkdir(parents=True)
        _share_pictures(cache)
        if MARK in before:
            (output / MARK).write_bytes(before[MARK][0])
        _forget_all()
        try:
            with mock.patch.object(Sights, "_kept", _looked_at_once):
                code, said = self.project.build(output, cache, _COMPILED)
            yield code, said, looks(output)
        finally:
            shutil.rmtree(home)


_look_at = Sights._kept


def _looked_at_once(self: Sights, name: str) -> Any:
    key = name, self._sources[name]
    if key not in _SIGHTS:
        _SIGHTS[key] = _look_at(self, name)
    return _SIGHTS[key]


def _share_pictures(cache: Path) -> None:
    """Let scaled pictures lie where those of all tests do."""
    _PICTURES.mkdir(parents=True, exist_ok=True)
    cache.mkdir(exist_ok=True)
    if not (cache / "pictures").exists():
        (cache / "pictures").symlink_to(_PICTURES)


def looks(output: Path) -> Looks:
    found: Looks = {}
    for path in sorted(output.rglob("*")) if output.exists() else ():
        if path.is_file():
            stat = path.stat()
            name = path.relative_to(output).as_posix()
            found[name] = path.read_bytes(), stat.st_mtime_ns, stat.st_ino
    return found


def _bytes(found: Looks) -> dict[str, bytes]:
    return {name: raw for name, (raw, _time, _place) in found.items()}


def _moved(before: Looks, after: Looks) -> list[str]:
    """Say which files have the bytes that they had, and another time or place on the disk."""
    same = [name for name in after if name in before and before[name][0] == after[name][0]]
    return [f"written again: {name}" for name in same if before[name] != after[name]]


def _differing(what: str, one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    names = sorted({*one, *other})
    return [
        f"{what}: {name} {one.get(name)!r:.2000} ≠ {other.get(name)!r:.2000}"
        for name in names
        if one.get(name) != other.get(name)
    ]


def _without_talk(said: str) -> str:
    return _TALK.sub("", said.replace(_AGAIN, ""))


def _forget_all() -> None:
    """Forget what a function of ours remembers, as a new process would."""
    for name, module in list(sys.modules.items()):
        if name.startswith("schaukasten.") and not name.endswith(".made_by"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and not isinstance(value, FunctionType):
                    value.cache_clear()
