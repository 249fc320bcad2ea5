"""An object → bytes of which the seldom parts are unpacked when somebody asks for them."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of

T = TypeVar("T")

_PACKED = "_packed"


def join(*parts: bytes) -> bytes:
    """Return several bytes as one, with their lengths before them."""
    return json.dumps([len(part) for part in parts]).encode() + b"\n" + b"".join(parts)


def parted(raw: bytes) -> list[bytes]:
    """Return what `join` has joined; raises Unkeepable for anything else."""
    lengths, _line, rest = raw.partition(b"\n")
    found = []
    start = 0
    try:
        for length in json.loads(lengths):
            found.append(rest[start : start + length])
            start += length
    except (ValueError, TypeError) as error:
        raise Unkeepable(str(error)) from error
    return found


def pack_parts(value: object, seldom: tuple[str, ...], root: Path | None = None) -> bytes:
    """Return the fields of a dataclass as bytes; raises Unkeepable."""
    often = {
        one.name: getattr(value, one.name)
        for one in fields(value)  # type: ignore[arg-type]
        if one.name not in seldom
    }
    return join(pack(often, root), *(pack(getattr(value, name), root) for name in seldom))


def unpack_parts(raw: bytes, kind: type[T], root: Path | None = None) -> T:
    """Return an object of a class that `lazy` has made; raises Unkeepable.

    Its `outline` is the digest of all that is not seldom asked for.
    """
    often, *seldom = parted(raw)
    value = kind.__new__(kind)
    try:
        vars(value).update(
            unpack(often, root), outline=digest_of(often), **{_PACKED: (seldom, root)}
        )
    except TypeError as error:
        raise Unkeepable(str(error)) from error
    return value


def lazy(kind: type[T], seldom: tuple[str, ...]) -> type[T]:
    """Return the class whose objects unpack these fields of theirs when they are asked for."""

    def part(place: int) -> cached_property[Any]:
        def unpacked(self: Any) -> Any:
            parts, root = vars(self)[_PACKED]
            return unpack(parts[place], root)

        return cached_property(unpacked)

    made = type(kind.__name__, (kind,), {name: part(n) for n, name in enumerate(seldom)})
    for name in seldom:
        vars(made)[name].__set_name__(made, name)
    return made
