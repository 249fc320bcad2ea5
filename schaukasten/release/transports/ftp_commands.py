"""What FTP has no one command for: folders, and files of which all has arrived."""

from __future__ import annotations

import contextlib
import ftplib
import io

from schaukasten.release.transports.base import MOST_READ
from schaukasten.release.transports.ftp_answers import CUT, UNKNOWN_COMMAND, code_of, may_be_missing
from schaukasten.release.transports.ftp_connection import Connection
from schaukasten.release.transports.ftp_lists import Entry, list_folder
from schaukasten.release.transports.refusals import cut


def entries(connection: Connection, folder: str) -> dict[str, Entry] | None:
    """What the server shows of a folder; None if it shows no folder."""
    return list_folder(connection) if is_folder(connection, folder) else None


def is_folder(connection: Connection, path: str) -> bool:
    try:
        connection.voidcmd(f"CWD {path}")
    except (ftplib.error_perm, ftplib.error_temp) as error:
        if not may_be_missing(error):
            raise
        return False
    return True


def make_folder(connection: Connection, path: str, private: bool = False) -> bool:
    try:
        connection.voidcmd(f"MKD {path}")
    except (ftplib.error_perm, ftplib.error_temp) as error:
        if may_be_missing(error) and is_folder(connection, path):
            return False
        # Said of the MKD.
        connection.verb = "MKD"
        raise
    if private:
        # Not every server knows it; the folder is out of visitors' reach anyway.
        with contextlib.suppress(ftplib.error_perm):
            connection.voidcmd(f"SITE CHMOD 700 {path}")
    return True


def send(connection: Connection, path: str, raw: bytes) -> None:
    connection.storbinary(f"STOR {path}", io.BytesIO(raw), blocksize=2**16)
    # TLS's word at the end is only about what the server sent.
    _check(connection, path, len(raw))


def fetch(connection: Connection, path: str) -> bytes:
    raw = io.BytesIO()
    size = 0

    def take(block: bytes) -> None:
        nonlocal size
        size += len(block)
        if raw.tell() < MOST_READ:
            raw.write(block)

    connection.retrbinary(f"RETR {path}", take)
    if not connection.was_whole:
        _check(connection, path, size)
    return raw.getvalue()


def _check(connection: Connection, path: str, size: int) -> None:
    """Raise ConnectionCut if less has arrived: who just closes, may have been cut off."""
    if not connection.knows_size:
        return
    try:
        there = connection.size(path)
    except (ftplib.error_perm, ftplib.error_temp) as error:
        if code_of(error) in CUT:
            raise
        # Then its reply, 226, is all that there is.
        connection.knows_size = code_of(error) not in UNKNOWN_COMMAND
        return
    if there is not None and there != size:
        raise cut(f"{path}: {min(size, there)} / {max(size, there)}")
