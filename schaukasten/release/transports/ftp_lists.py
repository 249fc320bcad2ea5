"""A folder's list as an FTP server sends it → kinds and sizes of its entries."""

from __future__ import annotations

import ftplib
import re

from schaukasten.release.transports.ftp_answers import code_of
from schaukasten.release.transports.ftp_connection import Connection
from schaukasten.release.transports.said import readable

Entry = tuple[str, int]

# A line of LIST as Unix servers write it: kind and rights, links, user, group (which may be two
# words), size, day, time or year, name.
_UNIX = re.compile(
    r"^(?P<kind>[-a-z])\S+\s+\d+\s+.+?\s+(?P<size>\d+)\s+"
    r"(?:\w{3}\s+\d{1,2}\s+[\d:]{4,5}|\d{4}-\d\d-\d\d\s+[\d:]+)\s(?P<name>.+)$"
)
# As Windows servers do: day, time, size or <DIR>, name.
_WINDOWS = re.compile(
    r"^[\d./-]{8,10}\s+\d\d:\d\d(?:\s?[AP]M)?\s+(?:<(?P<dir>[A-Z]+)>|(?P<size>\d+))\s+(?P<name>.+)$"
)
# MLSD (RFC 3659): facts, a blank, name.
_FACTS = re.compile(r"^(?P<facts>(?:[^;=\s]+=[^;]*;)+) (?P<name>.+)$")


def list_folder(connection: Connection) -> dict[str, Entry]:
    """Name → kind (`-`, `d`, `l`) and size of what the server shows of the folder we are in.

    A line that cannot be read shows nothing: sums and notices in any language, forms of a server's
    own. Nobody may take for missing what is not in here (`Transport.sizes`).
    """
    # -a for names with a dot; a server that takes it for a name shows nothing.
    lines = _ask(connection, "LIST -a") or _ask(connection, "LIST")
    found = _read(lines)
    return found if found or not lines else _read(_ask(connection, "MLSD"))


def _ask(connection: Connection, command: str) -> list[str]:
    lines: list[str] = []
    try:
        connection.retrlines(command, lines.append)
    except (ftplib.error_perm, ftplib.error_temp) as error:
        # "Nothing found" is an error to some: 450, 550. And MLSD is not known to all.
        if code_of(error) not in ("450", "550", "500", "501", "502", "504"):
            raise
        return []
    return [line for line in map(readable, lines) if line.strip()]


def _read(lines: list[str]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for line in lines:
        if entry := _unix(line) or _windows(line) or _facts(line):
            name, kind, size = entry
            if name not in (".", ".."):
                found[name] = (kind, size)
    return found


def _unix(line: str) -> tuple[str, str, int] | None:
    if not (matched := _UNIX.match(line)):
        return None
    kind, name = matched["kind"], matched["name"]
    return (name.partition(" -> ")[0] if kind == "l" else name), kind, int(matched["size"])


def _windows(line: str) -> tuple[str, str, int] | None:
    if not (matched := _WINDOWS.match(line)):
        return None
    # <SYMLINKD>, <JUNCTION>
    kind = {None: "-", "DIR": "d"}.get(matched["dir"], "l")
    return matched["name"], kind, int(matched["size"] or 0)


def _facts(line: str) -> tuple[str, str, int] | None:
    if not (matched := _FACTS.match(line)):
        return None
    facts = dict(fact.split("=", 1) for fact in matched["facts"].lower().split(";") if fact)
    kind = facts.get("type", "file")
    if kind in ("cdir", "pdir"):
        return ".", "d", 0
    size = facts.get("size", "0")
    sign = {"file": "-", "dir": "d"}.get(kind, "l")
    return matched["name"], sign, int(size) if size.isdigit() else 0
