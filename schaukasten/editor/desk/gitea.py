"""What Sveltia asks of a forge → answers such as Gitea gives, of a folder that knows no git.

Paths, statuses and keys are those of Gitea's API 1.24, as far as Sveltia CMS 0.221 reads them.
"""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from schaukasten.editor.desk.blobs import Blob
from schaukasten.editor.desk.changes import DELETE, changes_of, parsed
from schaukasten.editor.desk.drawer import Drawer
from schaukasten.editor.desk.exchange import Answer, Refused, Request, as_file, as_json
from schaukasten.editor.desk.names import inside, outside
from schaukasten.language.messages import Gettext, _

OWNER, BRANCH, LOGIN = "schaukasten", "main", "redaktion"
#: The first that gives many files at once (`file-contents`).
_VERSION = "1.24.0"
#: Files in one answer, and bytes of one file or of all of them.
_PAGE, _LARGEST, _LARGEST_ANSWER = 200, 10_485_760, 104_857_600
_NOT_FOUND = _("There is nothing at this address.")


class Gitea:
    """Each method below is one request; what they get are the request and parts of its address."""

    def __init__(self, drawer: Drawer, gettext: Gettext):
        self._drawer = drawer
        self._gettext = gettext
        here = f"/repos/{OWNER}/{drawer.name}"
        self._routes: list[tuple[str, str, Callable[..., Answer]]] = [
            ("GET", "/version", self._version),
            ("GET", "/user", self._user),
            ("GET", "/settings/api", self._limits),
            ("GET", here, self._repository),
            ("GET", f"{here}/branches/{BRANCH}", self._branch),
            ("GET", f"{here}/git/trees/(?:{BRANCH}|[0-9a-f]{{40}})", self._tree),
            ("GET", f"{here}/commits", self._commits),
            ("POST", f"{here}/file-contents", self._file_contents),
            ("POST", f"{here}/contents", self._save),
            ("GET", f"{here}/media/{BRANCH}/(.+)", self._file),
            ("GET", f"{here}/raw/(.+)", self._file),
        ]

    def answer(self, path: str, request: Request) -> Answer:
        """Answer a request for `path` below /api/v1; raises Refused."""
        method = "GET" if request.method == "HEAD" else request.method
        allowed: list[str] = []
        for its_method, pattern, route in self._routes:
            if found := re.fullmatch(pattern, path, re.DOTALL):
                if its_method == method:
                    return route(request, *found.groups())
                allowed.append(its_method)
        if allowed:
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, _NOT_FOUND)
        raise Refused(HTTPStatus.NOT_FOUND, _NOT_FOUND)

    def user(self) -> dict[str, Any]:
        name = _("The editors").text(self._gettext)
        return {
            "id": 1,
            "login": LOGIN,
            "full_name": name,
            "email": f"{LOGIN}@localhost",
            "avatar_url": "",
            "html_url": "",
        }

    def _version(self, _request: Request) -> Answer:
        return as_json({"version": _VERSION})

    def _user(self, _request: Request) -> Answer:
        return as_json(self.user())

    def _limits(self, _request: Request) -> Answer:
        return as_json(
            {
                "max_response_items": _PAGE,
                "default_paging_num": _PAGE,
                "default_git_trees_per_page": 1000,
                "default_max_blob_size": _LARGEST,
                "default_max_response_size": _LARGEST_ANSWER,
            }
        )

    def _repository(self, _request: Request) -> Answer:
        return as_json(
            {
                "name": self._drawer.name,
                "full_name": f"{OWNER}/{self._drawer.name}",
                "default_branch": BRANCH,
                "empty": False,
                "permissions": {"admin": False, "push": True, "pull": True},
            }
        )

    def _branch(self, _request: Request) -> Answer:
        return as_json({"name": BRANCH, "commit": {"id": self._drawer.head(), "message": ""}})

    def _tree(self, request: Request) -> Answer:
        """All files in one page, as they are now: of an older state nothing is left."""
        blobs = self._drawer.blobs() if request.query.get("page", "1") == "1" else []
        tree = [
            {"path": outside(blob.path), "mode": "100644", "type": "blob"}
            | {"sha": blob.sha, "size": blob.size}
            for blob in blobs
        ]
        return as_json({"tree": tree, "truncated": False, "total_count": len(tree)})

    def _commits(self, _request: Request) -> Answer:
        """Who changed a file when is known to git, which is not asked."""
        return as_json([])

    def _file_contents(self, request: Request) -> Answer:
        paths = parsed(request.body).get("files")
        if not isinstance(paths, list) or len(paths) > _PAGE:
            raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, _NOT_FOUND)
        return as_json([self._contents(path) for path in paths])

    def _contents(self, path: object) -> dict[str, Any] | None:
        raw = self._read(path)
        if raw is None:
            return None
        # As on the forge, which gives a large one by itself (`raw`).
        told = base64.b64encode(raw).decode() if len(raw) < _LARGEST else None
        sha, size = Blob.of(inside(path), raw).sha, len(raw)
        encoding = "base64" if told is not None else None
        return {"path": path, "sha": sha, "size": size, "content": told, "encoding": encoding}

    def _file(self, _request: Request, path: str) -> Answer:
        raw = self._read(path)
        if raw is None:
            raise Refused(HTTPStatus.NOT_FOUND, _NOT_FOUND)
        return as_file(path, raw)

    def _read(self, path: object) -> bytes | None:
        try:
            return self._drawer.read(inside(path))
        except Refused:
            return None

    def _save(self, request: Request) -> Answer:
        if parsed(request.body).get("branch", BRANCH) != BRANCH:
            raise Refused(HTTPStatus.NOT_FOUND, _NOT_FOUND)
        changes = changes_of(request.body)
        head = self._drawer.save(changes)
        files = [
            {"path": outside(change.path), "name": change.path.name}
            | {"sha": Blob.of(change.path, change.content).sha, "size": len(change.content)}
            if change.operation != DELETE
            else None
            for change in changes
        ]
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        commit = {"sha": head, "created": now}
        return as_json({"files": files, "commit": commit}, HTTPStatus.CREATED)
