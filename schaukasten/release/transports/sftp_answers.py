"""What an SFTP server's refusals mean for a person."""

from __future__ import annotations

import asyncssh

from schaukasten.release.errors import PublishError
from schaukasten.release.transports.base import cut, disk_full, folder_of, no_permission, refused

EXISTS = (asyncssh.SFTPFailure, asyncssh.SFTPFileAlreadyExists)
GONE = (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath)
_FULL = (asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded)
_FORBIDDEN = (asyncssh.SFTPPermissionDenied, asyncssh.SFTPWriteProtect)
_CUT = (
    asyncssh.SFTPConnectionLost,
    asyncssh.SFTPNoConnection,
    asyncssh.DisconnectError,
    ConnectionError,
)


def in_plain_words(error: Exception, path: str) -> PublishError:
    if isinstance(error, _FORBIDDEN):
        return no_permission(path)
    if isinstance(error, _FULL):
        return disk_full(path)
    if isinstance(error, _CUT):
        return cut(said(error))
    return refused(path, said(error))


async def reason(
    sftp: asyncssh.SFTPClient, path: str, size: int, error: asyncssh.SFTPFailure
) -> PublishError:
    """Ask why `size` bytes could not be written: OpenSSH says a mere "Failure" of a full disk."""
    try:
        disk = await sftp.statvfs(folder_of(path))
    except asyncssh.Error:
        return refused(path, said(error))
    full = disk.bavail * disk.frsize <= size or disk.favail == 0 < disk.files
    return disk_full(path) if full else refused(path, said(error))


def said(error: BaseException) -> str:
    return str(getattr(error, "reason", "") or error or type(error).__name__)
