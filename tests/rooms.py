"""The list of rooms in ARCHITECTURE.md and the code → every import that does not lead downwards."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

#: Folders that hold nothing of ours, wherever they lie.
_FOREIGN = {"__pycache__", "node_modules"}
#: Functions that import what they are given the name of.
_AT_RUN_TIME = ("import_module", "__import__")
_ROW = re.compile(r"^\| `([\w./*-]+)` \|", re.MULTILINE)


@dataclass(frozen=True)
class Import:
    """`file` has on `line` an import of the file `target`; both are seen from the root."""

    file: PurePosixPath
    line: int
    target: PurePosixPath


@dataclass(frozen=True)
class House:
    """The code below a folder; `rooms` from the top floor down.

    A room is a file, a folder (`model/text/`: the files in it, none further down), or a folder with
    all that lies below (`tests/**`).
    """

    root: Path
    rooms: tuple[str, ...]

    @classmethod
    def read(cls, root: Path, text: str) -> House:
        """Take the rooms from the table under the heading "The rooms"."""
        chapter = text.split("\n## The rooms\n")[1].split("\n## ")[0]
        return cls(root, tuple(_ROW.findall(chapter)))

    def room_of(self, file: PurePosixPath) -> str | None:
        for room in self.rooms:
            whole = room.endswith("**") and file.is_relative_to(room.removesuffix("**"))
            if whole or room in (str(file), f"{file.parent}/"):
                return room
        return None

    def problems(self) -> list[str]:
        """Return a sentence for each fault: `file:line: what is wrong`."""
        return [*self._unnamed(), *self._upwards(), *self._mutual()]

    @cached_property
    def files(self) -> list[PurePosixPath]:
        """The code: all below `schaukasten/`, and Python wherever it lies."""
        found: list[PurePosixPath] = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = [one for one in folders if not one.startswith(".") and one not in _FOREIGN]
            place = PurePosixPath(Path(folder).relative_to(self.root).as_posix())
            is_ours = place.parts[:1] == ("schaukasten",)
            found += [place / name for name in names if is_ours or name.endswith(".py")]
        return sorted(found)

    @cached_property
    def imports(self) -> list[Import]:
        """The imports of other files of the house, wherever in a file they stand."""
        return [
            one for file in self.files if file.suffix == ".py" for one in self._imports_of(file)
        ]

    def _imports_of(self, file: PurePosixPath) -> Iterator[Import]:
        tree = ast.parse((self.root / file).read_text("utf-8"))
        for node in ast.walk(tree):
            for line, names in _imported(node, file):
                # `from package import name`: a module of it, or what the package itself holds.
                if target := next(filter(None, map(self._file_of, names)), None):
                    yield Import(file, line, target)

    def arrows(self) -> set[tuple[str, str]]:
        """Return which room imports which other one."""
        found = {(self.room_of(one.file), self.room_of(one.target)) for one in self.imports}
        return {(above, below) for above, below in found if above and below and above != below}

    def _file_of(self, name: str) -> PurePosixPath | None:
        path = PurePosixPath(*name.split("."))
        candidates = (path.with_name(f"{path.name}.py"), path / "__init__.py")
        return next((one for one in candidates if (self.root / one).is_file()), None)

    def _unnamed(self) -> Iterator[str]:
        for file in self.files:
            if self.room_of(file) is None and not self._is_a_sign(file):
                yield f"{file}:1: {file.parent}/ is no room of the list in ARCHITECTURE.md"
        for room in self.rooms:
            if not any(self.room_of(file) == room for file in self.files):
                yield f"ARCHITECTURE.md: there is no room {room}"

    def _is_a_sign(self, file: PurePosixPath) -> bool:
        """Whether it only says what the rooms below it are."""
        if file.name != "__init__.py":
            return False
        tree = ast.parse((self.root / file).read_text("utf-8"))
        return len(tree.body) == 1 and ast.get_docstring(tree) is not None

    def _upwards(self) -> Iterator[str]:
        floor = {room: number for number, room in enumerate(self.rooms)}
        for one in self.imports:
            here, there = self.room_of(one.file), self.room_of(one.target)
            if here and there and floor[there] < floor[here]:
                yield f"{one.file}:{one.line}: {here} imports {one.target}, which lies above it"

    def _mutual(self) -> Iterator[str]:
        arrows = self.arrows()
        for one in self.imports:
            here, there = self.room_of(one.file), self.room_of(one.target)
            if {(here, there), (there, here)} <= arrows:
                yield f"{one.file}:{one.line}: {here} and {there} import each other"


def _imported(node: ast.AST, file: PurePosixPath) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the names, the most exact first, of each module that a node imports."""
    if isinstance(node, ast.ImportFrom):
        folders = file.parent.parts
        package = folders[: len(folders) - node.level + 1] if node.level else ()
        module = ".".join([*package, *filter(None, [node.module])])
        for alias in node.names:
            yield node.lineno, [f"{module}.{alias.name}", module]
    elif isinstance(node, ast.Import):
        for alias in node.names:
            yield node.lineno, [alias.name]
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(_AT_RUN_TIME):
        yield node.lineno, [one.value for one in node.args if isinstance(one, ast.Constant)]
