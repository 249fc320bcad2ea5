"""An object → bytes of which the seldom parts are unpacked when somebody asks for them."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of

T = TypeVar("T")

_PACKED, _SELDOM = "_packed", "_seldom"
_LENGTH = 8


def join(*parts: bytes) -> bytes:
    """Return several bytes as one, each with its length before it."""
    return b"".join(len(part).to_bytes(_LENGTH, "big") + part for part in parts)


def parted(raw: bytes, count: int) -> list[bytes]:
    """Return so many parts that `join` has joined; raises Unkeepable for anything else."""
    found = []
    start = 0
    while start < len(raw):
        begin = start + _LENGTH
        start = begin + int.from_bytes(raw[start:begin], "big")
        found.append(raw[begin:start])
    if start != len(raw) or len(found) != count:
        raise Unkeepable("parts are missing")
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
    often, *seldom = parted(raw, 1 + len(vars(kind)[_SELDOM]))
    fields_of_it = unpack(often, root)
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    if not isinstance(fields_of_it, dict) or names != {*fields_of_it, *vars(kind)[_SELDOM]}:
        raise Unkeepable("other fields")
    return lazy_object(kind, {**fields_of_it, "outline": digest_of(often)}, seldom, root)


def lazy_object(
    kind: type[T], often: dict[str, Any], seldom: list[bytes], root: Path | None = None
) -> T:
    """Return an object of a class that `lazy` has made, from its fields and its packed parts."""
    value = kind.__new__(kind)
    vars(value).update(often, **{_PACKED: (seldom, root)})
    return value


def lazy(kind: type[T], seldom: tuple[str, ...]) -> type[T]:
    """Return the class whose objects unpack these fields of theirs when they are asked for."""

    def part(place: int) -> cached_property[Any]:
        def unpacked(self: Any) -> Any:
            parts, root = vars(self)[_PACKED]
            return unpack(parts[place], root)

        return cached_property(unpacked)

    inside = {name: part(place) for place, name in enumerate(seldom)}
    made = type(kind.__name__, (kind,), {**inside, _SELDOM: seldom})
    for name in seldom:
        vars(made)[name].__set_name__(made, name)
    return made
