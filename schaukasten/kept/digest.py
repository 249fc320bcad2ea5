"""Bytes and texts → their digest."""

from __future__ import annotations

import hashlib

#: Of the digests, in bytes: no two of a billion pages will ever share one.
_SIZE = 16


def digest_of(*parts: bytes | str) -> str:
    """Return the digest of some bytes and texts, in this order."""
    # Names of files that are no UTF-8 have letters that others refuse.
    raw = [
        part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts
    ]
    lengths = ",".join([str(len(part)) for part in raw])
    found = hashlib.blake2b(f"{lengths}:".encode(), digest_size=_SIZE)
    found.update(b"".join(raw))
    return found.hexdigest()
