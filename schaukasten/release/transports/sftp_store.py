"""One file by SFTP, in as few round trips as there can be."""

from __future__ import annotations

import asyncio

import asyncssh

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.base import folder_of
from schaukasten.release.transports.refusals import disk_full, refused
from schaukasten.release.transports.said import said


async def write(sftp: asyncssh.SFTPClient, path: str, raw: bytes) -> None:
    """Write a new file; under its name it is whole, if its size is right."""
    # What is larger than one request is written in several at once, so that after a cut the
    # size may be right and a part missing: it gets its name when it is whole.
    in_one = len(raw) <= sftp.limits.max_write_len
    name = path if in_one else f"{path}.part"
    try:
        file = await sftp.open(
            name,
            "wb",
            asyncssh.SFTPAttrs(permissions=0o644),
            block_size=0 if in_one else -1,
        )
        if in_one:
            # With a block size of 0 the request leaves before the next one is made, and a
            # server works off requests for one file in their order.
            for answer in await asyncio.gather(
                file.write(raw), file.close(), return_exceptions=True
            ):
                # On a disk in a network it is closing that tells of a full one.
                if isinstance(answer, BaseException):
                    raise answer
            return
        await file.write(raw)
        await file.close()
        await sftp.posix_rename(name, path)
    except asyncssh.SFTPFailure as error:
        raise await _reason(sftp, path, len(raw), error) from error


async def _reason(
    sftp: asyncssh.SFTPClient, path: str, size: int, error: asyncssh.SFTPFailure
) -> PublishError:
    """Ask why `size` bytes could not be written: OpenSSH says a mere "Failure" of a full disk."""
    try:
        disk = await sftp.statvfs(folder_of(path))
    except asyncssh.Error:
        return refused(path, said(error))
    full = disk.bavail * disk.frsize <= size or disk.favail == 0 < disk.files
    return (disk_full if full else refused)(path, said(error))
