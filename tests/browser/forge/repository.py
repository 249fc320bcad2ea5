"""Files → a git repository, and changes to it as a forge makes them: all in one commit, or none.

What a forge demands of a change (that a file be there, or as somebody believes it to be) the change
says: `operation` is `create`, `update` or `delete`, or `put` of what may be there or not.
"""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: What a user of this machine has set must not matter.
_OWN = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


class Stale(Exception):
    """A change of something that is not as whoever sends it believes."""


class Repository:
    """Bare, with a branch `main`; the branch is meant where none is named."""

    def __init__(self, folder: Path, files: Mapping[str, bytes]):
        self._folder = folder
        self._lock = threading.Lock()
        subprocess.run(
            ["git", "init", "--quiet", "--bare", "--initial-branch=main", str(folder)],
            check=True,
            env=os.environ | _OWN,
        )
        changes = [_created(path, raw) for path, raw in files.items()]
        self.commit(changes, "Anfang", "Anna", "anna@verein.example")

    def head(self, branch: str = "main") -> str | None:
        """The newest commit of a branch; None where there is no such branch."""
        told = self._git("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")
        return told.decode().strip() or None

    def branches(self) -> list[str]:
        return self._git("for-each-ref", "--format=%(refname:lstrip=2)").decode().split()

    def log(self, branch: str = "main") -> list[str]:
        """The commits, the newest first: who, and what they say."""
        return self._git("log", "--format=%an: %s", branch).decode().splitlines()

    def changed(self, branch: str = "main", since: str = "") -> list[str]:
        """What differs since a branch, or with the newest commit: `A`, `M` or `D` and a path."""
        told = self._git(
            *("diff-tree", "-r", "-z", "--name-status", "--no-commit-id"),
            *([self.base(branch, since)] if since else []),
            branch,
        ).decode()
        parts = told.split("\0")
        return [f"{kind} {path}" for kind, path in zip(parts[::2], parts[1::2], strict=False)]

    def base(self, one: str, other: str) -> str:
        """The commit at which two branches part."""
        return self._git("merge-base", one, other).decode().strip()

    def last_change(self, path: str, branch: str = "main") -> tuple[str, str, str]:
        """The commit that changed a file last: its id, who made it, and when."""
        told = self._git(
            *("log", "-1", "--format=%H%x00%an%x00%cI", branch), *(["--", path] if path else [])
        ).decode()
        commit, name, time = told.strip().split("\0")
        return commit, name, time

    def blobs(self, commit: str = "main") -> list[tuple[str, str, int]]:
        """Path, sha and size of each file."""
        told = self._git("ls-tree", "-r", "-l", "-z", commit).decode()
        found = []
        for line in filter(None, told.split("\0")):
            meta, path = line.split("\t")
            _mode, _kind, sha, size = meta.split()
            found.append((path, sha, int(size)))
        return found

    def sha(self, path: str, branch: str = "main") -> str | None:
        return next((sha for name, sha, _size in self.blobs(branch) if name == path), None)

    def read(self, path: str, branch: str = "main") -> bytes:
        sha = self.sha(path, branch)
        if sha is None:
            raise KeyError(path)
        return self.blob(sha)

    def blob(self, sha: str) -> bytes:
        return self._git("cat-file", "blob", sha)

    def write(self, path: str, text: str, branch: str = "main") -> None:
        """Change a file as a colleague."""
        change = _created(path, text.encode()) | {"operation": "update"}
        self.commit([change], "Kollegin", "Berta", "berta@verein.example", branch)

    def commit(
        self,
        changes: list[dict[str, Any]],
        message: str,
        name: str,
        email: str,
        branch: str = "main",
        parent: str | None = None,
    ) -> str:
        """Make all changes in one commit, and none if it raises Stale.

        `parent` is what the branch has to be at, if that matters; a new branch begins there.
        """
        with self._lock:
            head = self.head(branch)
            if parent and head not in (parent, None):
                raise Stale(f'Expected branch to point to "{parent}" but it did not.')
            before = head or parent
            index = {"GIT_INDEX_FILE": str(self._folder / "index.new")}
            self._git("read-tree", *([before] if before else ["--empty"]), more=index)
            for change in changes:
                self._stage(change, index)
            tree = self._git("write-tree", more=index).decode().strip()
            return self._record(branch, tree, [before] if before else [], message, (name, email))

    def merge(self, branch: str, message: str, name: str, email: str) -> str:
        """Merge a branch into `main`; raises Stale where both have changed the same lines."""
        with self._lock:
            parents = [self.head() or "", self.head(branch) or ""]
            try:
                tree = self._git("merge-tree", "--write-tree", *parents).decode().strip()
            except subprocess.CalledProcessError as conflict:
                raise Stale(f"{branch} cannot be merged") from conflict
            return self._record("main", tree, parents, message, (name, email))

    def point(self, branch: str, commit: str) -> None:
        """Let a branch, new or not, be at a commit."""
        self._git("update-ref", f"refs/heads/{branch}", commit)

    def remove(self, branch: str) -> None:
        self._git("update-ref", "-d", f"refs/heads/{branch}")

    def _record(
        self, branch: str, tree: str, parents: list[str], message: str, who: tuple[str, str]
    ) -> str:
        env = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in zip(("NAME", "EMAIL"), who, strict=True)
        }
        named = [part for parent in parents for part in ("-p", parent)]
        made = self._git("commit-tree", tree, *named, "-m", message, more=env).decode().strip()
        self.point(branch, made)
        return made

    def _stage(self, change: dict[str, Any], index: dict[str, str]) -> None:
        path, operation = change["path"], change["operation"]
        held = dict(self._staged(index))
        source = change.get("from_path") or path
        if operation == "create" and path in held:
            raise Stale(f"repository file already exists [path: {path}]")
        if operation in ("update", "delete"):
            if source not in held:
                raise Stale(f"repository file does not exist [path: {source}]")
            if "sha" in change and change["sha"] != held[source]:
                raise Stale(
                    f"sha does not match [given: {change['sha']}, expected: {held[source]}]"
                )
            gone = f"0 {'0' * 40}\t{source}\0".encode()
            self._git("update-index", "-z", "--index-info", raw=gone, more=index)
        elif operation not in ("create", "put"):
            raise Stale(f"unknown operation {operation}")
        if operation != "delete":
            raw = base64.b64decode(change["content"], validate=True)
            sha = self._git("hash-object", "-w", "--stdin", raw=raw).decode().strip()
            self._git("update-index", "--add", "--cacheinfo", f"100644,{sha},{path}", more=index)

    def _staged(self, index: dict[str, str]) -> list[tuple[str, str]]:
        told = self._git("ls-files", "-s", "-z", more=index).decode()
        lines = [line.split("\t") for line in told.split("\0") if line]
        return [(path, meta.split()[1]) for meta, path in lines]

    def _git(
        self, *arguments: str, raw: bytes | None = None, more: Mapping[str, str] | None = None
    ) -> bytes:
        done = subprocess.run(
            ["git", "--git-dir", str(self._folder), *arguments],
            input=raw,
            stdin=None if raw is not None else subprocess.DEVNULL,
            capture_output=True,
            check=True,
            env=os.environ | _OWN | dict(more or {}),
        )
        return done.stdout


def _created(path: str, raw: bytes) -> dict[str, Any]:
    return {"operation": "create", "path": path, "content": base64.b64encode(raw).decode()}
