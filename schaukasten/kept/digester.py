"""A value → a digest of all that it holds: equal digests, equal values.

It walks what our objects are made of (dataclasses, pydantic's models, containers, plain values) and
refuses everything else. So nothing can be shown on a page and be missing in its digest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
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

    An object that bears a digest of itself (`seen_as`) is not walked either. Objects must not be
    changed between two looks at them.
    """

    def __init__(self) -> None:
        # The object stays too, so that no other one can get its id.
        self._met: dict[int, tuple[object, bytes]] = {}
        self._ways: dict[type, Callable[[Any], bytes]] = {}

    def __call__(self, value: object) -> str:
        """Return the digest; raise TypeError for what cannot be seen through."""
        return digest_of(self._bytes(value))

    def _bytes(self, value: Any) -> bytes:
        kind = type(value)
        if kind is str:
            raw = value.encode("utf-8", "surrogatepass")
            return b"%d:%b" % (len(raw), raw)
        if value is None:
            return b"-"
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(kind)
        return way(value)

    def _way(self, kind: type) -> Callable[[Any], bytes]:
        """Return how the values of a class become bytes."""
        name = kind.__name__
        if kind is bool:
            return lambda value: b"yes" if value else b"no"
        if issubclass(kind, Enum):
            return lambda value: f"{name}.{value.name}".encode()
        if issubclass(kind, str):
            return self._text
        if issubclass(kind, _PLAIN):
            return lambda value: self._plain(name, value)
        if kind is bytes:
            return lambda value: b"b%d:%b" % (len(value), value)
        if kind in (list, tuple):
            return lambda value: b"[%b]" % b",".join([self._bytes(one) for one in value])
        if issubclass(kind, dict):
            return self._mapping
        if kind is SimpleNamespace:
            return lambda value: self._mapping(vars(value))
        if issubclass(kind, set | frozenset):
            return lambda value: b"<%b>" % b",".join(sorted(map(self._bytes, value)))
        return self._way_of_object(kind)

    def _plain(self, name: str, value: object) -> bytes:
        raw = str(value).encode("utf-8", "surrogatepass")
        return b"%b%d:%b" % (name.encode(), len(raw), raw)

    def _text(self, value: str) -> bytes:
        """A text of a class of its own, with what it has besides."""
        raw = str.encode(value, "utf-8", "surrogatepass")
        more = self._bytes(dict(getattr(value, "__dict__", {})))
        return b"%b%d:%b%b" % (type(value).__name__.encode(), len(raw), raw, more)

    def _mapping(self, value: dict[Any, Any]) -> bytes:
        pairs = [self._bytes(key) + b"=" + self._bytes(one) for key, one in value.items()]
        return b"{%b}" % b",".join(pairs)

    def _way_of_object(self, kind: type) -> Callable[[Any], bytes]:
        name = kind.__qualname__.encode()
        names = _names(kind)
        bears_one = hasattr(kind, "seen_as")

        def walked(value: Any) -> bytes:
            if bears_one and (own := value.seen_as):
                return b"%b(%b)" % (name, own.encode())
            met = self._met.get(id(value))
            if met is None:
                parts = b",".join([self._bytes(getattr(value, one)) for one in names])
                met = self._met[id(value)] = value, digest_of(name, parts).encode()
            return met[1]

        return walked


def _names(kind: type) -> tuple[str, ...]:
    """Return the names of what objects of a class are made of."""
    if issubclass(kind, BaseModel):
        # What is no field is seen as well, through properties.
        return (*kind.model_fields, *kind.__private_attributes__)
    if is_dataclass(kind):
        return tuple(one.name for one in fields(kind))
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return tuple(kind._fields)
    raise TypeError(f"“{kind.__qualname__}” cannot be seen through: give the template plain values")
