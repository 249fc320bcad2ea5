"""A problem → the line of the file where it stands, and the place in that line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from schaukasten.language.visible import visible
from schaukasten.model.reading.plain_text import plain
from schaukasten.model.reading.problem import Problem
from schaukasten.model.reading.source import MAX_TEXT

#: Characters; of a longer line the part around the place is shown.
WIDTH = 140
# What is meant to be text, and is quoted whatever it holds.
_TEXTS = {".md", ".yaml"}
_BINARY = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True)
class Excerpt:
    """`text[start:end]` is the place; `column` is where it begins in the file, counting from 1."""

    text: str
    start: int
    end: int
    column: int


@dataclass
class Excerpts:
    """Those of the files in the folder `content`; each file is read once."""

    content: Path
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def of(self, problem: Problem) -> Excerpt | None:
        """Return None where there is no such line: in a picture, a missing file, a huge one."""
        if problem.file not in self._lines:
            self._lines[problem.file] = _lines(self.content / problem.file)
        lines = self._lines[problem.file]
        line = lines[problem.line - 1] if problem.line <= len(lines) else ""
        return _excerpt(visible(line), problem) if line.strip() else None


def _excerpt(line: str, problem: Problem) -> Excerpt:
    start, end = _place(line, problem)
    first = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    text = line[first : first + WIDTH]
    if first:
        text = "…" + text[1:]
    if first + WIDTH < len(line):
        text = text[:-1] + "…"
    return Excerpt(text, start - first, min(end - first, len(text)), start + 1)


def _lines(path: Path) -> list[str]:
    try:
        # A file that was refused is not opened here: it may be a pipe, a link, or without end.
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_TEXT:
            return []
        raw = path.read_bytes()
    except (OSError, ValueError):
        return []
    # Of a song or a Word file nobody can read a line.
    if path.suffix not in _TEXTS and _BINARY.search(raw):
        return []
    text = raw.decode("utf-8-sig", errors="replace")
    # As it was read, so that columns are the same.
    return re.split(r"\r\n|\r|\n", plain(text))


def _place(line: str, problem: Problem) -> tuple[int, int]:
    """Return the place that the parser knows, else all that is typed on the line."""
    begin = len(line) - len(line.lstrip())
    end = max(len(line.rstrip()), begin)
    if problem.columns is None:
        return begin, end
    # The file may have been saved anew since it was read.
    first = min(problem.columns[0], end)
    return first, max(first, min(problem.columns[1], end))
