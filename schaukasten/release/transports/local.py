"""A folder of this machine as the host: for a server that builds its own site, and for trying."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.base import MOST_READ, Done, Read, Transport, nobody
from schaukasten.release.transports.refusals import disk_full, no_permission, refused

P = ParamSpec("P")
R = TypeVar("R")


def _in_plain_words(
    method: Callable[Concatenate[LocalTransport, P], R],
) -> Callable[Concatenate[LocalTransport, P], R]:
    """Turn an OSError into the sentence that the other transports would say."""

    @wraps(method)
    def translated(self: LocalTransport, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(self, *args, **kwargs)
        except OSError as error:
            raise in_plain_words(error) from error

    return translated


def in_plain_words(error: OSError) -> PublishError:
    path, answer = str(error.filename or ""), error.strerror or str(error)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return no_permission(path, answer)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(path, answer)
    return refused(path, answer)


def _kind(path: Path) -> str:
    return "l" if path.is_symlink() else "d" if path.is_dir() else "-"


class LocalTransport(Transport):
    def home(self) -> str:
        return str(Path.home())

    @_in_plain_words
    def read(self, path: str) -> bytes | None:
        try:
            with Path(path).open("rb") as source:
                return source.read(MOST_READ)
        except (FileNotFoundError, NotADirectoryError):
            return None

    @_in_plain_words
    def sizes(self, folder: str) -> dict[str, int] | None:
        try:
            return {entry.name: entry.lstat().st_size for entry in Path(folder).iterdir()}
        except (FileNotFoundError, NotADirectoryError):
            return None

    @_in_plain_words
    def make_folder(self, path: str, private: bool = False) -> bool:
        try:
            Path(path).mkdir(mode=0o700 if private else 0o755)
        except FileExistsError:
            return False
        return True

    @_in_plain_words
    def make_folders(self, paths: Iterable[str]) -> None:
        for path in paths:
            Path(path).mkdir(exist_ok=True)

    @_in_plain_words
    def move_folder(self, path: str, to: str) -> bool:
        try:
            Path(path).rename(to)
        except FileNotFoundError:
            return False
        return True

    @_in_plain_words
    def remove_folder(self, path: str) -> bool:
        try:
            Path(path).rmdir()
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR):
                return False
            raise
        return True

    @_in_plain_words
    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        for path, read in files.items():
            raw = read()
            try:
                Path(path).write_bytes(raw)
            except OSError as error:
                error.filename = error.filename or path
                raise
            done(path)

    @_in_plain_words
    def rename(self, moves: Mapping[str, str], done: Done = nobody) -> None:
        for path, to in moves.items():
            Path(path).replace(to)
            done(to)

    @_in_plain_words
    def delete(self, paths: Iterable[str], done: Done = nobody) -> None:
        for path in paths:
            Path(path).unlink(missing_ok=True)
            done(path)

    @_in_plain_words
    def kinds(self, paths: Iterable[str]) -> dict[str, str]:
        return {path: _kind(Path(path)) for path in paths if os.path.lexists(path)}

    def close(self) -> None:
        pass
