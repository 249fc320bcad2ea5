"""One publisher at a time: a folder on the host that only one can make.

Making a folder is the one step that SFTP, FTP and a disk all do atomically. The owner renews a
note in it; a lock whose note stays the same for a while belongs to nobody any more. No clock is
compared, since that of the host and those of two publishers may all differ.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from types import TracebackType

from schaukasten.language.messages import Message, _
from schaukasten.release.lock_claim import Claim
from schaukasten.release.lock_note import busy, new_note, owner, token_of
from schaukasten.release.targets.errors import ConnectionCut, PublishError
from schaukasten.release.transports.base import Transport

#: Seconds between two renewals of the note.
RENEWED = 10.0
#: Seconds for which a note must stay the same before another publisher takes over.
STALE = 60.0


class Lock:
    """`with Lock(...)`: the lock is ours; `check()` raises PublishError once it is not."""

    def __init__(
        self,
        transport: Transport,
        folder: str,
        tell: Callable[[Message], None],
        token: str,
        renewed: float = RENEWED,
        stale: float = STALE,
    ):
        self._transport = transport
        self._folder = folder
        self._tell = tell
        self._renewed = renewed
        self._stale = stale
        self._token = token
        self._beat = 0
        self._done = threading.Event()
        self._lost = False
        self._one_writes = threading.Lock()
        self._renewed_at = _clocks()
        self._thread = threading.Thread(target=self._renew, daemon=True)

    @property
    def _note(self) -> str:
        return f"{self._folder}/owner.json"

    def __enter__(self) -> Lock:
        self._renewed_at = _clocks()
        if self._transport.make_folder(self._folder):
            self._begin()
        else:
            note = self._transport.read(self._note)
            if note is not None and token_of(note) == self._token:
                self._write()
            else:
                self._wait_or_take_over(note)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        # Not for ever: it may wait for an answer that never comes.
        self._thread.join(self._renewed)
        try:
            # After a failure the line may be half dead: with the note gone and the folder still
            # there, our next attempt would wait for us. Who asks first finds out.
            is_certain = error is None and not self._is_late()
            if not self._lost and (is_certain or self._is_ours()):
                _remove(self._transport, self._folder)
        except PublishError:
            # The line is gone. The lock goes stale by itself, and what broke is told already.
            if error is None:
                raise

    def check(self) -> None:
        """Raise PublishError if another publisher has taken the lock, or soon could.

        It could when the note was not renewed for long: a laptop slept, the host was stuck. Then
        it is renewed now, or that cannot be either.
        """
        if self._is_lost():
            raise PublishError(
                _("Another publisher has taken over."),
                _("This one stopped; the other one finishes the site."),
            )

    def _is_lost(self) -> bool:
        if self._is_late():
            self._renew_once()
        return self._lost

    def _is_late(self) -> bool:
        """Whether others may soon take us for dead."""
        late = max(now - then for now, then in zip(_clocks(), self._renewed_at, strict=True))
        return late > self._stale / 2

    def _write(self) -> None:
        self._beat += 1
        self._transport.put(self._note, new_note(self._token, self._beat))
        self._renewed_at = _clocks()

    def _is_ours(self) -> bool:
        raw = self._transport.read(self._note)
        return raw is not None and token_of(raw) == self._token

    def _renew(self) -> None:
        try:
            while not self._done.wait(self._renewed):
                self._renew_once()
                if self._lost:
                    return
        except Exception:
            # Told by `check`, once it is dangerous; a broken line the main thread meets itself.
            return

    def _renew_once(self) -> None:
        with self._one_writes:
            if self._is_ours():
                self._write()
            else:
                self._lost = True

    def _begin(self) -> None:
        """Write the first note into a folder that is ours; nothing is left where that fails."""
        if self._is_late():
            raise busy(None)
        try:
            self._write()
        except ConnectionCut:
            raise
        except PublishError:
            _remove(self._transport, self._folder)
            raise

    def _wait_or_take_over(self, note: bytes | None) -> None:
        """Wait until the lock is free, or for as long as makes its owner a dead one."""
        claim = Claim(self._transport, self._folder, note)
        self._tell(
            _(
                "Another publisher is at work or was interrupted ({who}); waiting {seconds} s.",
                who=owner(note),
                seconds=round(self._stale),
            )
        )
        end = time.monotonic() + self._stale
        while time.monotonic() < end:
            time.sleep(min(self._renewed, self._stale) / 2)
            now = self._transport.read(self._note)
            self._renewed_at = _clocks()
            if now is None and self._transport.make_folder(self._folder):
                self._begin()  # it has just finished
                return
            if now is not None and now != note:
                raise busy(now)
        self._take_over(note, claim)

    def _take_over(self, note: bytes | None, claim: Claim) -> None:
        """Write our note over that of a dead publisher.

        The lock is never away meanwhile, or somebody who has just come would find it free.
        """
        with claim as is_ours:
            if not is_ours or self._transport.read(self._note) != note or self._is_late():
                raise busy(note)
            self._write()


def new_token() -> str:
    """Return a name for a publisher that no other one has."""
    return secrets.token_hex(8)


def _remove(transport: Transport, folder: str) -> None:
    # The second is left behind by who is killed while writing the first.
    transport.delete([f"{folder}/owner.json", f"{folder}/owner.json.part"])
    transport.remove_folder(folder)


def _clocks() -> tuple[float, float]:
    """Both clocks in seconds: the first stands still while a machine sleeps, the second leaps."""
    return time.monotonic(), time.time()
