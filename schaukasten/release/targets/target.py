"""`TARGETS` in `publishconf.py`, with the secrets of the environment → where to publish to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from schaukasten.language.messages import Message, _
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target_checks import PORTS, wrong_options, wrong_parts

#: What a site and the editor in the browser are built into, seen from the project.
SITE_FOLDER, EDITOR_FOLDER = "output", "redaktion"


@dataclass(frozen=True)
class Secrets:
    """What lets us in; never shown, not even by `repr()`."""

    password: str | None = field(default=None, repr=False)
    #: A private key as text (OpenSSH or PEM), and the name of a file that holds one.
    key: str | None = field(default=None, repr=False)
    key_file: str | None = field(default=None, repr=False)
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
    #: Gets the editor in the browser, and no site.
    editor: bool = False
    #: The address at which visitors see it; None: `website` in the association's data.
    website: str | None = None
    #: OpenSSH's file of pinned host keys; None is that of the user.
    known_hosts: Path | None = None
    #: PEM file of the authorities that may have signed the host's certificate; None: the system's.
    certificates: Path | None = None
    #: The folder for the manifest; None: beside the website's root if that can be, else inside.
    state: str | None = None
    #: False on a host that forbids names which begin with a dot.
    dotfiles: bool = True
    secrets: Secrets = Secrets()

    @property
    def folder(self) -> str:
        """What is published there, seen from the project."""
        return EDITOR_FOLDER if self.editor else SITE_FOLDER

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
    for wrong in wrong_options(options):
        raise _in_settings(name, *wrong)
    try:
        parts = urlsplit(address)
        (parts.hostname or "").encode("idna")
    except ValueError:
        raise _in_settings(
            name,
            _("Its address cannot be read."),
            _("Write, for example: {example}", example="sftp://name@host/html"),
        ) from None
    for wrong in wrong_parts(parts, options):
        raise _in_settings(name, *wrong)
    files = {
        option: root / at_home(options[option])
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
        editor=options.get("editor", False),
        dotfiles=options.get("dotfiles", True),
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
            # A form or `echo` may have added the end of a line.
            environment.get(f"{variable_prefix(name)}_{part}", "").strip("\r\n") or None
            for part in ("PASSWORD", "KEY", "KEY_FILE", "PASSPHRASE")
        )
    )


def at_home(path: str) -> Path:
    """Return a path with the user's home in the place of its ~, where there is such a user."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # ~nobody
        return Path(path)


def variable_prefix(name: str) -> str:
    return re.sub(r"\W", "_", name).upper()


def _path(parts: SplitResult) -> str:
    path = unquote(parts.path).rstrip("/")
    return path.removeprefix("/") if path.startswith("/~") else path


def _in_settings(name: str, what: Message, remedy: Message) -> PublishError:
    place = _("publishconf.py, target “{name}”: {what}", name=name, what=what)
    return PublishError(place, remedy)
