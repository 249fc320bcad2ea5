"""A file that a page names → its bytes, and the same bytes again when they are published."""

from __future__ import annotations

import hashlib
from pathlib import Path

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.source import read_bytes


def read_small(path: Path, limit: int, remedy: Message) -> bytes:
    """Return what a file holds; raise Invalid with the remedy for more than `limit` bytes."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # Why it cannot be read is said by who tries.
    if size > limit:
        what = _("“{file}” is larger than {limit} MB.", file=path.name, limit=limit // 10**6)
        raise Invalid(what, remedy)
    return read_bytes(path)


def read_head(path: Path, length: int) -> bytes:
    """Return the first bytes of a file; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(length)
    except OSError:
        return b""


def digest_of(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def read_again(path: Path, digest: str) -> bytes:
    """Return what was checked before; raise Invalid if something else is there now."""
    try:
        raw = read_bytes(path)
    except Invalid:
        raw = b""
    if digest_of(raw) != digest:
        what = _("“{file}” was changed or taken away while the site was built.", file=path.name)
        raise Invalid(what, _("Build it again as soon as the file is whole."))
    return raw
