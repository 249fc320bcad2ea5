"""What is to be made, each thing under the digest of all it is made of → kept, or made now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from schaukasten.kept.halves import WORTH, beside, in_halves
from schaukasten.kept.shelf import Shelf

T = TypeVar("T")
R = TypeVar("R")

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
    found, missing = _kept(shelf, keys, renew)
    _put(shelf, keys, missing, in_halves(make, missing), found)
    return {thing: found[thing] for thing in keys}


def opened(
    shelf: Shelf,
    keys: Mapping[T, str],
    make: Callable[[T], bytes],
    open_one: Callable[[T, bytes], R],
    renew: Callable[[T, bytes], bytes | None] | None = None,
) -> dict[T, R]:
    """Return what `open_one` reads from the bytes that `made` would return.

    A second process makes what little is missing, while this one opens the rest.
    """
    found, missing = _kept(shelf, keys, renew)

    def open_found() -> dict[T, R]:
        return {thing: open_one(thing, raw) for thing, raw in found.items()}

    if len(missing) < WORTH <= len(found):
        new, ready = beside(make, missing, open_found)
    else:
        new, ready = in_halves(make, missing), open_found()
    late: dict[T, bytes] = {}
    _put(shelf, keys, missing, new, late)
    ready.update((thing, open_one(thing, raw)) for thing, raw in late.items())
    return {thing: ready[thing] for thing in keys}


def _kept(
    shelf: Shelf,
    keys: Mapping[T, str],
    renew: Callable[[T, bytes], bytes | None] | None,
) -> tuple[dict[T, bytes], list[T]]:
    """Return what is kept and still true, and the things of which nothing is."""
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
    return found, missing


def _put(
    shelf: Shelf,
    keys: Mapping[T, str],
    things: Iterable[T],
    new: Iterable[bytes],
    found: dict[T, bytes],
) -> None:
    """Put what was made for things on the shelf, if it may be kept, and among what was found."""
    for thing, raw in zip(things, new, strict=True):
        found[thing] = raw[1:]
        if raw[:1] == KEEP:
            shelf.put(keys[thing], raw[1:])
