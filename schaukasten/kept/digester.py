"""A value → a digest of all that it holds: equal digests, equal values.

It walks what our objects are made of (dataclasses, pydantic's models, containers, plain values) and
refuses everything else. So nothing can be shown on a page and be missing in its digest.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import PurePath
from types import SimpleNamespace
from typing import Any

from pydantic import BaseModel

from schaukasten.kept.digest import digest_of

_PLAIN = (int, float, complex, dt.date, dt.time, dt.timedelta, dt.tzinfo, PurePath)


class Digester:
    """Digests values; what has been met before is not walked again.

    An object that bears a digest of itself (`seen_as`) is not walked either. Objects
    must not be changed between two looks at them.
    """

    def __init__(self) -> None:
        # The object stays too, so that no other one can get its id.
        self._met: dict[int, tuple[object, bytes]] = {}
        self._fields: dict[type, tuple[str, ...]] = {}

    def __call__(self, value: object) -> str:
        """Return the digest; raise TypeError for what cannot be seen through."""
        return digest_of(self._bytes(value))

    def _bytes(self, value: Any) -> bytes:
        kind = type(value)
        if value is None or kind is bool:
            return repr(value).encode()
        if isinstance(value, Enum):
            return f"{kind.__name__}.{value.name}".encode()
        if isinstance(value, str):
            return self._text(kind, value)
        if isinstance(value, _PLAIN):
            return f"{kind.__name__}({value!s})".encode()
        if isinstance(value, bytes):
            return b"b%d:" % len(value) + value
        if kind in (list, tuple):
            return b"[" + b",".join(map(self._bytes, value)) + b"]"
        if isinstance(value, dict):
            pairs = (self._bytes(key) + b"=" + self._bytes(one) for key, one in value.items())
            return b"{" + b",".join(pairs) + b"}"
        if kind is SimpleNamespace:
            return self._bytes(vars(value))
        if isinstance(value, set | frozenset):
            return b"<" + b",".join(sorted(map(self._bytes, value))) + b">"
        return self._object(kind, value)

    def _text(self, kind: type, value: str) -> bytes:
        raw = value.encode("utf-8", "surrogatepass")
        more = getattr(value, "__dict__", None)
        name = b"" if kind is str else kind.__name__.encode()
        return name + b"%d:" % len(raw) + raw + (self._bytes(more) if more else b"")

    def _object(self, kind: type, value: Any) -> bytes:
        met = self._met.get(id(value))
        if met is None:
            met = self._met[id(value)] = value, self._walked(kind, value).encode()
        return met[1]

    def _walked(self, kind: type, value: Any) -> str:
        if own := getattr(value, "seen_as", ""):
            return digest_of(kind.__qualname__, own)
        names = self._fields.get(kind)
        if names is None:
            names = self._fields[kind] = _names(kind)
        parts = (self._bytes(getattr(value, name)) for name in names)
        return digest_of(kind.__qualname__, *parts)


def _names(kind: type) -> tuple[str, ...]:
    """Return the names of what objects of a class are made of."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    if is_dataclass(kind):
        return tuple(one.name for one in fields(kind))
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return tuple(kind._fields)
    raise TypeError(f"“{kind.__qualname__}” cannot be seen through: give the template plain values")
