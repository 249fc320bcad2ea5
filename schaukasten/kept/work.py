"""What is to be made, each thing under the digest of all it is made of → kept, or made now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from schaukasten.kept.halves import in_halves
from schaukasten.kept.shelf import Shelf

T = TypeVar("T")

#: Before a result: whether it may be kept.
KEEP, MAKE_AGAIN = b"+", b"-"


def made(
    shelf: Shelf,
    keys: Mapping[T, str],
    make: Callable[[T], bytes],
    renew: Callable[[T, bytes], bytes | None] | None = None,
) -> dict[T, bytes]:
    """Return the bytes of each thing: those that are kept under its key, else what `make` returns.

    `make` puts KEEP or MAKE_AGAIN before them. `renew` is shown what is kept, and returns what is
    to be kept in its place; None where it is no longer true. What has to be made is made in two
    processes.
    """
    kept = shelf.get_all(keys.values())
    found: dict[T, bytes] = {}
    missing: list[T] = []
    for thing, key in keys.items():
        before = kept.get(key)
        now = renew(thing, before) if renew and before is not None else before
        if now is None:
            missing.append(thing)
        else:
            found[thing] = now
            if now is not before:
                shelf.put(key, now)
    for thing, raw in zip(missing, in_halves(make, missing), strict=True):
        found[thing] = raw[1:]
        if raw[:1] == KEEP:
            shelf.put(keys[thing], raw[1:])
    return {thing: found[thing] for thing in keys}
