"""The list of rooms in ARCHITECTURE.md and the code → every import that does not lead downwards.

`python tests/rooms.py` prints them, even where two modules import each other so that nothing runs.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
#: Folders that hold nothing of ours, wherever they lie.
FOREIGN = {"__pycache__", "node_modules"}
#: Functions that import what they are given the name of.
_AT_RUN_TIME = {"import_module", "__import__", "run_module", "resolve_name"}
#: Asked where its own code lies; it holds nothing.
_PACKAGE = PurePosixPath("schaukasten/__init__.py")
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
        """Return the room of a file; None for one in no room, and for the sign of several."""
        return _room_of(file, self.rooms)

    def problems(self) -> list[str]:
        """Return a sentence for each fault: `file:line: what is wrong`."""
        return [*self._unnamed(), *self._vague(), *self._upwards(), *self._mutual()]

    @cached_property
    def files(self) -> list[PurePosixPath]:
        """The code: all below `schaukasten/`, and Python wherever it lies."""
        found: list[PurePosixPath] = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = [one for one in folders if not _is_foreign(Path(folder, one))]
            place = PurePosixPath(Path(folder).relative_to(self.root).as_posix())
            is_ours = place.parts[:1] == ("schaukasten",)
            code = [one for one in names if is_ours or one.endswith((".py", ".pyi"))]
            found += [place / name for name in code if not name.startswith(".")]
        return sorted(found)

    @cached_property
    def imports(self) -> list[Import]:
        """The imports of other files of the house, wherever in a file they stand."""
        return [
            one for file in self.files if file.suffix == ".py" for one in self._imports_of(file)
        ]

    def _imports_of(self, file: PurePosixPath) -> Iterator[Import]:
        for node in ast.walk(self._tree(file)):
            for line, names in _imported(node, file):
                # `from package import name`: a module of it, or what the package itself holds.
                if target := next(filter(None, map(self._file_of, names)), None):
                    yield Import(file, line, target)

    def _tree(self, file: PurePosixPath) -> ast.Module:
        return ast.parse((self.root / file).read_bytes())

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
                yield (
                    f"{file}:1: {file.parent}/ is no room of the list in ARCHITECTURE.md; "
                    "add it on the floor from which its imports only lead down"
                )
        for room in self.rooms:
            if not any(self.room_of(file) == room for file in self.files):
                yield f"ARCHITECTURE.md: there is no room {room}"

    def _is_a_sign(self, file: PurePosixPath) -> bool:
        """Whether it only says what the rooms below it are."""
        if file.name != "__init__.py":
            return False
        tree = self._tree(file)
        return len(tree.body) == 1 and ast.get_docstring(tree) is not None

    def _vague(self) -> Iterator[str]:
        """Yield imports of which nobody can tell the room: of several, or of a computed name."""
        for one in self.imports:
            if self.room_of(one.target) is None and one.target != _PACKAGE:
                yield f"{one.file}:{one.line}: imports {one.target.parent}/, not a room of it"
        for file in self.files:
            if file.suffix == ".py" and file.parts[0] == "schaukasten":
                for line, name in _at_run_time(self._tree(file)):
                    yield f"{file}:{line}: imports by {name}; write an import instead"

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


# Of each file it is asked a hundred times.
@cache
def _room_of(file: PurePosixPath, rooms: tuple[str, ...]) -> str | None:
    for room in rooms:
        whole = room.endswith("**") and file.is_relative_to(room.removesuffix("**"))
        if whole or room in (str(file), f"{file.parent}/"):
            return room
    return None


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


def _at_run_time(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield where a function is named that imports what it is told, and its name."""
    for node in ast.walk(tree):
        named: list[str] = []
        if isinstance(node, ast.Name):
            named = [node.id]
        elif isinstance(node, ast.Attribute):
            named = [node.attr]
        elif isinstance(node, ast.ImportFrom):
            named = [alias.name for alias in node.names]
        yield from ((node.lineno, name) for name in named if name in _AT_RUN_TIME)


def _is_foreign(folder: Path) -> bool:
    """Whether it holds nothing of ours: hidden, made by a tool, or somebody's environment."""
    is_made = folder.name.startswith(".") or folder.name in FOREIGN
    return is_made or (folder / "pyvenv.cfg").exists()


def main() -> int:
    problems = House.read(ROOT, (ROOT / "ARCHITECTURE.md").read_text("utf-8")).problems()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
