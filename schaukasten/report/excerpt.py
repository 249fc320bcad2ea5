"""A problem → the line of the file where it stands, and the place in that line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schaukasten.language.messages import Message
from schaukasten.language.visible import visible
from schaukasten.model.reading.problem import Problem
from schaukasten.model.reading.source import MAX_TEXT

#: Characters; of a longer line the part around the place is shown.
WIDTH = 140
# What is meant to be text, and is quoted whatever it holds.
_TEXTS = {".md", ".yaml"}
_BINARY = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
# A comment behind the value is no part of it.
_KEY_AND_VALUE = re.compile(
    r"\s*(?:- )?[\w-]+:\s+(?P<value>\S|\S.*?\S)(?:\s+#\s.*)?\s*|\s*(?P<line>.*\S)\s*"
)


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
    return re.split(r"\r\n|\r|\n", text)


def _place(line: str, problem: Problem) -> tuple[int, int]:
    """Return where the words of the message stand in the line, else its value, else all of it."""
    for words in sorted(_values(problem.what), key=len, reverse=True):
        found = line.find(words)
        if words and found >= 0:
            return found, found + len(words)
    parts = _KEY_AND_VALUE.fullmatch(line)
    assert parts is not None
    return parts.span("value" if parts["value"] else "line")


def _values(message: Message) -> Iterator[str]:
    for _name, value in message.values:
        if isinstance(value, Message):
            yield from _values(value)
        elif isinstance(value, str):
            yield visible(value)
