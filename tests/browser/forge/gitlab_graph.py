"""A repository → what GitLab's GraphQL holds of it, as far as Sveltia asks."""

from __future__ import annotations

from typing import Any

from tests.browser.forge.repository import Repository
from tests.browser.forge.server import NAME, OWNER

#: No list is longer, and no query may ask for more.
_MOST = 100


class GitLabGraph:
    def __init__(self, repository: Repository):
        self._repository = repository

    def roots(self) -> dict[str, Any]:
        return {"query": {"project": self._project}}

    def _project(self, fullPath: str) -> dict[str, Any] | None:
        if fullPath != f"{OWNER}/{NAME}":
            return None
        return {"repository": {"rootRef": "main", "tree": self._tree, "blobs": self._blobs}}

    def _tree(self, ref: str, recursive: bool = False) -> dict[str, Any]:
        head = self._repository.head(ref)
        found = self._repository.blobs(head) if head and recursive else []

        def blobs(after: str) -> dict[str, Any]:
            start = int(after or 0)
            nodes = [
                {"type": "blob", "path": path, "sha": sha}
                for path, sha, _size in found[start : start + _MOST]
            ]
            end = start + len(nodes)
            page = {"endCursor": str(end), "hasNextPage": end < len(found)}
            return {"nodes": nodes, "pageInfo": page}

        return {"lastCommit": {"sha": head, "message": "…"} if head else None, "blobs": blobs}

    def _blobs(self, ref: str, paths: list[str]) -> dict[str, Any]:
        """What is not there is left out."""
        assert len(paths) <= _MOST
        found = {path: sha for path, sha, _size in self._repository.blobs(ref)}
        return {"nodes": [self._blob(path, found[path]) for path in paths if path in found]}

    def _blob(self, path: str, sha: str) -> dict[str, Any]:
        raw = self._repository.blob(sha)
        text = None if b"\0" in raw else raw.decode()
        return {"path": path, "oid": sha, "size": str(len(raw)), "rawTextBlob": text}
