"""Several connections to an FTP server, as many as it lets us have."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from schaukasten.release.targets.errors import ConnectionCut, PublishError
from schaukasten.release.targets.target import Target
from schaukasten.release.targets.tls import tls
from schaukasten.release.transports.base import Done
from schaukasten.release.transports.ftp_answers import in_plain_words
from schaukasten.release.transports.ftp_connection import ERRORS, Connection, open_connection

T = TypeVar("T")

#: Beside the main one, since a host far away answers late; shared hosts allow about ten in all.
#: The second is for a further attempt, the third for the last: a host may allow very few.
SPARES = (7, 2, 0)


class Connections:
    """The main connection answers single questions; batches open more, as far as the host lets."""

    def __init__(self, target: Target, attempt: int = 0):
        self._target = target
        self._context = tls(target)
        self._guard = threading.Lock()
        self._door = threading.Lock()
        self._most = SPARES[min(attempt, len(SPARES) - 1)]
        self._spares: list[Connection] = []
        self._main = open_connection(self._target, self._context)

    def ask(self, path: str, question: Callable[[Connection], T]) -> T:
        """Return the main connection's answer; `path` is what it is about, for an error."""
        with self._guard:
            return in_plain_words(self._main, path, lambda: question(self._main))

    def each(
        self, paths: Iterable[str], work: Callable[[Connection, str], object], done: Done
    ) -> None:
        """Do the work for every path on several connections; the first failure ends it."""
        rest = deque(paths)
        failed = threading.Event()

        def worker(is_first: bool) -> None:
            spare = self._spare(rest)
            # Where the host allows but one connection, the first shares it with the lock's
            # heartbeat, a path at a time.
            while (spare or is_first) and not failed.is_set():
                try:
                    path = rest.popleft()
                except IndexError:
                    break
                try:
                    spare = self._do(work, path, spare)
                except BaseException:
                    failed.set()
                    raise
                done(path)
            if spare is not None:
                self._spares.append(spare)

        count = max(1, min(self._most, len(rest)))
        try:
            with ThreadPoolExecutor(count) as pool:
                workers = [pool.submit(worker, number == 0) for number in range(count)]
        finally:
            # Ctrl-C comes while we wait: no worker begins another file.
            failed.set()
        for each in workers:
            each.result()

    def _do(
        self, work: Callable[[Connection, str], object], path: str, spare: Connection | None
    ) -> Connection | None:
        """Do the work on the spare connection; return it, unless the host has ended it."""
        if spare is None:
            self.ask(path, lambda main: work(main, path))
            return None
        try:
            in_plain_words(spare, path, lambda: work(spare, path))
        except ConnectionCut as broken:
            # Some hosts let more in than they allow, and then end one: go on with fewer.
            spare.close()
            self._most = 0
            try:
                self.ask(path, lambda main: work(main, path))
            except PublishError:
                raise broken from None
            return None
        except BaseException:
            spare.close()
            raise
        return spare

    def _spare(self, rest: deque[str]) -> Connection | None:
        """Return a further connection; None if the host allows no more at once."""
        # One after another: some hosts shut out who knocks too often.
        with self._door:
            if self._spares:
                return self._spares.pop()
            if not self._most or not rest:
                return None
            try:
                return open_connection(self._target, self._context, is_first=False)
            except PublishError:
                self._most = 0
                return None

    def close(self) -> None:
        for connection in (self._main, *self._spares):
            # Else some servers count us for minutes.
            with suppress(*ERRORS):
                connection.putcmd("QUIT")
            connection.close()
