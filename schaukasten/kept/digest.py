"""Bytes and texts → their digest."""

from __future__ import annotations

import hashlib

#: Bytes of a digest: no two of a billion pages will ever share one.
_BYTES = 16
#: The letters in which it is written.
SIZE = 2 * _BYTES


def digest_of(*parts: bytes | str) -> str:
    """Return the digest of some bytes and texts, in this order."""
    found = hashlib.blake2b(digest_size=_BYTES)
    for part in parts:
        # Names of files that are no UTF-8 have letters that others refuse.
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        # Its length before it, so that no two of them can be taken for one.
        found.update(b"%d:" % len(raw))
        found.update(raw)
    return found.hexdigest()
