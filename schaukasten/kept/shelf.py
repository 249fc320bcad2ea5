"""A key → the bytes that were kept under it, in one file that may be deleted at any time.

SQLite sees to it that several builds may use it at once, and that an interruption leaves it whole.
A file that it cannot use, whatever the reason, is one in which nothing is kept.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from weakref import WeakSet
from zlib import crc32

from schaukasten.kept.halves import Copy, is_copy
from schaukasten.kept.shelf_file import connect, is_broken

#: What nobody has asked for in so many days goes.
DAYS = 30
#: Seconds that a build waits for the one that goes ahead.
_PATIENCE = 5
#: Seconds between two looks at what another process puts there.
_MOMENT = 0.003
#: As many keys as one question names.
_MANY = 500
_INSERT = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)"


class Shelf:
    """The shelf in the folder `home`; None keeps nothing beyond the process.

    What is put is written when the shelf is closed, so that a build that ends early costs nothing.
    A copy of the process (fork), which ends without that, writes at once.
    """

    def __init__(self, home: Path | None):
        self._file = home / "shelf.sqlite" if home else None
        self._new: dict[str, bytes] = {}
        self._seen: set[str] = set()
        self._today = int(time.time() // 86_400)
        self._is_open = True
        self._connection: sqlite3.Connection | None = None
        _EVERY.add(self)
        #: Whether this process puts there what another one is going to ask for.
        self.is_ahead = False
        #: Whoever is putting there what this process is going to ask for.
        self.filled_by: Copy | None = None
        self._moments = int(_PATIENCE / _MOMENT)

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, if anything is."""
        return self.get_all([key]).get(key)

    def get_all(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is kept under the keys, of those under which anything is."""
        every = list(keys)
        found = {key: self._new[key] for key in every if key in self._new}
        wanted = [key for key in every if key not in found]
        for start in range(0, len(wanted), _MANY):
            found.update(self._asked(wanted[start : start + _MANY]))
        return found

    def put(self, key: str, value: bytes) -> None:
        """Keep some bytes under a key."""
        self._new[key] = value
        if is_copy() and (connection := self._connected()):
            # Somebody else may be writing; then the work is done again.
            with contextlib.suppress(sqlite3.Error), connection:
                connection.execute(_INSERT, self._row(key, value))

    def is_being_filled(self) -> bool:
        """Whether more is coming, or has come since this was asked for the last time."""
        if self.filled_by is None:
            return False
        self._moments -= 1
        # One that hangs holds up nobody: what it does not make is made here.
        if self.filled_by.ends_within(_MOMENT) or not self._moments:
            self.filled_by = None
        return True

    def close(self) -> None:
        """Write what was put, and forget what nobody asked for in a long time."""
        if connection := self._connected():
            try:
                self._write(connection)
            # Another build may be writing, or the disk full: then the next one does the work again.
            except sqlite3.Error as error:
                self._begin_anew_if_broken(error)
        self._new.clear()
        self._seen.clear()
        self.disconnect()
        self._is_open = False

    def disconnect(self) -> None:
        """Leave the file alone until somebody asks for something."""
        # One that another thread has opened stays open.
        with contextlib.suppress(sqlite3.ProgrammingError):
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _connected(self) -> sqlite3.Connection | None:
        if self._connection is None and self._is_open:
            self._connection = self._opened()
            # What could not be opened is not tried again.
            self._is_open = self._connection is not None
        return self._connection

    def _write(self, connection: sqlite3.Connection) -> None:
        with connection:
            connection.executemany(_INSERT, (self._row(*one) for one in self._new.items()))
            today = ((self._today, key) for key in self._seen)
            connection.executemany("UPDATE kept SET day = ? WHERE key = ?", today)
            [swept] = connection.execute("PRAGMA user_version").fetchone()
            # Once a day: every row has to be looked at.
            if swept != self._today:
                connection.execute("DELETE FROM kept WHERE day < ?", (self._today - DAYS,))
                connection.execute(f"PRAGMA user_version = {self._today:d}")

    def _row(self, key: str, value: bytes) -> tuple[str, int, str, bytes]:
        return key, self._today, _proof(key, value), value

    def _asked(self, keys: list[str]) -> dict[str, bytes]:
        connection = self._connected()
        if connection is None:
            return {}
        marks = ",".join("?" * len(keys))
        question = f"SELECT key, day, proof, value FROM kept WHERE key IN ({marks})"
        try:
            rows = connection.execute(question, keys).fetchall()
        except sqlite3.Error as error:
            self._begin_anew_if_broken(error)
            return {}
        # Not each use is noted: that would be as much writing as reading.
        self._seen.update(key for key, day, _proof, _value in rows if day < self._today - DAYS // 4)
        # A disk that has lost a bit gives other bytes than it was given.
        return {key: value for key, _day, proof, value in rows if proof == _proof(key, value)}

    def _opened(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        try:
            return connect(self._file)
        except sqlite3.Error as error:
            if not is_broken(error):
                return None
        except OSError:
            return None
        return self._anew(self._file)

    def _begin_anew_if_broken(self, error: sqlite3.Error) -> None:
        if self._file is not None and self._connection is not None and is_broken(error):
            self._connection.close()
            self._connection = self._anew(self._file)

    def _anew(self, file: Path) -> sqlite3.Connection | None:
        """Put away a file that is broken or another program's, with all that belongs to it."""
        with contextlib.suppress(OSError, sqlite3.Error):
            for behind in ("-wal", "-shm", ""):
                file.with_name(file.name + behind).unlink(missing_ok=True)
            return connect(file)
        return None


#: Those of this process.
_EVERY: WeakSet[Shelf] = WeakSet()


def _disconnect_all() -> None:
    # A connection must not be there when the process is copied: the copy would believe that it has
    # locks which the system has given to this process only (sqlite.org/howtocorrupt.html, 2.6).
    for shelf in list(_EVERY):
        shelf.disconnect()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_disconnect_all)


def _proof(key: str, value: bytes) -> str:
    # Against what happens to a disk, not against people: those can write the proof as well.
    return f"{crc32(value, crc32(key.encode())):08x}"
