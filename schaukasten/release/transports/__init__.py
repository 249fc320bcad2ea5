"""A target → the transport that reaches it."""

from __future__ import annotations

from schaukasten.release.targets.target import Target
from schaukasten.release.transports.base import Transport


def connect(target: Target, attempt: int = 0) -> Transport:
    """Open a connection; raises PublishError with the reason where that fails.

    `attempt` counts those that failed before: a further one asks less of the host.
    """
    # Imported when used: asyncssh alone takes a third of a second.
    if target.scheme == "sftp":
        from schaukasten.release.transports.sftp import SftpTransport

        return SftpTransport(target)
    if target.scheme == "ftps":
        from schaukasten.release.transports.ftps import FtpsTransport

        return FtpsTransport(target, attempt)
    from schaukasten.release.transports.local import LocalTransport

    return LocalTransport()
