"""The folder of the content → its files as git would name them, as they are at this moment."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from schaukasten.editor.desk.names import is_known
from schaukasten.kept.stamps import TICK, stamp
from schaukasten.model.reading.source import walk


@dataclass(frozen=True)
class Blob:
    """A file; `sha` is that of git, so that the editor's own record of it fits. `size` in bytes."""

    path: PurePosixPath
    sha: str
    size: int

    @classmethod
    def of(cls, path: PurePosixPath, raw: bytes) -> Blob:
        return cls(path, blob_sha(raw), len(raw))


def blob_sha(raw: bytes) -> str:
    """Return the name that git gives to these bytes (gitformat-pack, "object name")."""
    return hashlib.sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def head_of(blobs: list[Blob]) -> str:
    """Return what stands for a commit: another one as soon as any file is another."""
    lines = "".join(f"{blob.sha} {blob.path}\n" for blob in blobs)
    return hashlib.sha1(lines.encode(), usedforsecurity=False).hexdigest()


class Blobs:
    """Looks at all files each time, and reads only those that look otherwise than before."""

    def __init__(self, content: Path):
        self._content = content
        self._known: dict[PurePosixPath, tuple[str, Blob]] = {}
        self._lock = threading.Lock()

    def all(self) -> list[Blob]:
        """Return them in a fixed order; what cannot be read is left out."""
        with self._lock:
            known, self._known = self._known, {}
            paths = [path for path in walk(self._content).files if is_known(path)]
            found = [self._blob(path, known) for path in paths]
            return [blob for blob in found if blob]

    def _blob(
        self, path: PurePosixPath, known: dict[PurePosixPath, tuple[str, Blob]]
    ) -> Blob | None:
        whole = self._content / path
        try:
            found = whole.stat(follow_symlinks=False)
            look, blob = known.get(path, ("", None))
            if blob is None or look != stamp(found):
                look, blob = stamp(found), Blob.of(path, whole.read_bytes())
        except OSError:
            return None
        if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > TICK:
            self._known[path] = look, blob
        return blob


def located(content: Path, path: PurePosixPath) -> Path | None:
    """Return where a file lies, if it lies there under just this name and behind no link.

    Some disks know it by other spellings too; then two names would be one file.
    """
    whole = content
    for part in path.parts:
        try:
            if part not in os.listdir(whole):  # noqa: PTH208 (names, not paths)
                return None
        except OSError:
            return None
        whole = whole / part
        if whole.is_symlink():
            return None
    return whole if whole.is_file() else None
