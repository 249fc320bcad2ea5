"""The right to take over the lock of a dead publisher, which one of several gets."""

from __future__ import annotations

import hashlib
from types import TracebackType

from schaukasten.release.transports.base import Transport


class Claim:
    """A folder beside the lock that bears the name of the dead one's note; only one can make it.

    `with claim as is_ours:` the note may be read again and written over. When the folder goes, the
    note is another one for good, so that who comes too late finds out. To be made before the wait:
    claims that are there throughout belong to others who have died of it.
    """

    def __init__(self, transport: Transport, lock: str, note: bytes | None):
        self._transport = transport
        self._is_ours = False
        name = f"{lock}-{hashlib.sha256(note or b'').hexdigest()[:16]}"
        self._folders = [f"{name}-0"]
        while transport.kinds(self._folders[-1:]):
            self._folders.append(f"{name}-{len(self._folders)}")

    def __enter__(self) -> bool:
        self._is_ours = self._transport.make_folder(self._folders[-1])
        return self._is_ours

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_ours:
            for folder in self._folders if error is None else self._folders[-1:]:
                self._transport.remove_folder(folder)
