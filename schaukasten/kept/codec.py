"""A value → bytes that can be kept, and back; what comes back runs no code.

JSON with a tag before each value that JSON does not know. Objects are those of our own classes
(dataclasses, pydantic's models, enumerations, named tuples, texts with more to them): whoever can
write into the folder of kept work can change values, and no more. A pickle could do anything.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from schaukasten.kept.make import OURS, class_named, is_default, make_of

#: Bytes, or a window on some.
Packed = bytes | memoryview


class Unkeepable(Exception):
    """A value that cannot be packed, or bytes that are none of ours; it is computed anew."""


def pack(value: object, root: Path | None = None) -> bytes:
    """Return a value as bytes; paths below the folder `root` are kept as seen from it.

    Raises Unkeepable for what is not made of the kinds above.
    """
    packing = _Packing(root)
    packed = packing.value(value)
    text = json.dumps([packing.classes, packed], ensure_ascii=False, separators=(",", ":"))
    # Names of files that are no UTF-8 have such letters.
    return text.encode("utf-8", "surrogatepass")


def unpack(raw: Packed, root: Path | None = None) -> Any:
    """Return the value of bytes that `pack` has made; raises Unkeepable for all others."""
    try:
        classes, packed = json.loads(bytes(raw))
        return _Unpacking([class_named(name) for name in classes], root).value(packed)
    except _UNREADABLE as error:
        raise Unkeepable(str(error)) from error


_UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    StopIteration,
    RecursionError,
)


class _Packing:
    def __init__(self, root: Path | None):
        self.classes: list[str] = []
        self._root = root

    def value(self, value: Any) -> Any:
        kind = type(value)
        if value is None or kind in (str, int, bool, float):
            return value
        if kind is list:
            return ["l", *map(self.value, value)]
        if kind is tuple:
            return ["t", *map(self.value, value)]
        if kind is dict:
            return ["d", *([self.value(key), self.value(one)] for key, one in value.items())]
        if kind is frozenset or kind is set:
            return ["s" if kind is set else "f", *sorted(map(self.value, value), key=repr)]
        if kind in _WRITTEN:
            tag, write, _read = _WRITTEN[kind]
            return [tag, write(value)]
        if isinstance(value, Path):
            if self._root is None or not value.is_relative_to(self._root):
                raise Unkeepable(f"{value} lies elsewhere")
            return ["P", value.relative_to(self._root).as_posix()]
        return self._object(kind, value)

    def _object(self, kind: type, value: Any) -> Any:
        name = f"{kind.__module__}:{kind.__qualname__}"
        if not name.startswith(OURS):
            raise Unkeepable(name)
        if name not in self.classes:
            self.classes.append(name)
        number = self.classes.index(name)
        if isinstance(value, Enum):
            return ["e", number, value.name]
        if isinstance(value, str):
            more = [self.value(dict(vars(value)))] if vars(value) else []
            return ["w", number, str.__str__(value), *more]
        if isinstance(value, tuple):
            return ["n", number, *map(self.value, value)]
        make = make_of(kind)
        if make is None:
            raise Unkeepable(name)
        given = [
            place
            for place, (field, default) in enumerate(make.fields)
            if not is_default(getattr(value, field), default)
        ]
        packed: list[Any] = ["o", number, given]
        packed += (self.value(getattr(value, make.fields[place][0])) for place in given)
        if make.is_model:
            packed += sorted(value.model_fields_set), self.value(value.__pydantic_private__)
        return packed


class _Unpacking:
    def __init__(self, classes: list[type], root: Path | None):
        self._classes = classes
        self._makes = [make_of(kind) for kind in classes]
        self._root = root
        # By tag; there are a hundred thousand of them in a large site.
        self._ways: dict[str, Callable[[list[Any]], Any]] = {
            "o": self._object,
            "w": self._text,
            "l": lambda node: list(map(self.value, node[1:])),
            "t": lambda node: tuple(map(self.value, node[1:])),
            "d": lambda node: {self.value(key): self.value(one) for key, one in node[1:]},
            "s": lambda node: set(map(self.value, node[1:])),
            "f": lambda node: frozenset(map(self.value, node[1:])),
            "e": self._enum,
            "n": self._tuple,
            "P": self._path,
            **_PLAIN,
        }

    def value(self, node: Any) -> Any:
        return self._ways[node[0]](node) if type(node) is list else node

    def _kind(self, number: int, base: type) -> Any:
        """Return a class that was named, if it is one of this sort."""
        kind = self._classes[number]
        if not issubclass(kind, base):
            raise Unkeepable(kind.__qualname__)
        return kind

    def _tuple(self, node: list[Any]) -> Any:
        # Nothing is called here that could do more than to make a tuple.
        return self._kind(node[1], tuple)._make(map(self.value, node[2:]))

    def _path(self, node: list[Any]) -> Path:
        inside = node[1]
        if self._root is None or inside.startswith("/") or ".." in inside.split("/"):
            raise Unkeepable(inside)
        return self._root / inside

    def _enum(self, node: list[Any]) -> Enum:
        found: Enum = self._kind(node[1], Enum)[node[2]]
        return found

    def _text(self, node: list[Any]) -> str:
        text: str = str.__new__(self._kind(node[1], str), node[2])
        if len(node) > 3:
            vars(text).update(self.value(node[3]))
        return text

    def _object(self, node: list[Any]) -> Any:
        kind, make = self._classes[node[1]], self._makes[node[1]]
        if make is None:
            raise Unkeepable(kind.__qualname__)
        own = make.usual.copy()
        for name, default in make.fresh:
            own[name] = default()
        # Behind the values, a model has two entries more.
        for place, one in zip(node[2], node[3:], strict=False):
            own[make.fields[place][0]] = one if type(one) is not list else self.value(one)
        value = kind.__new__(kind)
        object.__setattr__(value, "__dict__", own)
        if make.is_model:
            object.__setattr__(value, "__pydantic_fields_set__", set(node[-2]))
            object.__setattr__(value, "__pydantic_extra__", None)
            object.__setattr__(value, "__pydantic_private__", self.value(node[-1]))
        return value


#: Plain values that JSON does not know: a tag, how each is written, how it is read.
_WRITTEN: dict[type, tuple[str, Callable[[Any], str], Callable[[str], Any]]] = {
    dt.date: ("D", dt.date.isoformat, dt.date.fromisoformat),
    dt.datetime: ("M", dt.datetime.isoformat, dt.datetime.fromisoformat),
    dt.time: ("T", dt.time.isoformat, dt.time.fromisoformat),
    PurePosixPath: ("p", str, PurePosixPath),
    Markup: ("h", str, Markup),
}


def _reading(read: Callable[[str], Any]) -> Callable[[list[Any]], Any]:
    return lambda node: read(node[1])


_PLAIN = {tag: _reading(read) for tag, _write, read in _WRITTEN.values()}
