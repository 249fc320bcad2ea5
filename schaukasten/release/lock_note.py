"""The note in a lock: whose it is. It lies on the host, so it is read as untrusted."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import platform

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import PublishError


def new_note(token: str, beat: int) -> bytes:
    """Return a note that differs from that of every other beat and publisher."""
    note = {
        "token": token,
        "beat": beat,
        "who": f"{_user()}@{platform.node()}",
        "when": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(note).encode()


def token_of(raw: bytes) -> str | None:
    """Return which publisher wrote the note; None if it is damaged."""
    note = _read(raw)
    token = note.get("token")
    return token if isinstance(token, str) else None


def owner(raw: bytes | None) -> str:
    """Return who wrote it and when, for a terminal."""
    note = _read(raw or b"")
    # From the host, so untrusted: no control characters into a terminal, and not too much of it.
    said = f"{note.get('who', '?')}, {note.get('when', '?')}"[:120]
    return "".join(sign if sign.isprintable() else "?" for sign in said)


def busy(note: bytes | None) -> PublishError:
    """Return what to say when another publisher is at work; `note` is that in its lock."""
    return PublishError(
        _("Another publisher is at work ({who}).", who=owner(note)),
        _("Nothing was changed. Wait until it has finished, then publish again."),
    )


def _read(raw: bytes) -> dict[str, object]:
    try:
        note = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return note if isinstance(note, dict) else {}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "?"
