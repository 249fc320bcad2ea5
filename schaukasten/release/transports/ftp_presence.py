"""Whether something lies at a path on an FTP server, asked for by its name.

A list proves no absence: servers hide names that begin with a dot or fit a pattern, end a list
after so many lines, or write it in a form of their own. What one of these questions finds is there.
"""

from __future__ import annotations

import ftplib
import re
import secrets

from schaukasten.release.transports.ftp_answers import code_of
from schaukasten.release.transports.ftp_connection import Connection
from schaukasten.release.transports.refusals import unknown
from schaukasten.release.transports.said import said

#: Command → the first digit of a yes, and the kind that this tells. They change nothing: a RNFR
#: without RNTO is forgotten. Each is answered wrongly or not at all by some server; RNFR by none on
#: which a site could be published, and it finds folders as well.
QUESTIONS = {"SIZE": ("2", "-"), "CWD": ("2", "d"), "RNFR": ("3", "-")}
#: The server does not know the command, or not here.
_NO_ANSWER = {"500", "501", "502", "503", "504"}
#: The connection is at its end.
_CUT = {"421", "530"}


def trusted_questions(connection: Connection, folder: str) -> list[str]:
    """Return those that are not answered with a yes for what cannot be there."""
    nothing = f"{folder.rstrip('/')}/nothing-{secrets.token_hex(8)}"
    return [verb for verb in QUESTIONS if _ask(connection, verb, nothing)[0] is None]


def kind_at(connection: Connection, path: str, questions: list[str]) -> str | None:
    """Return `-` (file), `d` or `l` (a link that leads to a folder); None if nothing is there.

    Raises PublishError if the server answers no question.
    """
    answers = []
    for verb in questions:
        kind, answer = _ask(connection, verb, path)
        if kind is not None:
            return "l" if verb == "CWD" and _leads_elsewhere(connection, path) else kind
        answers.append(answer)
    if all(answer[:3] in _NO_ANSWER or answer[:1] == "4" for answer in answers):
        raise unknown(path, answers[-1] if answers else "SIZE, CWD, RNFR")
    return None


def folder_now(connection: Connection) -> str:
    """Return the folder that we are in; nothing if the answer names none.

    ftplib takes the path only where it stands right behind the number, but servers say things
    before it.
    """
    found = re.search(r'"((?:[^"]|"")*)"', connection.sendcmd("PWD"))
    return found[1].replace('""', '"') if found else ""


def _ask(connection: Connection, verb: str, path: str) -> tuple[str | None, str]:
    """Return the kind, None for a no, and what the server said."""
    yes, kind = QUESTIONS[verb]
    try:
        if verb == "SIZE":
            # Of a text the size is not told.
            connection.voidcmd("TYPE I")
        answer = connection.sendcmd(f"{verb} {path}")
    except (ftplib.error_perm, ftplib.error_temp) as error:
        if code_of(error) in _CUT:
            raise
        return None, said(error)
    return (kind if answer[:1] == yes else None), said(ftplib.Error(answer))


def _leads_elsewhere(connection: Connection, path: str) -> bool:
    """Whether the folder that we went to has another name: a link that the list did not show."""
    there = folder_now(connection).rstrip("/").rpartition("/")[2]
    here = path.rstrip("/").rpartition("/")[2]
    # Some hosts write names in one case only.
    return bool(there and here) and there.casefold() != here.encode().decode("latin-1").casefold()
