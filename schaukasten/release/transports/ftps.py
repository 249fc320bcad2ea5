"""FTP over TLS, for hosts that offer nothing better.

Every connection is encrypted, the data too, and the certificate is checked. Servers want a data
connection to resume the TLS session of its control connection, so that nobody else can take it.
"""

from __future__ import annotations

import ftplib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from schaukasten.release.targets.paths import by_depth
from schaukasten.release.targets.target import Target
from schaukasten.release.transports.base import Done, Read, Transport, folder_of, nobody
from schaukasten.release.transports.ftp_answers import may_be_missing
from schaukasten.release.transports.ftp_commands import (
    entries,
    fetch,
    is_folder,
    make_folder,
    send,
)
from schaukasten.release.transports.ftp_connection import Connection
from schaukasten.release.transports.ftp_connections import Connections
from schaukasten.release.transports.ftp_presence import folder_now, kind_at, trusted_questions
from schaukasten.release.transports.refusals import hidden
from schaukasten.release.transports.said import readable, said


class FtpsTransport(Transport):
    def __init__(self, target: Target, attempt: int = 0):
        self._connections = Connections(target, attempt)
        self._ask = self._connections.ask
        self._each = self._connections.each
        try:
            self._home = self._ask("~", lambda main: readable(folder_now(main)))
            self._questions = self._ask("/", lambda main: trusted_questions(main, self._home))
        except BaseException:
            self.close()
            raise

    def home(self) -> str:
        return self._home

    def _kind(self, connection: Connection, path: str) -> str | None:
        return kind_at(connection, path, self._questions)

    def read(self, path: str) -> bytes | None:
        def question(connection: Connection) -> bytes | None:
            for _attempt in range(2):
                try:
                    return fetch(connection, path)
                except (ftplib.error_perm, ftplib.error_temp) as error:
                    if not may_be_missing(error):
                        raise
                    refusal = error
                # One number for what is not there and for what we may not see. Twice, since a
                # lock's note may have come meanwhile.
                if self._kind(connection, path) is None:
                    return None
            if isinstance(refusal, ftplib.error_temp):
                connection.verb = "RETR"
                raise refusal
            raise hidden(path, said(refusal))

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
            except (ftplib.error_perm, ftplib.error_temp) as error:
                if not may_be_missing(error) or is_folder(connection, path):
                    connection.verb = "RNTO"
                    raise
                return False
            return True

        return self._ask(path, question)

    def remove_folder(self, path: str) -> bool:
        def question(connection: Connection) -> bool:
            try:
                connection.rmd(path)
            except (ftplib.error_perm, ftplib.error_temp) as error:
                if not may_be_missing(error):
                    raise
                return False
            return True

        return self._ask(path, question)

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        self._each(files, lambda connection, path: send(connection, path, files[path]()), done)

    def rename(self, moves: Mapping[str, str], done: Done = nobody) -> None:
        waiting = {to: path for path, to in moves.items()}
        self._each(waiting, lambda connection, to: connection.rename(waiting[to], to), done)

    def delete(self, paths: Iterable[str], done: Done = nobody) -> None:
        def delete(connection: Connection, path: str) -> None:
            try:
                connection.voidcmd(f"DELE {path}")
            except (ftplib.error_perm, ftplib.error_temp) as error:
                if not may_be_missing(error) or self._kind(connection, path) is not None:
                    connection.verb = "DELE"
                    raise

        self._each(paths, delete, done)

    def kinds(self, paths: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        folders: dict[str, list[str]] = {}
        for path in paths:
            folders.setdefault(folder_of(path), []).append(path)
        asked = {path for inside in folders.values() for path in inside}
        for level in by_depth(folders):
            # In a folder that has just been looked for in vain there is nothing.
            there = [folder for folder in level if folder in found or folder not in asked]
            found |= self._kinds_in({folder: folders[folder] for folder in there})
        return found

    def _kinds_in(self, folders: Mapping[str, list[str]]) -> dict[str, str]:
        """The same for paths by the folder in which they would lie."""
        found: dict[str, str] = {}
        unseen: list[str] = []

        def look(connection: Connection, folder: str) -> None:
            listed = entries(connection, folder)
            if listed is None and self._kind(connection, folder) is None:
                return
            for path in folders[folder]:
                if entry := (listed or {}).get(PurePosixPath(path).name):
                    found[path] = entry[0]
                else:
                    unseen.append(path)

        def ask(connection: Connection, path: str) -> None:
            if kind := self._kind(connection, path):
                found[path] = kind

        self._each(folders, look, nobody)
        self._each(unseen, ask, nobody)
        return found

    def close(self) -> None:
        self._connections.close()
