"""A request below /redaktion/ → the editor's files, its configuration, or a forge's answer."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from schaukasten.apache.editor_headers import editor_header_values
from schaukasten.editor.desk.drawer import Drawer
from schaukasten.editor.desk.exchange import JSON, Answer, Refused, Request, as_file, as_json
from schaukasten.editor.desk.gitea import BRANCH, OWNER, Gitea
from schaukasten.editor.desk.guard import (
    own_origin,
    refuse_frames_and_scripts,
    refuse_unproved,
    refuse_without,
)
from schaukasten.language.messages import Gettext, _
from schaukasten.language.visible import visible

#: Where the editor is, on this machine as on a published site.
ADDRESS = "/redaktion"
_API = "/api/v1"
_HEADERS = editor_header_values() | {"Cache-Control": "no-store"}
#: Where the editor hears of a new build, and where its findings are.
_CHECK = {
    "events": "/__schaukasten/events",
    "findings": "pruefung.json",
    "configuration": "konfiguration.json",
}
_NOT_FOUND = _("There is nothing at this address.")


@dataclass(frozen=True)
class Sources:
    """What the desk is given: the folders of the content and of the editor's own files, and ways
    to its configuration as it is now and to the findings of the last build, as JSON."""

    content: Path
    bundle: Path
    configuration: Callable[[], dict[str, Any]]
    findings: Callable[[], str]


class Desk:
    """Answers requests of many threads at once; each run has a token of its own."""

    def __init__(self, sources: Sources, gettext: Gettext):
        self._sources = sources
        self._gettext = gettext
        self._token = secrets.token_urlsafe(32)
        self._drawer = Drawer(sources.content)
        self._gitea = Gitea(self._drawer, gettext)

    def refusal(self, request: Request) -> Answer | None:
        """Say no to a request of which the body has not been read yet; None to read it."""
        try:
            if request.method not in ("GET", "HEAD"):
                refuse_without(self._token, request)
        except Refused as refused:
            return self._told(refused)
        return None

    def answer(self, request: Request) -> Answer:
        """Answer anything, whatever happens, with the editor's headers."""
        try:
            answer = self._answer(request)
        except Refused as refused:
            return self._told(refused)
        # The next request shall find a server, and this one a sentence.
        except Exception as error:
            what = visible(f"{type(error).__name__}: {error}")
            reason = _("The server has made a mistake: {error}", error=what)
            return self._told(Refused(HTTPStatus.INTERNAL_SERVER_ERROR, reason))
        return Answer(answer.status, answer.body, answer.kind, _HEADERS | answer.headers)

    def refused(self, status: HTTPStatus) -> Answer:
        """Answer what cannot be read as a request."""
        return self._told(Refused(status, _("The server does not understand this request.")))

    def close(self) -> None:
        """Let a save that is under way come to its end."""
        self._drawer.close()

    def _answer(self, request: Request) -> Answer:
        path = request.path
        if path.startswith(f"{_API}/"):
            refuse_without(self._token, request)
            return self._gitea.answer(path.removeprefix(_API), request)
        if path == "/pruefung.json":
            refuse_without(self._token, request)
            return Answer(HTTPStatus.OK, self._sources.findings().encode(), JSON)
        if request.method not in ("GET", "HEAD"):
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, _NOT_FOUND)
        if path == "/konfiguration.json":
            refuse_unproved(request)
            return as_json(self._configuration(own_origin(request)))
        refuse_frames_and_scripts(request)
        return self._file(path)

    def _configuration(self, origin: str) -> dict[str, Any]:
        """The configuration with this server as its forge, and who is signed in there.

        `cms` is for Sveltia; `user` is what it keeps as `sveltia-cms.user`: found there, it asks
        for no token.
        """
        user = self._gitea.user()
        backend = {
            "name": "gitea",
            "repo": f"{OWNER}/{self._drawer.name}",
            "branch": BRANCH,
            "base_url": origin,
            "api_root": f"{origin}{ADDRESS}{_API}",
            "auth_methods": ["token"],
        }
        signed_in = {
            "backendName": "gitea",
            "token": self._token,
            "id": user["id"],
            "login": user["login"],
            "name": user["full_name"],
            "email": user["email"],
        }
        made = self._sources.configuration()
        return {
            **made,
            "cms": {**made.get("cms", {}), "backend": backend},
            "user": signed_in,
            "check": _CHECK,
        }

    def _file(self, path: str) -> Answer:
        if not path:
            return Answer(HTTPStatus.MOVED_PERMANENTLY, headers={"Location": f"{ADDRESS}/"})
        parts = ("index.html" if path == "/" else path.removeprefix("/")).split("/")
        whole = self._sources.bundle.joinpath(*parts)
        is_hidden = any(not part or part[0] == "." or set(part) & set("\\:\0") for part in parts)
        try:
            if not is_hidden and whole.is_file():
                return as_file(whole.name, whole.read_bytes())
        # A name longer than disks can hold, or a file that went away just now.
        except OSError:
            pass
        raise Refused(HTTPStatus.NOT_FOUND, _NOT_FOUND)

    def _told(self, refused: Refused) -> Answer:
        answer = as_json({"message": refused.reason.text(self._gettext)}, refused.status)
        return Answer(answer.status, answer.body, answer.kind, _HEADERS)
