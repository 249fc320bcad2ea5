"""What an FTP server's refusals mean for a person.

By the number and by the command that it answers, never by its words: they may be in any language,
and our own path is among them.
"""

from __future__ import annotations

import ftplib
from collections.abc import Callable
from typing import TypeVar

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.ftp_connection import ERRORS, Connection
from schaukasten.release.transports.refusals import (
    busy,
    cut,
    disk_full,
    no_command,
    no_data,
    no_permission,
    refused,
)
from schaukasten.release.transports.said import said

T = TypeVar("T")

#: 421: the service ends. 425, 426: the data had no way. 530, 532: the login is forgotten.
CUT = {"421", "425", "426", "530", "532"}
#: The server does not know the command, or not here.
UNKNOWN_COMMAND = {"500", "501", "502", "503", "504"}
_FULL = {"452", "552"}
#: A local error, which most servers answer to a full disk as well.
_FULL_WHILE_STORING = {"451"}
#: What is not there is for some servers a passing state.
PASSING = {"450", "431"}
_FORBIDDEN = {"550", "553"}
_CHANGING = {"STOR", "RNFR", "RNTO", "MKD", "RMD", "DELE"}


def in_plain_words(connection: Connection, path: str, question: Callable[[], T]) -> T:
    """Return the answer to the question; raises PublishError in place of what ftplib raises."""
    try:
        return question()
    except ERRORS as error:
        raise _meaning(path, connection.verb, error) from error


def may_be_missing(error: ftplib.Error) -> bool:
    """Whether a server answers like this as well if there is nothing at the path."""
    return isinstance(error, ftplib.error_perm) or code_of(error) in PASSING


def code_of(error: BaseException) -> str:
    """Return the three digits of a reply; nothing if the error is none."""
    return str(error)[:3] if isinstance(error, ftplib.Error) else ""


def _meaning(path: str, verb: str, error: Exception) -> PublishError:
    code, answer = code_of(error), said(error)
    # Also where the port that it names is not to be reached: then no command has followed.
    if verb in ("PASV", "EPSV") and code not in CUT - {"425"} and not isinstance(error, EOFError):
        return no_data(answer)
    if code in _FULL or (verb == "STOR" and code in _FULL_WHILE_STORING):
        return disk_full(path, answer)
    if code in CUT or not isinstance(error, ftplib.error_perm | ftplib.error_temp):
        return cut(answer)
    if isinstance(error, ftplib.error_temp):
        return busy(path, answer)
    if code in _FORBIDDEN and verb in _CHANGING:
        return no_permission(path, answer)
    if verb in _CHANGING:
        return refused(path, answer)
    return no_command(verb, path, answer)
