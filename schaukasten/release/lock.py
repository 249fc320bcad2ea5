"""One publisher at a time: a folder on the host that only one can make.

Making a folder is the one step that SFTP, FTP and a disk all do atomically. The owner renews a
note in it; a lock whose note stays the same for a while belongs to nobody any more. No clock is
compared, since that of the host and those of two publishers may all differ.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import platform
import secrets
import threading
import time
from collections.abc import Callable
from types import TracebackType

from schaukasten.messages import Message, _
from schaukasten.release.errors import PublishError
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
        self._thread = threading.Thread(target=self._renew, daemon=True)

    @property
    def _note(self) -> str:
        return f"{self._folder}/owner.json"

    def __enter__(self) -> Lock:
        if not self._transport.make_folder(self._folder):
            note = self._transport.read(self._note)
            if note is None or _token(note) != self._token:
                self._take_over(note)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._lost:
            return
        try:
            self._transport.delete([self._note])
            self._transport.remove_folder(self._folder)
        except PublishError:
            # The line is gone. The lock goes stale by itself, and what broke is told already.
            if error is None:
                raise

    def check(self) -> None:
        """Raise PublishError if another publisher has taken the lock, or we cannot renew it."""
        if self._lost:
            raise PublishError(
                _("Another publisher has taken over."),
                _("This one stopped; the other one finishes the site."),
            )

    def _write(self) -> None:
        self._beat += 1
        note = {
            "token": self._token,
            "beat": self._beat,
            "who": f"{_user()}@{platform.node()}",
            "when": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        }
        self._transport.put(self._note, json.dumps(note).encode())

    def _renew(self) -> None:
        try:
            self._write()
            while not self._done.wait(self._renewed):
                raw = self._transport.read(self._note)
                if raw is None or _token(raw) != self._token:
                    self._lost = True
                    return
                self._write()
        except PublishError:
            # The main thread meets the same broken line, and says so.
            return

    def _take_over(self, note: bytes | None) -> None:
        self._tell(
            _(
                "Another publisher is at work or was interrupted ({who}); waiting {seconds} s.",
                who=_who(note),
                seconds=round(self._stale),
            )
        )
        end = time.monotonic() + self._stale
        while time.monotonic() < end:
            time.sleep(min(self._renewed, self._stale) / 2)
            now = self._transport.read(self._note)
            if now is None and self._transport.make_folder(self._folder):
                return  # it has just finished
            if now != note:
                raise _busy(now)
        # A rename succeeds for one of several who have waited; the others find nothing to rename.
        aside = f"{self._folder}-{self._token}"
        if not self._transport.move_folder(self._folder, aside):
            raise _busy(note)
        if self._transport.read(f"{aside}/owner.json") != note:
            # Somebody was faster, and this is the fresh lock: give it back.
            self._transport.move_folder(aside, self._folder)
            raise _busy(note)
        self._transport.delete([f"{aside}/owner.json"])
        self._transport.remove_folder(aside)
        if not self._transport.make_folder(self._folder):
            raise _busy(note)


def new_token() -> str:
    """Return a name for a publisher that no other one has."""
    return secrets.token_hex(8)


def _busy(note: bytes | None) -> PublishError:
    return PublishError(
        _("Another publisher is at work ({who}).", who=_who(note)),
        _("Nothing was changed. Wait until it has finished, then publish again."),
    )


def _token(raw: bytes) -> str | None:
    note = _read(raw)
    token = note.get("token")
    return token if isinstance(token, str) else None


def _who(raw: bytes | None) -> str:
    note = _read(raw or b"")
    # From the host, so untrusted: no control characters into a terminal, and not too much of it.
    said = f"{note.get('who', '?')}, {note.get('when', '?')}"[:120]
    return "".join(sign if sign.isprintable() else "?" for sign in said)


def _read(raw: bytes) -> dict[str, object]:
    try:
        note = json.loads(raw)
    except ValueError:
        return {}
    return note if isinstance(note, dict) else {}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "?"
