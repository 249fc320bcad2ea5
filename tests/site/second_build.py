"""A project with its last output, and edits of it → whether the next build is what a clean one is.

The next build stands on what is kept and on the last output; the clean one has a folder of kept
work that is empty, and of the last output no more than its record, so that both warn of the same.
Only the scaled pictures are common to both: to draw them takes longer than all the rest.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any
from unittest import mock

from schaukasten.building.compiled import Compiled
from schaukasten.language.catalogs import catalog
from schaukasten.plugins.sight import Sights
from schaukasten.record.build_record import MARK
from tests.site.project import Project
from tests.worlds import share_pictures

#: The files of an output, by name: the bytes of each, its time and its place on the disk.
Looks = dict[str, tuple[bytes, int, int]]


#: What templates are to clean builds, by their sources: nothing else goes into it.
_COMPILED = Compiled()
_PROGRESS = re.compile(r"(?:Bilder werden verkleinert|Pictures are made smaller): .*\n?")
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
            # How far it is, only who has to wait is told.
            told, clean_told = (_PROGRESS.sub("", one) for one in (said, clean_said))
            found = _differing("said", {"": told}, {"": clean_told})
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
        share_pictures(cache)
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


def _forget_all() -> None:
    """Forget what a function of ours remembers, as a new process would."""
    for name, module in list(sys.modules.items()):
        if name.startswith("schaukasten.") and not name.endswith(".made_by"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and not isinstance(value, FunctionType):
                    value.cache_clear()
