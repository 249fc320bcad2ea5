"""Settings, theme and content in a folder of their own, which may all be edited, and built."""

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
from unittest import mock

from schaukasten.building import build, unchanged
from schaukasten.building.compiled import Compiled
from schaukasten.kept import stamps
from schaukasten.language.catalogs import catalog
from tests.worlds import ROOT, TODAY, share_pictures

#: Of the project itself, what an edit may change beside the content.
PARTS = ("theme", "pelicanconf.py", "publishconf.py")
_UNCHANGED = "Nothing has changed since the last build."
#: Said by the quickest of all builds only, in the language of the site.
_AGAIN = {_UNCHANGED, catalog(ROOT / "theme", "de").gettext(_UNCHANGED)}
_TODAY = dt.date.fromisoformat(TODAY)
#: How long a build took is no part of what it says.
_TALK = re.compile(r"Done: Processed .*?\bseconds\.\n", re.DOTALL)


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
        share_pictures(project.cache)
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


def _without_talk(said: str) -> str:
    lines = _TALK.sub("", said).splitlines()
    return "\n".join(line for line in lines if line not in _AGAIN)
