"""An object → bytes of which the seldom parts are unpacked when somebody asks for them."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from schaukasten.kept.codec import Unkeepable, pack, unpack

T = TypeVar("T")

_PACKED = "_packed"


def pack_parts(value: object, seldom: tuple[str, ...], root: Path | None = None) -> bytes:
    """Return the fields of a dataclass as bytes; raises Unkeepable."""
    often = {
        one.name: getattr(value, one.name)
        for one in fields(value)  # type: ignore[arg-type]
        if one.name not in seldom
    }
    parts = [often, *(getattr(value, name) for name in seldom)]
    return json.dumps([pack(part, root).decode() for part in parts], ensure_ascii=False).encode()


def unpack_parts(raw: bytes, kind: type[T], root: Path | None = None) -> T:
    """Return an object of a class that `lazy` has made; raises Unkeepable."""
    try:
        often, *seldom = json.loads(raw)
        own = unpack(often.encode(), root)
        value = kind.__new__(kind)
        value.__dict__.update(own, **{_PACKED: (seldom, root)})
    except (ValueError, TypeError, AttributeError) as error:
        raise Unkeepable(str(error)) from error
    return value


def lazy(kind: type[T], seldom: tuple[str, ...]) -> type[T]:
    """Return the class whose objects unpack these fields of theirs when they are asked for."""

    def part(place: int) -> cached_property[Any]:
        def unpacked(self: Any) -> Any:
            parts, root = self.__dict__[_PACKED]
            return unpack(parts[place].encode(), root)

        return cached_property(unpacked)

    made = type(kind.__name__, (kind,), {name: part(n) for n, name in enumerate(seldom)})
    for name in seldom:
        vars(made)[name].__set_name__(made, name)
    return made
