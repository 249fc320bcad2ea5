"""A git repository → a server on loopback that answers as Gitea or Forgejo does, as Sveltia asks.

    with GiteaServer(folder, files) as gitea:
        gitea.allowed = "https://redaktion.example:4711"
        gitea.repository.read("content/aktuelles/fest/index.md")

No kinder than a forge: who brings no token, or one that may not write, is refused; so is a page of
another origin, an old blob, a file that is there already. One request makes one commit, or none.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.browser.forge.gitea_sign_in import SignIn
from tests.browser.forge.repository import Repository, Stale
from tests.browser.forge.server import (
    NAME,
    OWNER,
    READS,
    Answer,
    ForgeServer,
    Refused,
    Request,
    Unknown,
)

USER = {"id": 7, "login": "maria", "full_name": "Maria Muster", "email": "maria@verein.example"}
GITEA, FORGEJO = "1.24.6", "12.0.4+gitea-1.22.0"
_PICTURE = {"avatar_url": "https://avatars.example/7", "html_url": "https://x.example"}
_PAGE = 20
_HERE = f"/repos/{OWNER}/{NAME}"


class GiteaServer(ForgeServer):
    def __init__(self, folder: Path, files: Mapping[str, bytes]):
        super().__init__(folder, files)
        self._sign_in = SignIn(self.tokens)
        self.version = GITEA

    def answer(self, request: Request) -> Answer:
        path = unquote(request.path)
        if path == "/login/oauth/authorize":
            return self._sign_in.authorize(request.query)
        if path == "/login/oauth/access_token":
            return self._sign_in.access_token(request.body)
        return self._api(path.removeprefix("/api/v1"), request)

    def _api(self, path: str, request: Request) -> Answer:
        scheme, token = request.token
        if scheme not in ("token", "bearer") or token not in self.tokens:
            raise Refused(401, "token is required")
        if request.method == "POST":
            return self._posted(path, request.body, token)
        if request.method != "GET":
            raise Unknown("no such method")
        if path == "/user":
            return Answer(USER | _PICTURE)
        if path == "/version":
            return Answer({"version": self.version})
        if path == "/settings/api":
            return Answer({"max_response_items": _PAGE, "default_paging_num": _PAGE})
        return self._read(path, request.query)

    def _posted(self, path: str, body: dict[str, Any], token: str) -> Answer:
        if path == f"{_HERE}/contents":
            if token == READS:
                raise Refused(403, "token does not have at least one of required scope(s)")
            return Answer(_saved(self.repository, body), 201)
        if path == f"{_HERE}/file-contents" and self.version == GITEA:
            # What is beyond the limit is left out without a word.
            return Answer([_contents(self.repository, one) for one in body["files"][:_PAGE]])
        raise Unknown("no such address")

    def _read(self, path: str, query: Mapping[str, str]) -> Answer:
        if path == _HERE:
            return Answer({"default_branch": "main", "permissions": {"pull": True, "push": True}})
        if path == f"{_HERE}/branches/main":
            return Answer({"commit": {"id": self.repository.head(), "message": "…"}})
        if path.startswith(f"{_HERE}/git/trees/"):
            return Answer(_tree(self.repository, path.rpartition("/")[2], int(query["page"])))
        if path == f"{_HERE}/commits":
            return Answer([])
        if path == f"{_HERE}/git/blobs" and self.version == FORGEJO:
            asked = query["shas"].split(",")
            return Answer([_blob(self.repository.blob(sha), sha) for sha in asked[:_PAGE]])
        media = f"{_HERE}/media/main/"
        if path.startswith(media):
            raw = self.repository.read(path.removeprefix(media))
            return Answer(raw, kind="application/octet-stream")
        raise Unknown("no such address")


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
    return {"path": path} | _blob(raw, repository.sha(path))


def _blob(raw: bytes, sha: str | None) -> dict[str, Any]:
    told = base64.b64encode(raw).decode()
    return {"sha": sha, "size": len(raw), "content": told, "encoding": "base64"}


def _saved(repository: Repository, body: dict[str, Any]) -> dict[str, Any]:
    if body.get("branch") != "main":
        raise Refused(404, "branch does not exist")
    author = body["author"]
    changes = [{"sha": None} | one for one in body["files"]]
    try:
        commit = repository.commit(changes, body["message"], author["name"], author["email"])
    except Stale as stale:
        raise Refused(422, str(stale)) from stale
    files = [
        None
        if one["operation"] == "delete"
        else {"path": one["path"], "sha": repository.sha(one["path"])}
        for one in body["files"]
    ]
    return {"files": files, "commit": {"sha": commit, "created": body["dates"]["committer"]}}
