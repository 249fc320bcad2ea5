"""`EDITOR` as somebody has written it → what is wrong with it, each fault with its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from schaukasten.language.messages import Message, _

#: Each kind of forge, with the server that is meant where none is named.
SERVERS = {"github": "https://github.com", "gitlab": "https://gitlab.com", "gitea": ""}
_OPTIONS = ("forge", "repository", "branch", "server", "app_id", "content")
#: As git check-ref-format has it, and without what an address would need quoting for.
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|/\.|\.lock$|\.$|/$))[A-Za-z0-9_][\w./-]*", re.ASCII)
_NAME = r"[A-Za-z0-9_.-]+"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")

Fault = tuple[Message, Message]


def wrong_settings(settings: Mapping[str, object]) -> Iterator[Fault]:
    for option, value in settings.items():
        if option not in _OPTIONS:
            yield (
                _("EDITOR knows no “{option}”.", option=option),
                _("Known are: {choices}.", choices=", ".join(_OPTIONS)),
            )
        elif not isinstance(value, str) or not value.strip():
            yield (
                _("“{option}” is not a text.", option=option),
                _("Write it between quotation marks."),
            )
    texts = {name: value for name, value in settings.items() if isinstance(value, str) and value}
    yield from _wrong_forge(texts, settings)
    yield from _wrong_repository(texts, settings)
    yield from _wrong_server(texts)
    if not _BRANCH.fullmatch(texts.get("branch", "main")):
        yield (
            _("“{branch}” is no name of a branch.", branch=texts["branch"]),
            _("Write it as the forge shows it, for example: {example}", example='"branch": "main"'),
        )
    if not re.fullmatch(rf"{_NAME}(?:/{_NAME})*", texts.get("content", "content")) or {
        ".",
        "..",
    } & set(texts.get("content", "").split("/")):
        yield (
            _("“{folder}” is no folder in the repository.", folder=texts["content"]),
            _(
                "Write its path from the top, for example: {example}",
                example='"content": "content"',
            ),
        )


def _wrong_forge(texts: Mapping[str, str], settings: Mapping[str, object]) -> Iterator[Fault]:
    kind = texts.get("forge")
    if kind not in SERVERS and ("forge" not in settings or kind):
        yield (
            _("EDITOR knows no forge “{forge}”.", forge=kind)
            if kind
            else _("EDITOR does not say which forge it is."),
            _(
                "Write “forge” with one of: {choices}. Codeberg and Forgejo are “gitea” too.",
                choices=", ".join(SERVERS),
            ),
        )
    if kind == "github" and "app_id" in texts:
        yield (
            _("At GitHub the editor cannot be signed in to by an app."),
            _("Delete “app_id”; one signs in by a token there."),
        )


def _wrong_repository(texts: Mapping[str, str], settings: Mapping[str, object]) -> Iterator[Fault]:
    repository = texts.get("repository")
    example = '"repository": "verein/website"'
    if repository is None:
        if "repository" not in settings:
            yield _("EDITOR names no repository."), _("Add it: {example}", example=example)
        return
    # Groups may have groups at GitLab.
    depth = "+" if texts.get("forge") == "gitlab" else "{1}"
    if not re.fullmatch(rf"{_NAME}(?:/{_NAME}){depth}", repository) or repository.endswith(".git"):
        yield (
            _("“{repository}” is no repository.", repository=repository),
            _(
                "Write its owner and its name as they stand at the end of its address, without "
                "“.git”: {example}",
                example=example,
            ),
        )


def _wrong_server(texts: Mapping[str, str]) -> Iterator[Fault]:
    server = texts.get("server")
    example = '"server": "https://codeberg.org"'
    if server is None:
        if texts.get("forge") == "gitea":
            yield _("EDITOR names no server."), _("Add it: {example}", example=example)
        return
    try:
        parts = urlsplit(server)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or not re.fullmatch(rf"https?://[^\s/@?#\"';,\\]+(?:/{_NAME})*/?", server):
        yield (
            _("“{server}” is no address of a server.", server=server),
            _("Write it as it begins in the browser: {example}", example=example),
        )
    elif parts.scheme != "https" and host not in _LOOPBACK:
        yield (
            _("“{server}” does not begin with https://.", server=server),
            _("Everybody on the way could read the token of who signs in. Write https://."),
        )
