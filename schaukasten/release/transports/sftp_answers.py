"""What an SFTP server's refusals mean for a person."""

from __future__ import annotations

import asyncssh

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.refusals import cut, disk_full, no_permission, refused
from schaukasten.release.transports.said import said

#: For `Transport.kinds`.
KINDS = {asyncssh.FILEXFER_TYPE_SYMLINK: "l", asyncssh.FILEXFER_TYPE_DIRECTORY: "d"}

EXISTS = (asyncssh.SFTPFailure, asyncssh.SFTPFileAlreadyExists)
GONE = (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath)
_FULL = (asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded)
_FORBIDDEN = (asyncssh.SFTPPermissionDenied, asyncssh.SFTPWriteProtect)
_CUT = (
    asyncssh.SFTPConnectionLost,
    asyncssh.SFTPNoConnection,
    asyncssh.DisconnectError,
    ConnectionError,
    TimeoutError,
)


def in_plain_words(error: Exception, path: str) -> PublishError:
    if isinstance(error, _FORBIDDEN):
        return no_permission(path, said(error))
    if isinstance(error, _FULL):
        return disk_full(path, said(error))
    if isinstance(error, _CUT):
        return cut(said(error))
    return refused(path, said(error))
