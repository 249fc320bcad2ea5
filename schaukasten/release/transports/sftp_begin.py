"""SFTP on a connection that is logged in: it begins, or the host has something else to say."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import asyncssh
from asyncssh.constants import OPEN_REQUEST_SESSION_FAILED

from schaukasten.release.targets.target import Target
from schaukasten.release.transports.refusals import no_sftp, sftp_waits, too_many
from schaukasten.release.transports.said import LONGEST, said, sentence

#: Seconds until SFTP has to have begun.
LONGEST_BEGINNING = 30.0
#: Seconds for what the host says in its place.
_LONGEST_NOTICE = 5.0


async def open_sftp(
    target: Target, connection: asyncssh.SSHClientConnection
) -> asyncssh.SFTPClient:
    """Begin SFTP on the connection; raises PublishError with the reason."""
    try:
        async with asyncio.timeout(LONGEST_BEGINNING):
            # Old names on a host may be in any encoding.
            return await connection.start_sftp_client(path_errors="surrogateescape")
    except asyncssh.ChannelOpenError as error:
        if error.code == OPEN_REQUEST_SESSION_FAILED:
            raise no_sftp(target.place, said(error)) from None
        # OpenSSH's MaxSessions, and limits of others.
        raise too_many(target.place, said(error)) from None
    except TimeoutError:
        raise sftp_waits(target.place) from None
    except asyncssh.SFTPError as error:
        if connection.is_closed():
            raise
        raise no_sftp(target.place, await _instead(connection) or said(error)) from None


async def _instead(connection: asyncssh.SSHClientConnection) -> str:
    """Return what the host sends in the place of SFTP: a notice, a greeting of a login script."""
    with suppress(asyncssh.Error, OSError):
        async with asyncio.timeout(_LONGEST_NOTICE):
            process = await connection.create_process(
                subsystem="sftp", encoding=None, stderr=asyncssh.STDOUT
            )
            return sentence((await process.stdout.read(LONGEST)).decode("latin-1"))
    return ""
