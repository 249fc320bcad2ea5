"""A file in `content/` → its text, safely: no links, UTF-8, not too large."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from schaukasten.kept.digest import digest_of
from schaukasten.language.messages import Message, _
from schaukasten.model.reading.plain_text import plain
from schaukasten.model.reading.problem import Invalid

#: Bytes. A long news item has 10 KB, statutes have 60; more than this is a mistake or an attack.
MAX_TEXT = 200_000


class SourceError(Invalid):
    """A file that cannot be read as text; `line` counts from 1."""

    def __init__(self, line: int, invalid: Invalid):
        super().__init__(invalid.what, invalid.remedy)
        self.line = line


def read_text(path: Path) -> str:
    """Return the file's text in one spelling, with `\\n` line ends: see `plain_text`.

    Raises SourceError for a file that is too large, unreadable, not UTF-8, or holds NUL bytes.
    """
    return text_of(raw_text(path))


def raw_text(path: Path) -> bytes:
    """Return the bytes of a text; raises SourceError if it is too large or unreadable."""
    if path.stat().st_size <= MAX_TEXT:
        try:
            return read_bytes(path)
        except Invalid as invalid:
            raise SourceError(1, invalid) from None
    what = _("The file is larger than {limit} KB.", limit=MAX_TEXT // 1000)
    remedy = _("Split the text into several pages, and put pictures beside the file.")
    raise SourceError(1, Invalid(what, remedy))


def text_of(raw: bytes) -> str:
    """Return the text of a file's bytes; raises SourceError if they are none."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = _("The file is not stored as UTF-8 (umlauts would be broken).")
        remedy = _("Save it again with the encoding “UTF-8”.")
        raise SourceError(raw.count(b"\n", 0, error.start) + 1, Invalid(what, remedy)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        what = _("The file contains characters that are not text.")
        remedy = _("Open it in a text editor and save it anew as plain text.")
        raise SourceError(text.count("\n", 0, text.index("\0")) + 1, Invalid(what, remedy))
    return plain(text)


def read_bytes(path: Path) -> bytes:
    """Return what the file holds; raises Invalid where the disk or its owner forbids it."""
    try:
        return path.read_bytes()
    except OSError:
        what = _("“{file}” cannot be read.", file=path.name)
        remedy = _("See who may read it, and whether another program holds it open.")
        raise Invalid(what, remedy) from None


def missing_folder(content: Path) -> Message | None:
    """Say that there is no such folder with content; None where there is one."""
    # Not `is_dir()`, which raises for a name that is longer than disks can hold.
    if os.path.isdir(content):  # noqa: PTH112
        return None
    return _("There is no content folder {folder}.", folder=str(content))


@dataclass(frozen=True)
class Tree:
    """All regular files below `content/` and all symbolic links, both relative and sorted.

    `closed` are the folders that cannot be read, as errors with their `filename`.
    """

    files: list[PurePosixPath]
    links: list[PurePosixPath]
    closed: list[OSError]

    @cached_property
    def file_names(self) -> frozenset[str]:
        return frozenset(map(str, self.files))

    @property
    def names(self) -> str:
        """The digest of all names: while it stays, a name leads to the same file."""
        return digest_of(*map(str, self.files), "", *map(str, self.links))


def walk(content: Path, met: Callable[[os.DirEntry[str]], None] | None = None) -> Tree:
    """Return what lies below `content`; hidden things (`.DS_Store`, `.git`) are passed over.

    Everything is shown to `met`, hidden things as well, but nothing that lies in hidden folders.
    """
    files: list[str] = []
    links: list[str] = []
    closed: list[OSError] = []
    waiting = [("", str(content))]
    while waiting:
        inside, folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = inside + entry.name
                    is_hidden = entry.name.startswith(".")
                    if met is not None:
                        met(entry)
                    if entry.is_symlink():
                        if not (is_hidden and entry.is_dir()):
                            links.append(name)
                    elif is_hidden:
                        continue
                    elif entry.is_dir():
                        waiting.append((f"{name}/", entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        files.append(name)
        except OSError as error:
            closed.append(error)
    return Tree(_sorted(files), _sorted(links), sorted(closed, key=lambda one: str(one.filename)))


def _sorted(names: list[str]) -> list[PurePosixPath]:
    """As paths are sorted: folder by folder."""
    return [PurePosixPath(name) for name in sorted(names, key=lambda name: name.split("/"))]
