"""What is made of many things, under the digest of them all → kept, or made now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

from schaukasten.kept.codec import Unkeepable
from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.kept.parts import lazy, pack_parts, unpack_parts
from schaukasten.kept.shelf import Shelf

T = TypeVar("T")


def recalled(
    shelf: Shelf,
    name: str,
    made_of: str,
    kind: type[T],
    make: Callable[[], T],
    seldom: tuple[str, ...] = (),
) -> T:
    """Return an object of a dataclass; the fields `seldom` are unpacked when they are asked for.

    `made_of` is the digest of all that it hangs on; where that is empty it is made in any case.
    """
    if not made_of:
        return make()
    key = digest_of(name, made_by(), made_of)
    try:
        found: T = unpack_parts(shelf.get(key) or b"", _lazy(cast("Any", kind), seldom))
        return found
    except Unkeepable:
        # Nothing is kept, or what no build has put there.
        made = make()
        shelf.put(key, pack_parts(made, seldom))
        return made


@cache
def _lazy(kind: Any, seldom: tuple[str, ...]) -> Any:
    return lazy(kind, seldom)
