"""Files → a git repository, and changes to it as a forge makes them: all in one commit, or none."""

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
    """Bare, with one branch `main`."""

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

    def head(self) -> str:
        return self._git("rev-parse", "refs/heads/main").decode().strip()

    def log(self) -> list[str]:
        """The commits, the newest first: who, and what they say."""
        told = self._git("log", "--format=%an: %s", "main").decode()
        return told.splitlines()

    def changed(self) -> list[str]:
        """What the newest commit has changed, each as `A`, `M` or `D` and its path."""
        told = self._git(
            "diff-tree", "-r", "-z", "--name-status", "--no-commit-id", "main"
        ).decode()
        parts = told.split("\0")
        return [f"{kind} {path}" for kind, path in zip(parts[::2], parts[1::2], strict=False)]

    def blobs(self, commit: str = "main") -> list[tuple[str, str, int]]:
        """Path, sha and size of each file."""
        told = self._git("ls-tree", "-r", "-l", "-z", commit).decode()
        found = []
        for line in filter(None, told.split("\0")):
            meta, path = line.split("\t")
            _mode, _kind, sha, size = meta.split()
            found.append((path, sha, int(size)))
        return found

    def sha(self, path: str) -> str | None:
        return next((sha for name, sha, _size in self.blobs() if name == path), None)

    def read(self, path: str) -> bytes:
        if self.sha(path) is None:
            raise KeyError(path)
        return self._git("cat-file", "blob", f"main:{path}")

    def write(self, path: str, text: str) -> None:
        """Change a file as a colleague."""
        change = _created(path, text.encode()) | {"operation": "update", "sha": self.sha(path)}
        self.commit([change], "Kollegin", "Berta", "berta@verein.example")

    def commit(self, changes: list[dict[str, Any]], message: str, name: str, email: str) -> str:
        """Make all changes in one commit; raises Stale, and then none of them."""
        with self._lock:
            return self._commit(changes, message, {"NAME": name, "EMAIL": email})

    def _commit(self, changes: list[dict[str, Any]], message: str, who: dict[str, str]) -> str:
        index = {"GIT_INDEX_FILE": str(self._folder / "index.new")}
        parent = self._git("for-each-ref", "--format=%(objectname)", "refs/heads/main")
        before = parent.decode().strip()
        self._git("read-tree", *([before] if before else ["--empty"]), more=index)
        for change in changes:
            self._stage(change, index)
        tree = self._git("write-tree", more=index).decode().strip()
        env = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in who.items()
        }
        parents = ["-p", before] if before else []
        made = self._git("commit-tree", tree, *parents, "-m", message, more=env).decode().strip()
        self._git("update-ref", "refs/heads/main", made, before or "0" * 40)
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
            if change.get("sha") != held[source]:
                raise Stale(
                    f"sha does not match [given: {change.get('sha')}, expected: {held[source]}]"
                )
            gone = f"0 {'0' * 40}\t{source}\0".encode()
            self._git("update-index", "-z", "--index-info", raw=gone, more=index)
        elif operation != "create":
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
