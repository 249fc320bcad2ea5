"""The file of a shelf → a connection of SQLite to its table, and whether it can be of use."""

from __future__ import annotations

import sqlite3
from pathlib import Path

#: Seconds that a build waits for another one that is writing.
_PATIENCE = 5
_TABLE = """
CREATE TABLE IF NOT EXISTS kept
(key TEXT PRIMARY KEY, day INTEGER NOT NULL, proof TEXT NOT NULL, value BLOB NOT NULL)
"""


def is_broken(error: sqlite3.Error) -> bool:
    """Whether the file can be of no more use; not that another one writes, or the disk is full."""
    return type(error) is sqlite3.DatabaseError


def connect(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(file, timeout=_PATIENCE)
    # A reader waits for nobody, and no build for the disk: what a power cut leaves behind is proven
    # row by row, and a file that it breaks is begun anew.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(_TABLE)
    return connection
