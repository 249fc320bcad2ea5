"""SFTP over SSH, with many requests in flight: the distance to a host costs time only once.

The event loop runs in a thread of its own, so that the publisher and the lock's heartbeat may
both ask at any time.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine, Iterable, Mapping
from typing import Any, TypeVar, cast

import asyncssh

from schaukasten.release.targets.paths import by_depth
from schaukasten.release.targets.target import Target
from schaukasten.release.transports.base import MOST_READ, Done, Read, Transport, nobody
from schaukasten.release.transports.in_flight import (
    IN_FLIGHT,
    LONGEST_ANSWER,
    LONGEST_FILE,
    together,
)
from schaukasten.release.transports.sftp_answers import EXISTS, GONE, KINDS, in_plain_words
from schaukasten.release.transports.sftp_begin import open_sftp
from schaukasten.release.transports.sftp_store import write
from schaukasten.release.transports.ssh import open_connection

T = TypeVar("T")


class SftpTransport(Transport):
    def __init__(self, target: Target):
        self._target = target
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._connection: asyncssh.SSHClientConnection | None = None
        try:
            self._run(self._connect(), target.place)
        except BaseException:
            self.close()
            raise

    async def _connect(self) -> None:
        self._connection = await open_connection(self._target)
        self._sftp = await open_sftp(self._target, self._connection)

    def _ask(self, work: Coroutine[Any, Any, T], path: str) -> T:
        return self._run(asyncio.wait_for(work, LONGEST_ANSWER), path)

    def _run(self, work: Coroutine[Any, Any, T], path: str) -> T:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except (asyncssh.Error, OSError) as error:
            raise in_plain_words(error, path) from error
        except BaseException:
            # Ctrl-C: nothing is renamed any more while we leave.
            future.cancel()
            raise

    def home(self) -> str:
        return str(self._ask(self._sftp.realpath("."), "~"))

    def read(self, path: str) -> bytes | None:
        return self._ask(self._read(path), path)

    async def _read(self, path: str) -> bytes | None:
        try:
            async with self._sftp.open(path, "rb") as file:
                return cast(bytes, await file.read(MOST_READ))
        except GONE:
            return None

    def sizes(self, folder: str) -> dict[str, int] | None:
        return self._ask(self._sizes(folder), folder)

    async def _sizes(self, folder: str) -> dict[str, int] | None:
        try:
            return {
                str(entry.filename): entry.attrs.size or 0
                async for entry in self._sftp.scandir(folder)
                if entry.filename not in (".", "..")
            }
        except GONE:
            return None

    def make_folder(self, path: str, private: bool = False) -> bool:
        return self._ask(self._make_folder(path, 0o700 if private else 0o755), path)

    async def _make_folder(self, path: str, mode: int = 0o755) -> bool:
        # Version 3 of the protocol has no code of its own for what exists; asked at once.
        made, is_there = await asyncio.gather(
            self._sftp.mkdir(path, asyncssh.SFTPAttrs(permissions=mode)),
            self._sftp.lexists(path),
            return_exceptions=True,
        )
        if isinstance(made, EXISTS) and is_there is True:
            return False
        if isinstance(made, BaseException):
            raise made
        return True

    def make_folders(self, paths: Iterable[str]) -> None:
        for level in by_depth(paths):
            self._each(level, self._make_folder, nobody)

    def move_folder(self, path: str, to: str) -> bool:
        return self._ask(self._move(path, to), path)

    async def _move(self, path: str, to: str) -> bool:
        try:
            await self._sftp.posix_rename(path, to)
        except GONE:
            return False
        return True

    def remove_folder(self, path: str) -> bool:
        return self._ask(self._remove_folder(path), path)

    async def _remove_folder(self, path: str) -> bool:
        try:
            await self._sftp.rmdir(path)
        except (*GONE, asyncssh.SFTPFailure, asyncssh.SFTPDirNotEmpty):
            return False
        return True

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        self._each(files, lambda path: write(self._sftp, path, files[path]()), done, LONGEST_FILE)

    def rename(self, moves: Mapping[str, str], done: Done = nobody) -> None:
        waiting = {to: path for path, to in moves.items()}
        self._each(waiting, lambda to: self._sftp.posix_rename(waiting[to], to), done)

    def delete(self, paths: Iterable[str], done: Done = nobody) -> None:
        self._each(paths, self._delete, done)

    async def _delete(self, path: str) -> None:
        with contextlib.suppress(*GONE):
            await self._sftp.remove(path)

    def kinds(self, paths: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}

        async def look(path: str) -> None:
            with contextlib.suppress(*GONE):
                found[path] = KINDS.get((await self._sftp.lstat(path)).type, "-")

        self._each(paths, look, nobody)
        return found

    def _each(
        self,
        paths: Iterable[str],
        work: Callable[[str], Coroutine[Any, Any, Any]],
        done: Done,
        longest: float = LONGEST_ANSWER,
    ) -> None:
        """Do the work for every path, many at once; the first failure ends it."""
        rest = iter(list(paths))

        async def worker() -> None:
            for path in rest:
                try:
                    async with asyncio.timeout(longest):
                        await work(path)
                except (asyncssh.Error, OSError) as error:
                    raise in_plain_words(error, path) from error
                done(path)

        self._run(together(worker, IN_FLIGHT), "")

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self._leave(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _leave(self) -> None:
        if self._connection is not None:
            self._connection.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
