"""What FTP has no one command for: kinds and sizes of a folder's entries, and what exists."""

from __future__ import annotations

import contextlib
import ftplib
import re

from schaukasten.release.transports.ftp_connection import Connection

# A line of LIST as every Unix server writes it: type and rights, links, user, group, size,
# three words of time, name.
_ENTRY = re.compile(r"^([-dl])\S+\s+\d+\s+\S+\s+\S+\s+(\d+)\s+\S+\s+\S+\s+\S+\s(.+)$")


def entries(connection: Connection, folder: str) -> dict[str, tuple[str, int]] | None:
    """Name → kind (`-`, `d`, `l`) and size, from LIST, the one form that every server knows."""
    if not is_folder(connection, folder):
        return None
    lines: list[str] = []
    connection.retrlines("LIST -a", lines.append)
    found = {}
    for line in lines:
        if matched := _ENTRY.match(line):
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
        try:
            connection.voidcmd("TYPE I")
            connection.size(path)
        except ftplib.error_perm:
            return
        raise
