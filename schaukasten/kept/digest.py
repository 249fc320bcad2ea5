"""Bytes and texts → their digest."""

from __future__ import annotations

import hashlib

#: Of the digests, in bytes: no two of a billion pages will ever share one.
_SIZE = 16


def digest_of(*parts: bytes | memoryview | str) -> str:
    """Return the digest of some bytes and texts, in this order."""
    found = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        # Names of files that are no UTF-8 have letters that others refuse.
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        # Its length before it, so that no two of them can be taken for one.
        found.update(b"%d:" % len(raw))
        found.update(raw)
    return found.hexdigest()
