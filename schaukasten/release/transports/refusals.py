"""What a host refuses, and its own sentence → what it means for the person who publishes.

The host's sentence (`answer`) is always shown beside ours: it may say more, in any language.
"""

from __future__ import annotations

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import (
    ConnectionCut,
    LoginRefused,
    NothingDeleted,
    PublishError,
)


def no_permission(path: str, answer: str) -> PublishError:
    return PublishError(
        _("The host does not let us write “{path}”: {answer}", path=path, answer=answer),
        _(
            "Check the path in the target’s address, in the host’s control panel which folder "
            "this user may write, and whether something else lies at that place."
        ),
    )


def no_dots(reason: PublishError) -> PublishError:
    """Return what to say where the same can be done under a name without a dot."""
    return PublishError(
        _("The host forbids names that begin with a dot. {what}", what=reason.what),
        _(
            "Ask the host to allow them. Or publish without such files: add {setting} to the "
            "target, and read in docs/hosting.md what is missing then.",
            setting='"dotfiles": False',
        ),
    )


def no_deleting(reason: PublishError) -> NothingDeleted:
    return NothingDeleted(
        _("The host does not let us delete what we have made. {what}", what=reason.what),
        _(
            "Let this user delete files and folders, in the host’s control panel, or ask the "
            "host. Without that no site can be kept up to date."
        ),
    )


def disk_full(path: str, answer: str) -> PublishError:
    return PublishError(
        _("The host has no room left for “{path}”: {answer}", path=path, answer=answer),
        _("Delete what is not needed there, or book more space; then publish again."),
    )


def refused(path: str, answer: str) -> PublishError:
    return PublishError(
        _("The host refuses “{path}”: {answer}", path=path, answer=answer),
        _(
            "Often the disk or the quota is full, or a folder is in the way. Look in the host’s "
            "control panel."
        ),
    )


def no_data(answer: str) -> ConnectionCut:
    return ConnectionCut(
        _("The host opens no way for files and lists: {answer}", answer=answer),
        _(
            "A firewall keeps its passive ports shut, at the host or in your network. Try from "
            "another network; if it fails there too, ask the host, or take sftp:// if it has it."
        ),
    )


def no_command(verb: str, path: str, answer: str) -> PublishError:
    """Return what to say of a question that is refused: nothing can be full or in the way."""
    return PublishError(
        _("The host refuses {verb} for “{path}”: {answer}", verb=verb, path=path, answer=answer),
        _(
            "Without this command no site can be published. Ask the host to allow it to this "
            "user, or take sftp:// if it has it."
        ),
    )


def hidden(path: str, answer: str) -> PublishError:
    return PublishError(
        _("The host has “{path}”, but does not give it to us: {answer}", path=path, answer=answer),
        _(
            "Nothing was changed. Look in the host’s control panel who may read the file; this "
            "user must be able to."
        ),
    )


def unknown(path: str, answer: str) -> PublishError:
    return PublishError(
        _("The host does not say whether “{path}” is there: {answer}", path=path, answer=answer),
        _(
            "Nothing was changed, since something of somebody else could be written over. Try the "
            "host’s other kind of access."
        ),
    )


def busy(path: str, answer: str) -> ConnectionCut:
    return ConnectionCut(
        _("The host cannot do it just now with “{path}”: {answer}", path=path, answer=answer),
        _("The live site is whole. Publish again in some minutes."),
    )


def cannot_connect(place: str, answer: str) -> ConnectionCut:
    return ConnectionCut(
        _("No connection to {place}: {answer}", place=place, answer=answer),
        _(
            "Check host and port in the target’s address, and whether the host is up. Some hosts "
            "turn away for a while who comes too often."
        ),
    )


def too_many(place: str, answer: str) -> ConnectionCut:
    return ConnectionCut(
        _("{place} takes no further connection: {answer}", place=place, answer=answer),
        _(
            "Close other programs that are logged in there, wait some minutes until the host has "
            "forgotten old connections, then publish again."
        ),
    )


def cut(answer: str) -> ConnectionCut:
    return ConnectionCut(
        _("The connection broke: {answer}", answer=answer),
        _("The live site is whole. Publish again; what is there already is not sent twice."),
    )


def no_encryption(place: str, answer: str) -> PublishError:
    return PublishError(
        _("{place} offers no encryption: {answer}", place=place, answer=answer),
        _(
            "Nothing was sent, for anyone could have read the password. Take sftp:// if the host "
            "has it, or ask it to switch on FTP over TLS."
        ),
    )


def no_sftp(place: str, answer: str) -> PublishError:
    return PublishError(
        _("{place} lets us in, but offers no SFTP: {answer}", place=place, answer=answer),
        _("Switch it on in the host’s control panel, or take ftps:// if the host has it."),
    )


def sftp_waits(place: str) -> PublishError:
    return PublishError(
        _("{place} lets us in, but SFTP does not begin.", place=place),
        _(
            "A program in its place waits for something, often one of the user’s own login "
            "scripts on the host. Look there, ask the host, or take ftps:// if it has it."
        ),
    )


def wrong_login(place: str, variable: str, answer: str) -> LoginRefused:
    return LoginRefused(
        _("{place} does not let this user in: {answer}", place=place, answer=answer),
        _(
            "Check the user’s name in the address, and the password or key in the environment "
            "({variable}_PASSWORD, {variable}_KEY). If the host speaks of too many connections or "
            "attempts, close other programs that are logged in there and wait some minutes.",
            variable=variable,
        ),
    )
