"""What an SFTP server's refusals mean for a person."""

from __future__ import annotations

import asyncssh

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.base import cut, disk_full, no_permission, refused

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
        return no_permission(path)
    if isinstance(error, _FULL):
        return disk_full(path)
    if isinstance(error, _CUT):
        return cut(said(error))
    return refused(path, said(error))


def said(error: BaseException) -> str:
    return str(getattr(error, "reason", "") or error or type(error).__name__)
