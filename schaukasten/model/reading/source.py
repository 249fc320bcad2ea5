"""A file in `content/` → its text, safely: inside the folder, no links, UTF-8, not too large."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from schaukasten.kept.digest import digest_of
from schaukasten.language.messages import Message, _
from schaukasten.model.reading.nearest import nearest
from schaukasten.model.reading.plain_text import look, plain
from schaukasten.model.reading.problem import Invalid

#: Bytes. A long news item has 10 KB, statutes have 60; more than this is a mistake or an attack.
MAX_TEXT = 200_000


class SourceError(Invalid):
    """A file that cannot be read as text; `line` counts from 1."""

    def __init__(self, line: int, invalid: Invalid):
        super().__init__(invalid.what, invalid.remedy)
        self.line = line


class Missing(Invalid):
    """A file that is named and does not exist."""


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


def locate(content: Path, base: PurePosixPath, reference: str) -> Path:
    """Return the path of the file that `reference` names, seen from the folder `base`.

    `base` is relative to `content`; a reference with a leading slash starts at `content`.
    Raises Invalid unless it is a regular file inside `content`, reached without symbolic links.
    """
    parts = PurePosixPath(reference.lstrip("/") if reference.startswith("/") else base / reference)
    inside = PurePosixPath(os.path.normpath(parts).replace(os.sep, "/"))
    if inside.parts[:1] == ("..",) or "\\" in reference or "\0" in reference:
        what = _("“{file}” lies outside the content folder.", file=reference)
        raise Invalid(what, _("Copy the file into the folder of this page and name it from there."))
    path = content
    for part in inside.parts:
        path = path / _as_on_disk(path, part)
        if _exists(path) and path.is_symlink():
            what = _("“{file}” is a symbolic link.", file=reference)
            raise Invalid(what, _("Put the file itself in its place."))
    # Some disks do not tell Foto.jpg from foto.jpg, web servers do.
    if reference.strip("./") and _exists(path) and path.is_dir():
        raise Missing(
            _("“{file}” is a folder.", file=reference),
            _(
                "Name a file in it; all its pictures are shown by the line “{line}” at the top.",
                line=f"gallery: {reference.rstrip('/')}/",
            ),
        )
    if not _exists(path) or not path.is_file() or not _is_listed(path):
        what = _("The file “{file}” does not exist.", file=reference)
        raise Missing(what, _meant(content / base, path))
    return path


def _meant(base: Path, missing: Path) -> Message:
    """Name the file beside a missing one, or in a folder beside it, that was meant."""
    remedy = _("Check the spelling, capital letters too, and the folder.")
    try:
        beside = {one.name: one for one in missing.parent.iterdir() if one.is_file()}
        inside = sorted(missing.parent.glob(f"*/{glob.escape(missing.name)}"))
    except OSError:
        return remedy
    name = nearest(missing.name, beside)
    found = beside[name] if name else next(iter(inside), None)
    if found is None:
        return remedy
    meant = os.path.relpath(found, base).replace(os.sep, "/")
    return _("Did you mean “{key}”?", key=meant)


def _as_on_disk(folder: Path, name: str) -> str:
    """Return the name in a folder that looks like `name`, which is itself if it is there.

    A Mac writes "grün.jpg" with an umlaut of two signs, and narrow spaces in names of screenshots.
    """
    if _exists(folder / name):
        return name
    try:
        alike = [one.name for one in folder.iterdir() if look(one.name) == look(name)]
    except OSError:
        return name
    return alike[0] if len(alike) == 1 else name


def _is_listed(path: Path) -> bool:
    try:
        return path in path.parent.iterdir()
    except OSError:  # A folder that lets nobody see what it holds.
        return False


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except OSError:  # A name longer than disks can hold.
        return False


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
