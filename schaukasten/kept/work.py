"""What is to be made, each thing under the digest of all it is made of → kept, or made now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from schaukasten.kept.halves import WORTH, in_halves
from schaukasten.kept.shelf import Shelf

T = TypeVar("T")
R = TypeVar("R")

#: Before a result: whether it may be kept.
KEEP, MAKE_AGAIN = b"+", b"-"


class TooMuch(Exception):
    """What goes ahead of a build would make more than one process should."""


def made(
    shelf: Shelf,
    keys: Mapping[T, str],
    make: Callable[[T], bytes],
    opened: Callable[[T, bytes], R],
    renew: Callable[[T, bytes], bytes | None] | None = None,
    arrived: Callable[[R], None] | None = None,
) -> dict[T, R]:
    """Return what `opened` reads from the bytes of each thing: kept under its key, or made now.

    `make` puts KEEP or MAKE_AGAIN before what it makes. `renew` is shown what is kept, and returns
    what is to be kept in its place; None where it is no longer true. What another process is making
    is waited for; what is then still missing is made in two processes. `arrived` is told of each of
    those, when it is read.
    """
    found, late = _kept(shelf, keys, keys, renew)
    ready: dict[T, R] = {}
    while shelf.is_being_filled() and late:
        # Time to wait is time to open.
        ready.update((thing, opened(thing, raw)) for thing, raw in found.items())
        found, late = _kept(shelf, keys, late, renew)
    if shelf.is_ahead and len(late) >= WORTH:
        raise TooMuch
    for thing, made_now in zip(late, in_halves(make, late), strict=True):
        raw = made_now[1:]
        ready[thing] = opened(thing, raw)
        if arrived is not None:
            arrived(ready[thing])
        if made_now[:1] == KEEP:
            shelf.put(keys[thing], raw)
    ready.update((thing, opened(thing, raw)) for thing, raw in found.items())
    return {thing: ready[thing] for thing in keys}


def _kept(
    shelf: Shelf,
    keys: Mapping[T, str],
    things: Iterable[T],
    renew: Callable[[T, bytes], bytes | None] | None,
) -> tuple[dict[T, bytes], list[T]]:
    """Return what is kept of some things and still true, and those of which nothing is."""
    things = list(things)
    kept = shelf.get_all(keys[thing] for thing in things)
    found: dict[T, bytes] = {}
    late: list[T] = []
    for thing in things:
        before = kept.get(keys[thing])
        now = renew(thing, before) if renew and before is not None else before
        if now is None:
            late.append(thing)
        else:
            found[thing] = now
            if now is not before:
                shelf.put(keys[thing], now)
    return found, late
