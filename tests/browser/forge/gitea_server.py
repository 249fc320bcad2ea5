"""A git repository → a server on loopback that answers as Gitea 1.24 does, as far as Sveltia asks.

    with GiteaServer(folder, files, allowed="https://redaktion.example:4711") as gitea:
        gitea.show("content/aktuelles/fest/index.md")

No kinder than a forge: who brings no token, or one that may not write, is refused; so is a page of
another origin, an old blob, a file that is there already. One request makes one commit, or none.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from tests.browser.forge.repository import Repository, Stale

OWNER, NAME = "verein", "website"
USER = {"id": 7, "login": "maria", "full_name": "Maria Muster", "email": "maria@verein.example"}
#: Tokens as somebody has made them at the forge.
WRITES, READS = "a-token-that-writes", "a-token-that-reads"
#: The only application that it knows.
APP = "0b1c"
_PAGE = 20
_HEADERS = {"authorization", "content-type"}


class GiteaServer:
    """Running inside `with`; `requests` are those that it got, as method and path."""

    def __init__(self, folder: Path, files: Mapping[str, bytes]):
        self.repository = Repository(folder, files)
        self.requests: list[str] = []
        #: The origin whose pages may ask; set when it is known.
        self.allowed = ""
        self.tokens = {WRITES, READS}
        #: Code of a sign-in that is under way → its challenge and where it leads back to.
        self.codes: dict[str, tuple[str, str]] = {}
        handler = type("Handler", (_Handler,), {"gitea": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> GiteaServer:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Refused(Exception):
    def __init__(self, status: int, message: str):
        super().__init__(message)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    gitea: ClassVar[GiteaServer]
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_OPTIONS(self) -> None:
        asked = {one.strip().lower() for one in self._header("Access-Control-Request-Headers")}
        is_allowed = self._is_allowed() and asked - {""} <= _HEADERS
        self._send(204 if is_allowed else 403, b"", "text/plain")

    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(json.loads(raw))

    def _header(self, name: str) -> list[str]:
        return (self.headers.get(name) or "").split(",")

    def _is_allowed(self) -> bool:
        return self.headers.get("Origin") == self.gitea.allowed

    def _answer(self, body: dict[str, Any]) -> None:
        address = urlsplit(self.path)
        path, query = unquote(address.path), parse_qs(address.query)
        self.gitea.requests.append(f"{self.command} {path}")
        try:
            if path == "/login/oauth/authorize":
                return self._authorize({name: values[0] for name, values in query.items()})
            if path == "/login/oauth/access_token":
                told = self._access_token(body)
            else:
                told = self._api(path.removeprefix("/api/v1"), query, body)
            raw = told if isinstance(told, bytes) else json.dumps(told).encode()
            kind = "application/octet-stream" if isinstance(told, bytes) else "application/json"
            return self._send(201 if path.endswith("/contents") else 200, raw, kind)
        except _Refused as refused:
            raw = json.dumps({"message": str(refused)}).encode()
            return self._send(refused.status, raw, "application/json")

    def _api(self, path: str, query: dict[str, list[str]], body: dict[str, Any]) -> object:
        scheme, _blank, token = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() not in ("token", "bearer") or token not in self.gitea.tokens:
            raise _Refused(401, "token is required")
        here, repository = f"/repos/{OWNER}/{NAME}", self.gitea.repository
        if path == f"{here}/contents" and self.command == "POST":
            if token == READS:
                raise _Refused(403, "token does not have at least one of required scope(s)")
            return _saved(repository, body)
        if path == f"{here}/file-contents" and self.command == "POST":
            paths = body["files"]
            # What is beyond the limit is left out without a word.
            return [_contents(repository, one) for one in paths[:_PAGE]]
        if self.command != "GET":
            raise _Refused(405, "method not allowed")
        if path == "/user":
            return USER | {
                "avatar_url": "https://avatars.example/7",
                "html_url": "https://x.example",
            }
        if path == "/version":
            return {"version": "1.24.6"}
        if path == "/settings/api":
            return {"max_response_items": _PAGE, "default_paging_num": _PAGE}
        if path == here:
            return {"default_branch": "main", "permissions": {"pull": True, "push": True}}
        if path == f"{here}/branches/main":
            return {"commit": {"id": repository.head(), "message": "…"}}
        if path.startswith(f"{here}/git/trees/"):
            return _tree(repository, path.rpartition("/")[2], int(query.get("page", ["1"])[0]))
        if path == f"{here}/commits":
            return []
        if path.startswith(f"{here}/media/main/"):
            return repository.read(path.removeprefix(f"{here}/media/main/"))
        raise _Refused(404, "not found")

    def _authorize(self, asked: dict[str, str]) -> None:
        """The page at which somebody agrees, who has done so already."""
        assert asked["client_id"] == APP
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.gitea.codes[code] = (asked["code_challenge"], asked["redirect_uri"])
        back = f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
        page = (
            f'<!doctype html><title>Forge</title><a href="{quote(back, safe=":/?&=%")}">Agree</a>'
        )
        self._send(200, page.encode(), "text/html")

    def _access_token(self, asked: dict[str, str]) -> dict[str, str]:
        """RFC 7636, 4.6; each code is taken once."""
        challenge, back = self.gitea.codes.pop(asked["code"])
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        made = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (made, asked["redirect_uri"], asked["client_id"]) != (challenge, back, APP):
            raise _Refused(400, "invalid_grant")
        token = secrets.token_urlsafe()
        self.gitea.tokens.add(token)
        return {"access_token": token, "token_type": "bearer", "refresh_token": "again"}

    def _send(self, status: int, raw: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        if self._is_allowed():
            self.send_header("Access-Control-Allow-Origin", self.gitea.allowed)
            self.send_header("Access-Control-Allow-Headers", ", ".join(_HEADERS))
            self.send_header("Access-Control-Allow-Methods", "GET, POST")
        self.end_headers()
        self.wfile.write(raw)


def _tree(repository: Repository, commit: str, page: int) -> dict[str, Any]:
    size = 1000
    blobs = repository.blobs(commit)
    shown = blobs[(page - 1) * size : page * size]
    tree = [
        {"path": path, "type": "blob", "mode": "100644", "sha": sha, "size": length}
        for path, sha, length in shown
    ]
    return {"tree": tree, "truncated": page * size < len(blobs), "total_count": len(blobs)}


def _contents(repository: Repository, path: str) -> dict[str, Any] | None:
    try:
        raw = repository.read(path)
    except KeyError:
        return None
    sha = repository.sha(path)
    told = base64.b64encode(raw).decode()
    return {"path": path, "sha": sha, "size": len(raw), "content": told, "encoding": "base64"}


def _saved(repository: Repository, body: dict[str, Any]) -> dict[str, Any]:
    if body.get("branch") != "main":
        raise _Refused(404, "branch does not exist")
    author = body["author"]
    try:
        commit = repository.commit(body["files"], body["message"], author["name"], author["email"])
    except Stale as stale:
        raise _Refused(422, str(stale)) from stale
    files = [
        None
        if one["operation"] == "delete"
        else {"path": one["path"], "sha": repository.sha(one["path"])}
        for one in body["files"]
    ]
    return {"files": files, "commit": {"sha": commit, "created": body["dates"]["committer"]}}
