"""A login by FTP over TLS (RFC 959, RFC 4217), on servers that keep to it more or less."""

from __future__ import annotations

import ftplib
import socket
import ssl

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target, variable_prefix
from schaukasten.release.transports.refusals import (
    cannot_connect,
    no_encryption,
    too_many,
    wrong_login,
)
from schaukasten.release.transports.said import said

#: Seconds without an answer after which a connection counts as broken.
TIMEOUT = 30
#: What goes wrong on the line or in an answer. A line that ends is an EOFError.
ERRORS = (ftplib.Error, OSError, EOFError, ValueError)


class DataSocket(ssl.SSLSocket):
    """Ends as the other side does: many servers just close, without TLS's close_notify.

    Whether all has arrived is then for the server's reply and for the file's size to say.
    """

    was_cut = False

    def unwrap(self) -> socket.socket:
        try:
            return super().unwrap()
        except OSError:
            self.was_cut = True
            return self


class Connection(ftplib.FTP_TLS):
    """Sends names as UTF-8 (RFC 2640), and takes whatever a server answers.

    Old names on a host may be in any encoding, and a line that cannot be read ends everything.
    """

    #: The command that was sent last: what an answer's number means depends on it.
    verb = ""
    #: Whether SIZE is known there; so until it is not.
    knows_size = True

    def __init__(self, context: ssl.SSLContext):
        super().__init__(context=context, timeout=TIMEOUT, encoding="latin-1")
        self._data: DataSocket | None = None
        self._type = ""

    def putline(self, line: str) -> None:
        self.verb = line.partition(" ")[0].upper()
        super().putline(line.encode().decode("latin-1"))

    def voidcmd(self, cmd: str) -> str:
        # ftplib sets the type before every file: a way to the host and back for nothing.
        if cmd == self._type:
            return "200"
        answer = super().voidcmd(cmd)
        return self._remember(cmd, answer)

    def sendcmd(self, cmd: str) -> str:
        return self._remember(cmd, super().sendcmd(cmd))

    def _remember(self, cmd: str, answer: str) -> str:
        if cmd.startswith("TYPE "):
            self._type = cmd
        return answer

    def ntransfercmd(
        self, cmd: str, rest: int | str | None = None
    ) -> tuple[socket.socket, int | None]:
        plain, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        assert isinstance(self.sock, ssl.SSLSocket)
        data = self.context.wrap_socket(plain, server_hostname=self.host, session=self.sock.session)
        assert isinstance(data, DataSocket)
        self._data = data
        return data, size

    @property
    def was_whole(self) -> bool:
        """Whether the last data connection ended with TLS's word for it."""
        return self._data is not None and not self._data.was_cut


def open_connection(target: Target, context: ssl.SSLContext, is_first: bool = True) -> Connection:
    """Log in over TLS, for the data too; raises PublishError with the reason."""
    context.sslsocket_class = DataSocket
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
        raise _at_the_door(target, connection.verb, error, is_first) from None
    return connection


def _at_the_door(target: Target, verb: str, error: Exception, is_first: bool) -> PublishError:
    """What it means depends on how far we came, since servers choose their numbers freely."""
    answer = said(error)
    if isinstance(error, ftplib.error_perm):
        if verb in ("AUTH", "PBSZ", "PROT"):
            return no_encryption(target.place, answer)
        if is_first and verb in ("USER", "PASS", "ACCT"):
            return wrong_login(target.place, variable_prefix(target.name), answer)
        # The same user has been let in before.
        return too_many(target.place, answer)
    if isinstance(error, ftplib.error_temp):
        return too_many(target.place, answer)
    return cannot_connect(target.place, answer)
