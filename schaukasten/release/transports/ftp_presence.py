"""Whether something lies at a path on an FTP server, asked for by its name.

A list proves no absence: servers hide names that begin with a dot or fit a pattern, end a list
after so many lines, or write it in a form of their own. What one of these questions finds is there.
"""

from __future__ import annotations

import ftplib
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress

from schaukasten.release.transports.ftp_answers import CUT, PASSING, UNKNOWN_COMMAND, code_of
from schaukasten.release.transports.ftp_connection import Connection
from schaukasten.release.transports.refusals import unknown
from schaukasten.release.transports.said import said, sentence

#: Command → the first digit of a yes. They change nothing. RNFR finds folders as well, and answers
#: on every server on which a site can be published.
QUESTIONS = {"SIZE": "2", "RNFR": "3", "CWD": "2"}
#: Another command should have come before it.
_OUT_OF_ORDER = {"501", "503"}


def trusted_questions(connection: Connection, folder: str) -> dict[str, str]:
    """Return those not answered with a yes for what cannot be there, each with that answer."""
    nothing = f"{folder.rstrip('/')}/nothing-{secrets.token_hex(8)}"
    trusted = {}
    for verb in QUESTIONS:
        is_there, answer = _ask(connection, verb, nothing)
        if not is_there:
            trusted[verb] = answer
            if verb == "RNFR" and _is_no(answer):
                break
    return trusted


def kind_at(connection: Connection, path: str, questions: Mapping[str, str]) -> str | None:
    """Return `-` (file), `d` or `l` (a link that leads to a folder); None if nothing is there.

    Raises PublishError if the server answers no question.
    """
    answers = []
    is_known = False
    for verb, no in questions.items():
        is_there, answer = _ask(connection, verb, path)
        if is_there:
            return "-" if verb == "SIZE" else _kind_of_folder(connection, path)
        answers.append(answer)
        is_known |= _is_no(answer) and (answer[:1] == "5" or answer[:3] == no[:3])
    if not is_known:
        raise unknown(path, answers[-1] if answers else "SIZE, RNFR, CWD")
    return None


def folder_now(connection: Connection) -> str:
    """Return the folder that we are in; nothing if the answer names none.

    ftplib takes the path only where it stands right behind the number, but servers say things
    before it.
    """
    found = re.search(r'"((?:[^"]|"")*)"', connection.sendcmd("PWD"))
    return found[1].replace('""', '"') if found else ""


def _ask(connection: Connection, verb: str, path: str) -> tuple[bool, str]:
    """Return whether the answer is a yes, and what the server said."""
    try:
        if verb == "SIZE":
            # Of a text the size is not told.
            connection.voidcmd("TYPE I")
        answer = connection.sendcmd(f"{verb} {path}")
    except (ftplib.error_perm, ftplib.error_temp) as error:
        if code_of(error) in CUT:
            raise
        return False, said(error)
    if verb == "RNFR":
        _forget_rename(connection)
    return answer[:1] == QUESTIONS[verb], sentence(answer)


def _is_no(answer: str) -> bool:
    """Whether it may say that nothing is there. Some say so with a number for what passes."""
    code = answer[:3]
    return code in PASSING or (code[:1] == "5" and code not in UNKNOWN_COMMAND)


def _kind_of_folder(connection: Connection, path: str) -> str:
    if not _ask(connection, "CWD", path)[0]:
        return "-"
    return "l" if _leads_elsewhere(connection, path) else "d"


def _forget_rename(connection: Connection) -> None:
    """Let a renaming come to nothing.

    Most servers forget it at the next command. ProFTPD answers none before an RNTO has come; one
    without a name ends it, and moves nothing anywhere. To a folder that is not there would do on
    ProFTPD as well, but other servers make the folder, and the file is gone from its place.
    """
    try:
        connection.sendcmd("PWD")
    except (ftplib.error_perm, ftplib.error_temp) as error:
        if code_of(error) in CUT:
            raise
        if code_of(error) in _OUT_OF_ORDER:
            with suppress(ftplib.error_perm, ftplib.error_temp):
                connection.voidcmd("RNTO")


def _leads_elsewhere(connection: Connection, path: str) -> bool:
    """Whether the folder that we went to has another name: a link that the list did not show."""
    there = folder_now(connection).rstrip("/").rpartition("/")[2]
    here = path.rstrip("/").rpartition("/")[2]
    # Some hosts write names in one case only.
    return bool(there and here) and there.casefold() != here.encode().decode("latin-1").casefold()
