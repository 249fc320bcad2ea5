"""The folder of the content, for reading and saving by many threads at once."""

from __future__ import annotations

import hashlib
import threading
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from schaukasten.editor.desk.blobs import Blob, Blobs, head_of, located
from schaukasten.editor.desk.changes import Change
from schaukasten.editor.desk.exchange import Refused
from schaukasten.editor.desk.saving import save
from schaukasten.language.messages import _


class Drawer:
    """Its state is always that of the disk: others may save there at the same time."""

    def __init__(self, content: Path):
        self._content = content
        self._blobs = Blobs(content)
        self._saving = threading.Lock()
        self._is_closed = False
        # A browser keeps what it knows of a folder under this name: two must not share one.
        digest = hashlib.sha256(str(content).encode("utf-8", "surrogateescape")).hexdigest()
        self.name = f"site-{digest[:12]}"

    def blobs(self) -> list[Blob]:
        return self._blobs.all()

    def head(self) -> str:
        return head_of(self.blobs())

    def read(self, path: PurePosixPath) -> bytes | None:
        """Return what a file holds now; None if there is none."""
        whole = located(self._content, path)
        try:
            return whole.read_bytes() if whole else None
        except OSError:
            return None

    def save(self, changes: list[Change]) -> str:
        """Make all changes, or raise Refused; return the head of after."""
        with self._saving:
            if self._is_closed:
                raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, _("The preview is ending."))
            save(changes, self._content)
            return self.head()

    def close(self, seconds: float = 10) -> None:
        """Let a save that is under way come to its end, and begin no other one."""
        is_free = self._saving.acquire(timeout=seconds)
        self._is_closed = True
        if is_free:
            self._saving.release()
