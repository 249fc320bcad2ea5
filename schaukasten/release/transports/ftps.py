"""FTP over TLS with several connections, for hosts that offer nothing better.

Every connection is encrypted, the data too, and the certificate is checked. Servers want a data
connection to resume the TLS session of its control connection, so that nobody else can take it.
"""

from __future__ import annotations

import ftplib
import io
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import by_depth
from schaukasten.release.targets.target import Target
from schaukasten.release.targets.tls import tls
from schaukasten.release.transports.base import MOST_READ, Done, Read, Transport, folder_of, nobody
from schaukasten.release.transports.ftp_commands import delete, entries, is_folder, make_folder
from schaukasten.release.transports.ftp_connection import (
    Connection,
    in_plain_words,
    open_connection,
    readable,
)

T = TypeVar("T")

#: More than one, since a host far away answers late; shared hosts allow about ten.
CONNECTIONS = 7


class FtpsTransport(Transport):
    """The main connection answers single questions; batches open more, as far as the host lets."""

    def __init__(self, target: Target):
        self._target = target
        self._context = tls(target)
        self._guard = threading.Lock()
        self._main = open_connection(self._target, self._context)
        self._home = self._ask("~", lambda connection: readable(connection.pwd()))
        self._allows_more = True
        self._spares: list[Connection] = []

    def _ask(self, path: str, question: Callable[[Connection], T]) -> T:
        with self._guard:
            return in_plain_words(path, lambda: question(self._main))

    def home(self) -> str:
        return self._home

    def read(self, path: str) -> bytes | None:
        def question(connection: Connection) -> bytes | None:
            raw = io.BytesIO()

            def take(block: bytes) -> None:
                if raw.tell() < MOST_READ:
                    raw.write(block)

            try:
                connection.retrbinary(f"RETR {path}", take)
            except ftplib.error_perm:
                return None
            return raw.getvalue()

        return self._ask(path, question)

    def sizes(self, folder: str) -> dict[str, int] | None:
        found = self._ask(folder, lambda connection: entries(connection, folder))
        return None if found is None else {name: size for name, (_kind, size) in found.items()}

    def make_folder(self, path: str, private: bool = False) -> bool:
        return self._ask(path, lambda connection: make_folder(connection, path, private))

    def make_folders(self, paths: Iterable[str]) -> None:
        for level in by_depth(paths):
            self._each(level, make_folder, nobody)

    def move_folder(self, path: str, to: str) -> bool:
        def question(connection: Connection) -> bool:
            try:
                connection.rename(path, to)
            except ftplib.error_perm:
                if is_folder(connection, path):
                    raise
                return False
            return True

        return self._ask(path, question)

    def remove_folder(self, path: str) -> bool:
        def question(connection: Connection) -> bool:
            try:
                connection.rmd(path)
            except ftplib.error_perm:
                return False
            return True

        return self._ask(path, question)

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        def send(connection: Connection, path: str) -> None:
            connection.storbinary(f"STOR {path}", io.BytesIO(files[path]()), blocksize=2**16)

        self._each(files, send, done)

    def rename(self, moves: Mapping[str, str], done: Done = nobody) -> None:
        waiting = {to: path for path, to in moves.items()}
        self._each(waiting, lambda connection, to: connection.rename(waiting[to], to), done)

    def delete(self, paths: Iterable[str], done: Done = nobody) -> None:
        self._each(paths, delete, done)

    def kinds(self, paths: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        folders: dict[str, list[str]] = {}
        for path in paths:
            folders.setdefault(folder_of(path), []).append(path)

        def look(connection: Connection, folder: str) -> None:
            there = entries(connection, folder) or {}
            for path in folders[folder]:
                if entry := there.get(PurePosixPath(path).name):
                    found[path] = entry[0]

        self._each(folders, look, nobody)
        return found

    def _each(
        self, paths: Iterable[str], work: Callable[[Connection, str], object], done: Done
    ) -> None:
        """Do the work for every path on several connections; the first failure ends it."""
        listed = list(paths)
        rest = iter(listed)
        failed = threading.Event()

        def worker(is_first: bool) -> None:
            spare = self._spare()
            # Where the host allows but one connection, the first shares it with the lock's
            # heartbeat, a path at a time.
            if spare is None and not is_first:
                return
            for path in rest:
                if failed.is_set():
                    break
                try:
                    with self._guard if spare is None else nullcontext():
                        in_plain_words(path, partial(work, spare or self._main, path))
                except BaseException:
                    failed.set()
                    if spare is not None:
                        spare.close()
                    raise
                done(path)
            if spare is not None:
                self._spares.append(spare)

        count = max(1, min(CONNECTIONS, len(listed)))
        try:
            with ThreadPoolExecutor(count) as pool:
                workers = [pool.submit(worker, number == 0) for number in range(count)]
        finally:
            # Ctrl-C comes while we wait: no worker begins another file.
            failed.set()
        for each in workers:
            each.result()

    def _spare(self) -> Connection | None:
        """Return a further connection; None if the host allows no more at once."""
        try:
            return self._spares.pop()
        except IndexError:
            pass
        if not self._allows_more:
            return None
        try:
            return open_connection(self._target, self._context)
        except PublishError:
            # Once is enough: some hosts shut out who knocks too often.
            self._allows_more = False
            return None

    def close(self) -> None:
        for connection in (self._main, *self._spares):
            connection.close()
