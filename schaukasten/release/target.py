"""`TARGETS` in `publishconf.py`, with the secrets of the environment → where to publish to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from schaukasten.messages import Message, _
from schaukasten.release.errors import PublishError

PORTS = {"sftp": 22, "ftps": 21, "file": 0}
OPTIONS = {"address", "preview", "website", "known_hosts", "certificates", "state"}


@dataclass(frozen=True)
class Secrets:
    """What lets us in; never shown, not even by `repr()`."""

    password: str | None = field(default=None, repr=False)
    #: A private key as text (OpenSSH or PEM), or the name of its file.
    key: str | None = field(default=None, repr=False)
    key_file: str | None = None
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Target:
    """A folder on a host that is the root of a website."""

    name: str
    scheme: str
    host: str
    port: int
    user: str
    #: The root of the website on the host, without a slash at its end; "" is the host's root,
    #: "~" the user's home.
    path: str
    #: May carry open items; gets the preview build.
    preview: bool = False
    #: The address at which visitors see it; None: `website` in the association's data.
    website: str | None = None
    #: OpenSSH's file of pinned host keys; None is that of the user.
    known_hosts: Path | None = None
    #: PEM file of the authorities that may have signed the host's certificate; None: the system's.
    certificates: Path | None = None
    #: The folder for the manifest; None: beside the website's root if that can be, else inside.
    state: str | None = None
    secrets: Secrets = Secrets()

    @property
    def place(self) -> str:
        """Where it publishes to, for a log: no secret is in it."""
        if self.scheme == "file":
            return f"file://{self.path}"
        return f"{self.scheme}://{self.user}@{self.host}:{self.port}{self.path or '/'}"


def read_target(
    settings: Mapping[str, object], name: str | None, environment: Mapping[str, str], root: Path
) -> Target:
    """Return the target called `name`, or the only one.

    `settings` is `TARGETS`; relative file names in it start at `root`. Raises PublishError.
    """
    if not settings:
        raise PublishError(
            _("publishconf.py names no target."),
            _("Write the host's address into TARGETS, as docs/hosting.md shows."),
        )
    if (name is None and len(settings) > 1) or (name is not None and name not in settings):
        raise PublishError(
            _("There is no target “{name}”.", name=name)
            if name
            else _("Which target? There are several."),
            _("Name one of: {choices}.", choices=", ".join(settings)),
        )
    name = name or next(iter(settings))
    options = settings[name]
    address = options.get("address") if isinstance(options, dict) else None
    if not isinstance(options, dict) or not isinstance(address, str):
        raise _in_settings(
            name,
            _("It has no address."),
            _("Write, for example: {example}", example='{"address": "sftp://name@host/html"}'),
        )
    for wrong in _wrong_options(options):
        raise _in_settings(name, *wrong)
    parts = urlsplit(address)
    for wrong in _wrong_parts(parts, options):
        raise _in_settings(name, *wrong)
    files = {
        option: root / Path(options[option]).expanduser()
        for option in ("known_hosts", "certificates")
        if option in options
    }
    return Target(
        name=name,
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        path=_path(parts),
        preview=options.get("preview", False),
        website=options["website"].rstrip("/") if "website" in options else None,
        state=options["state"].rstrip("/") if "state" in options else None,
        secrets=secrets(name, environment),
        **files,
    )


def secrets(name: str, environment: Mapping[str, str]) -> Secrets:
    """Read `LIVE_PASSWORD`, `LIVE_KEY`, `LIVE_KEY_FILE`, `LIVE_PASSPHRASE` for “live”.

    An empty one counts as absent: a CI sets a secret that it does not know to nothing.
    """
    return Secrets(
        *(
            environment.get(f"{variable_prefix(name)}_{part}") or None
            for part in ("PASSWORD", "KEY", "KEY_FILE", "PASSPHRASE")
        )
    )


def variable_prefix(name: str) -> str:
    return re.sub(r"\W", "_", name).upper()


def _path(parts: SplitResult) -> str:
    path = unquote(parts.path).rstrip("/")
    return path.removeprefix("/") if path.startswith("/~") else path


def _wrong_options(options: dict[str, object]) -> Iterator[tuple[Message, Message]]:
    for option, value in options.items():
        choices = ", ".join(sorted(OPTIONS))
        if option not in OPTIONS:
            yield (
                _("It knows no “{option}”.", option=option),
                _("Known are: {choices}.", choices=choices),
            )
        elif option == "preview" and not isinstance(value, bool):
            yield _("“preview” is neither True nor False."), _("Write True or False.")
        elif option != "preview" and not isinstance(value, str):
            yield (
                _("“{option}” is not a text.", option=option),
                _("Write it between quotation marks."),
            )


def _wrong_parts(
    parts: SplitResult, options: dict[str, object]
) -> Iterator[tuple[Message, Message]]:
    if parts.scheme not in PORTS:
        remedy = _(
            "Write one that begins with sftp://, ftps:// or file://. "
            "Plain FTP would send the password for everyone to read."
        )
        yield _("“{scheme}” is no kind of address for publishing.", scheme=parts.scheme), remedy
        return
    if parts.password is not None:
        remedy = _(
            "Delete it there, change it at the host, since it is known now, and put the new one "
            "into the environment: {variable}.",
            variable="…_PASSWORD",
        )
        yield _("Its address holds a password."), remedy
    if parts.scheme == "file" and (parts.hostname or not parts.path.startswith("/")):
        yield (
            _("A file:// address has no host."),
            _("Write three slashes and the whole path: file:///srv/www"),
        )
    if parts.scheme == "file" and not parts.path.strip("/"):
        yield _("Its address names no folder."), _("Write the whole path: file:///srv/www")
    if parts.scheme != "file" and not (parts.hostname and parts.username):
        remedy = _("Write both: {example}", example=f"{parts.scheme}://name@host/html")
        yield _("Its address lacks the host or the user’s name."), remedy
    if parts.query or parts.fragment or ".." in unquote(parts.path).split("/"):
        remedy = _("Write the folder’s path as it is, without “..”, “?” and “#”.")
        yield _("Its path cannot be used."), remedy
    try:
        port = parts.port
    except ValueError:
        yield _("Its port is not a number."), _("Write a number from 1 to 65535, or none.")
    else:
        if parts.scheme == "ftps" and port == 990:
            remedy = _("Leave the port out: explicit TLS on port 21 is what every host offers.")
            yield _("Port 990 is for implicit TLS, which is not supported."), remedy
    if options.get("preview") and "website" not in options:
        remedy = _("Add it: {example}", example='"website": "https://preview.example.org"')
        yield _("A preview needs its own “website”, which is not the public one."), remedy


def _in_settings(name: str, what: Message, remedy: Message) -> PublishError:
    place = _("publishconf.py, target “{name}”: {what}", name=name, what=what)
    return PublishError(place, remedy)
