"""What FTP has no one command for: kinds and sizes of a folder's entries, and what exists."""

from __future__ import annotations

import contextlib
import ftplib
import re
from pathlib import PurePosixPath

from schaukasten.release.transports.base import folder_of, refused
from schaukasten.release.transports.ftp_connection import Connection, readable

# A line of LIST as Unix servers write it: kind and rights, links, user, group (which may be two
# words), size, day, time or year, name.
_ENTRY = re.compile(
    r"^([-a-z])\S+\s+\d+\s+.+?\s+(\d+)\s+"
    r"(?:\w{3}\s+\d{1,2}\s+[\d:]{4,5}|\d{4}-\d\d-\d\d\s+[\d:]+)\s(.+)$"
)


def entries(connection: Connection, folder: str) -> dict[str, tuple[str, int]] | None:
    """Name → kind (`-`, `d`, `l`) and size, from LIST, the one form that every server knows."""
    if not is_folder(connection, folder):
        return None
    lines: list[str] = []
    connection.retrlines("LIST -a", lines.append)
    found = {}
    for line in map(readable, lines):
        matched = _ENTRY.match(line)
        if matched is None:
            if line.strip() and not line.startswith("total "):
                # A list that is read wrongly would say that nothing is there.
                raise refused(folder, line)
            continue
        kind, size, name = matched.groups()
        name = name.partition(" -> ")[0] if kind == "l" else name
        if name not in (".", ".."):
            found[name] = (kind, int(size))
    return found


def is_folder(connection: Connection, path: str) -> bool:
    try:
        connection.cwd(path)
    except ftplib.error_perm:
        return False
    return True


def make_folder(connection: Connection, path: str, private: bool = False) -> bool:
    try:
        connection.mkd(path)
    except ftplib.error_perm:
        if is_folder(connection, path):
            return False
        raise
    if private:
        # Not every server knows it; the folder is out of visitors' reach anyway.
        with contextlib.suppress(ftplib.error_perm):
            connection.sendcmd(f"SITE CHMOD 700 {path}")
    return True


def delete(connection: Connection, path: str) -> None:
    try:
        connection.delete(path)
    except ftplib.error_perm:
        # Answered 550 as well if there is nothing to delete.
        if PurePosixPath(path).name in (entries(connection, folder_of(path)) or {}):
            raise
