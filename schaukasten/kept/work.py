"""What is to be made, each thing under the digest of all it is made of → kept, or made now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from schaukasten.kept.halves import in_halves
from schaukasten.kept.shelf import Shelf

T = TypeVar("T")
R = TypeVar("R")

#: Before a result: whether it may be kept.
KEEP, MAKE_AGAIN = b"+", b"-"


def made(
    shelf: Shelf,
    keys: Mapping[T, str],
    make: Callable[[T], bytes],
    opened: Callable[[T, bytes], R],
    renew: Callable[[T, bytes], bytes | None] | None = None,
) -> dict[T, R]:
    """Return what `opened` reads from the bytes of each thing: kept under its key, or made now.

    `make` puts KEEP or MAKE_AGAIN before what it makes. `renew` is shown what is kept, and returns
    what is to be kept in its place; None where it is no longer true. What another process is making
    is waited for; what is then still missing is made in two processes.
    """
    ready: dict[T, R] = {}

    def missing(wanted: Iterable[T]) -> list[T]:
        """Open what is kept of the wanted things, and return the others."""
        others = []
        wanted = list(wanted)
        kept = shelf.get_all(keys[thing] for thing in wanted)
        for thing in wanted:
            before = kept.get(keys[thing])
            now = renew(thing, before) if renew and before is not None else before
            if now is None:
                others.append(thing)
                continue
            ready[thing] = opened(thing, now)
            if now is not before:
                shelf.put(keys[thing], now)
        return others

    late = missing(keys)
    while late and shelf.is_being_filled():
        late = missing(late)
    for thing, raw in zip(late, in_halves(make, late), strict=True):
        ready[thing] = opened(thing, raw[1:])
        if raw[:1] == KEEP:
            shelf.put(keys[thing], raw[1:])
    return {thing: ready[thing] for thing in keys}
