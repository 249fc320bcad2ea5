"""An object → bytes of which the seldom parts are unpacked when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from schaukasten.kept.codec import Packed, Unkeepable, pack, unpack

T = TypeVar("T")

_PACKED, _SELDOM = "_packed", "_seldom"
_LENGTH = 8
#: Of how many objects a fleeting field is remembered.
_RECENT = 8


def join(*parts: Packed) -> bytes:
    """Return several bytes as one, each with its length before it."""
    return b"".join(one for part in parts for one in (len(part).to_bytes(_LENGTH, "big"), part))


def parted(raw: Packed, count: int) -> list[memoryview]:
    """Return so many parts that `join` has joined; raises Unkeepable for anything else.

    They are windows on the bytes, of which a large site has a hundred megabytes.
    """
    found = []
    window = memoryview(raw)
    start = 0
    while start < len(raw):
        begin = start + _LENGTH
        start = begin + int.from_bytes(raw[start:begin], "big")
        found.append(window[begin:start])
    if start != len(raw) or len(found) != count:
        raise Unkeepable("parts are missing")
    return found


def pack_parts(value: object, seldom: tuple[str, ...]) -> bytes:
    """Return the fields of a dataclass as bytes; raises Unkeepable."""
    often = {
        one.name: getattr(value, one.name)
        for one in fields(value)  # type: ignore[arg-type]
        if one.name not in seldom
    }
    return join(pack(often), *(pack(getattr(value, name)) for name in seldom))


def unpack_parts(raw: bytes, kind: type[T]) -> T:
    """Return an object of a class that `lazy` has made; raises Unkeepable."""
    often, *seldom = parted(raw, 1 + len(vars(kind)[_SELDOM]))
    fields_of_it = unpack(often)
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    if not isinstance(fields_of_it, dict) or names != {*fields_of_it, *vars(kind)[_SELDOM]}:
        raise Unkeepable("other fields")
    return lazy_object(kind, fields_of_it, seldom)


def lazy_object(
    kind: type[T],
    often: dict[str, Any],
    seldom: list[memoryview] | Callable[[], list[memoryview]],
    root: Path | None = None,
) -> T:
    """Return an object of a class that `lazy` has made, from its fields and its packed parts.

    These may be fetched by a function, when somebody asks for one.
    """
    value = kind.__new__(kind)
    vars(value).update(often, **{_PACKED: (seldom, root)})
    return value


def lazy(kind: type[T], seldom: tuple[str, ...], fleeting: tuple[str, ...] = ()) -> type[T]:
    """Return the class whose objects unpack these fields of theirs when they are asked for.

    Those that are `fleeting` are forgotten soon: of a text, for which nobody asks a second time.
    """

    def part(place: int) -> Callable[[Any], Any]:
        def unpacked(self: Any) -> Any:
            parts, root = vars(self)[_PACKED]
            if callable(parts):
                parts = parts()
                vars(self)[_PACKED] = parts, root
            return unpack(parts[place], root)

        return unpacked

    inside: dict[str, Any] = {
        name: _fleeting(part(place)) if name in fleeting else cached_property(part(place))
        for place, name in enumerate(seldom)
    }
    made = type(kind.__name__, (kind,), {**inside, _SELDOM: seldom})
    for name, one in inside.items():
        if isinstance(one, cached_property):
            one.__set_name__(made, name)
    return made


def _fleeting(unpacked: Callable[[Any], Any]) -> property:
    recent: dict[int, tuple[object, Any]] = {}

    def get(self: Any) -> Any:
        # The object stays as well, so that no other one can get its id.
        met = recent.get(id(self))
        if met is None:
            if len(recent) == _RECENT:
                del recent[next(iter(recent))]
            met = recent[id(self)] = self, unpacked(self)
        return met[1]

    return property(get)
