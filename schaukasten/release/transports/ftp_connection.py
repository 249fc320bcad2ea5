"""A login by FTP over TLS, and what a server's answers mean (RFC 959, RFC 4217)."""

from __future__ import annotations

import ftplib
import re
import socket
import ssl
from collections.abc import Callable
from typing import TypeVar

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target, variable_prefix
from schaukasten.release.transports.base import (
    cannot_connect,
    cut,
    disk_full,
    no_permission,
    refused,
    wrong_login,
)

T = TypeVar("T")

#: Seconds without an answer after which a connection counts as broken.
TIMEOUT = 30
#: What goes wrong on the line or in an answer. A line that ends is an EOFError.
ERRORS = (ftplib.Error, OSError, EOFError, ValueError)

_FULL = re.compile(r"^(452|552)|space|quota|writing to local file|Failure writing", re.IGNORECASE)
_FORBIDDEN = re.compile(r"^(530|532)|permission|denied|not allowed|read-only", re.IGNORECASE)


class Connection(ftplib.FTP_TLS):
    """Sends names as UTF-8 (RFC 2640), and takes whatever a server answers.

    Old names on a host may be in any encoding, and a line that cannot be read ends everything.
    """

    def __init__(self, context: ssl.SSLContext):
        super().__init__(context=context, timeout=TIMEOUT, encoding="latin-1")

    def putline(self, line: str) -> None:
        super().putline(line.encode().decode("latin-1"))

    def ntransfercmd(
        self, cmd: str, rest: int | str | None = None
    ) -> tuple[socket.socket, int | None]:
        plain, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        assert isinstance(self.sock, ssl.SSLSocket)
        return self.context.wrap_socket(
            plain, server_hostname=self.host, session=self.sock.session
        ), size


def open_connection(target: Target, context: ssl.SSLContext) -> Connection:
    """Log in over TLS, for the data too; raises PublishError with the reason."""
    connection = Connection(context)
    try:
        connection.connect(target.host, target.port)
        connection.login(target.user, target.secrets.password or "")
        connection.prot_p()
    except ssl.SSLCertVerificationError as error:
        connection.close()
        raise PublishError(
            _(
                "The certificate of {host} cannot be trusted: {answer}",
                host=target.host,
                answer=error.verify_message,
            ),
            _(
                "Nothing was sent. Write the host’s name as its help pages do, since a "
                "certificate is made out to a name. If the host has signed it itself, put "
                "it into the file “certificates”."
            ),
        ) from None
    except ERRORS as error:
        connection.close()
        if str(error).startswith("530"):
            raise wrong_login(target.place, variable_prefix(target.name)) from None
        raise cannot_connect(target.place, said(error)) from error
    return connection


def in_plain_words(path: str, question: Callable[[], T]) -> T:
    try:
        return question()
    except ERRORS as error:
        answer = said(error)
        if _FULL.search(answer):
            raise disk_full(path) from error
        if isinstance(error, ftplib.error_perm):
            forbidden = _FORBIDDEN.search(answer)
            raise (no_permission(path) if forbidden else refused(path, answer)) from error
        raise cut(answer) from error


def readable(answer: str) -> str:
    """Return what came as bytes, as UTF-8."""
    return answer.encode("latin-1", "replace").decode("utf-8", "replace")


def said(error: BaseException) -> str:
    return readable(str(error)) or type(error).__name__
