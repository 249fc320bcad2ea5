"""A target's options and address → what is wrong with them, each with its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from schaukasten.language.messages import Message, _

PORTS = {"sftp": 22, "ftps": 21, "file": 0}
OPTIONS = {
    *("address", "preview", "editor", "website", "known_hosts"),
    *("certificates", "state", "dotfiles"),
}
#: Those that are neither text nor anything else than yes or no.
SWITCHES = {"preview", "editor", "dotfiles"}


def _is_plain(path: str) -> bool:
    names = path.split("/")
    return ".." not in names and path.isprintable() and not re.match(r"/~[^/]", path)


def wrong_options(options: dict[str, object]) -> Iterator[tuple[Message, Message]]:
    for option, value in options.items():
        choices = ", ".join(sorted(OPTIONS))
        if option not in OPTIONS:
            yield (
                _("It knows no “{option}”.", option=option),
                _("Known are: {choices}.", choices=choices),
            )
        elif option in SWITCHES and not isinstance(value, bool):
            yield (
                _("“{option}” is neither True nor False.", option=option),
                _("Write True or False."),
            )
        elif option not in SWITCHES and not isinstance(value, str):
            yield (
                _("“{option}” is not a text.", option=option),
                _("Write it between quotation marks."),
            )


def wrong_parts(
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
    if parts.query or parts.fragment or not _is_plain(unquote(parts.path)):
        remedy = _("Write the folder’s path as it is, without “..”, “?” and “#”.")
        yield _("Its path cannot be used."), remedy
    if "state" in options and not re.match(r"~?/", str(options["state"])):
        yield (
            _("“state” is no whole path."),
            _("Begin it with / or, for the user’s home, with ~/"),
        )
    try:
        port = parts.port
    except ValueError:
        yield _("Its port is not a number."), _("Write a number from 1 to 65535, or none.")
    else:
        if parts.scheme == "ftps" and port == 990:
            remedy = _("Leave the port out: explicit TLS on port 21 is what every host offers.")
            yield _("Port 990 is for implicit TLS, which is not supported."), remedy
    if options.get("editor"):
        yield from _wrong_editor(options)
    elif options.get("preview") and "website" not in options:
        remedy = _("Add it: {example}", example='"website": "https://preview.example.org"')
        yield _("A preview needs its own “website”, which is not the public one."), remedy


def _wrong_editor(options: dict[str, object]) -> Iterator[tuple[Message, Message]]:
    example = '"website": "https://redaktion.example.org"'
    if options.get("preview"):
        yield (
            _("A target is for the preview or for the editor, not for both."),
            _("Make two targets of it, each with its own folder on the host."),
        )
    if "website" not in options:
        yield (
            _("The editor needs its own “website”, which is not the public one."),
            _("Add it: {example}", example=example),
        )
        return
    parts = urlsplit(str(options["website"]))
    # Trustworthy without encryption: no line leads there (W3C, Secure Contexts, 3.1).
    is_own_machine = parts.hostname in ("localhost", "127.0.0.1", "::1")
    if parts.scheme != "https" and not is_own_machine:
        yield (
            _("The editor’s “website” does not begin with https://."),
            _(
                "Everybody on the way could read the token of who signs in. Order a certificate "
                "for the domain, and write: {example}",
                example=example,
            ),
        )
