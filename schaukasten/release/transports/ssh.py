"""A login by SSH: who we are for the host, and how we know that it is the right one."""

from __future__ import annotations

from pathlib import Path

import asyncssh
from asyncssh.constants import DISC_TOO_MANY_CONNECTIONS

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target, at_home, variable_prefix
from schaukasten.release.transports.refusals import (
    cannot_connect,
    too_many,
    wrong_login,
)
from schaukasten.release.transports.said import said

#: Seconds of silence after which a connection counts as broken: three times this.
KEEPALIVE = 15
#: Quick with the processors of today, and all of them authenticated.
CIPHERS = [
    "aes128-gcm@openssh.com",
    "aes256-gcm@openssh.com",
    "chacha20-poly1305@openssh.com",
    "aes128-ctr",
    "aes256-ctr",
]

USERS_KNOWN_HOSTS = "~/.ssh/known_hosts"


async def open_connection(target: Target) -> asyncssh.SSHClientConnection:
    """Log in; raises PublishError with the reason."""
    watch = HostKeyWatch()
    try:
        return await asyncssh.connect(
            target.host,
            target.port,
            username=target.user,
            password=target.secrets.password,
            client_keys=client_keys(target),
            known_hosts=known_hosts(target),
            # Only what the target says: the user's ssh_config could change the host.
            config=None,
            client_factory=lambda: watch,
            encryption_algs=CIPHERS,
            compression_algs=None,
            connect_timeout=30,
            login_timeout=30,
            keepalive_interval=KEEPALIVE,
            keepalive_count_max=3,
        )
    except asyncssh.HostKeyNotVerifiable:
        raise watch.refusal(target) from None
    except (asyncssh.PermissionDenied, asyncssh.IllegalUserName) as error:
        variable = variable_prefix(target.name)
        raise wrong_login(target.place, variable, said(error)) from None
    except (OSError, ValueError, asyncssh.Error) as error:
        if getattr(error, "code", None) == DISC_TOO_MANY_CONNECTIONS:
            raise too_many(target.place, said(error)) from None
        raise cannot_connect(target.place, said(error)) from error


class HostKeyWatch(asyncssh.SSHClient):
    """Remembers the key of a host that is not known, so that a refusal can name it."""

    def __init__(self) -> None:
        self._seen: asyncssh.SSHKey | None = None

    def validate_host_public_key(
        self, host: str, addr: str, port: int, key: asyncssh.SSHKey
    ) -> bool:
        """Called only for keys that are not pinned; none of them is taken."""
        self._seen = key
        return False

    def refusal(self, target: Target) -> PublishError:
        shown = (
            f"{self._seen.get_algorithm()} {self._seen.get_fingerprint()}" if self._seen else "?"
        )
        pinned = _pinned(target)
        if pinned:
            what = _(
                "{host} shows another key ({shown}) than the pinned one ({pinned}).",
                host=target.host,
                shown=shown,
                pinned=", ".join(pinned),
            )
            remedy = _(
                "Nothing was sent. Ask the host whether it has a new key. If so, put it into "
                "{file}; if not, somebody may be listening in.",
                file=_file(target),
            )
        else:
            what = _("The key of {host} is not known ({shown}).", host=target.host, shown=shown)
            remedy = _(
                "Compare the fingerprint with the one on the host’s help pages, then add the line "
                "that “{command}” prints to {file}.",
                command=f"ssh-keyscan -p {target.port} {target.host}",
                file=_file(target),
            )
        return PublishError(what, remedy)


def known_hosts(target: Target) -> asyncssh.SSHKnownHosts:
    """Return the pinned keys; a file that is not there pins none, so that no host is taken.

    The protocol's `None` would take every host; it is never passed on.
    """
    file = _file(target)
    try:
        return (
            asyncssh.read_known_hosts(str(file))
            if file.is_file()
            else asyncssh.import_known_hosts("")
        )
    except (OSError, ValueError) as error:
        raise PublishError(
            _("“{file}” cannot be read: {answer}", file=file, answer=error),
            _("Each line is “host type key”, as “ssh-keyscan” prints it."),
        ) from error


def client_keys(target: Target) -> list[asyncssh.SSHKey] | tuple[()] | None:
    """Return the key of the environment; with neither key nor password the user's own are tried.

    And the agent's. Not before a password, for a host counts each of them as a failure, and after
    a few of them it asks for nothing more.
    """
    secrets = target.secrets
    variable = variable_prefix(target.name)
    try:
        if secrets.key:
            # A CI's form may have turned its line ends, or cut the last one off.
            text = secrets.key.replace("\r\n", "\n").strip() + "\n"
            return [asyncssh.import_private_key(text, secrets.passphrase)]
        if secrets.key_file:
            # Not by name: asyncssh would look for the ~ of nobody once more.
            key = at_home(secrets.key_file).read_bytes()
            return [asyncssh.import_private_key(key, secrets.passphrase)]
    except (OSError, ValueError, asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
        # Not the text of an OSError: it holds the name of the file, which may be the key itself.
        answer = error.strerror if isinstance(error, OSError) else error
        raise PublishError(
            _(
                "The key in {variable}_KEY or {variable}_KEY_FILE cannot be used: {answer}",
                variable=variable,
                answer=answer,
            ),
            _(
                "It is the whole text of a private key, from “-----BEGIN” to “-----”; if it has a "
                "passphrase, that stands in {variable}_PASSPHRASE.",
                variable=variable,
            ),
        ) from None
    return None if secrets.password else ()


def _file(target: Target) -> Path:
    return target.known_hosts or at_home(USERS_KNOWN_HOSTS)


def _pinned(target: Target) -> list[str]:
    """The fingerprints that are pinned for the host."""
    keys, authorities, *_rest = known_hosts(target).match(target.host, "", target.port)
    return [f"{key.get_algorithm()} {key.get_fingerprint()}" for key in (*keys, *authorities)]
