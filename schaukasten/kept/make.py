"""A class of ours → how an object of it is made from its fields, without running its code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache, partial
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

#: Where our own classes stand.
OURS = "schaukasten."


class Make:
    """How objects of a class are made: its fields, each with what makes its default, if any.

    `usual` are those defaults that all objects may share, `fresh` makes the others.
    """

    def __init__(self, fields: list[tuple[str, Callable[[], Any] | None]], is_model: bool):
        self.fields = fields
        self.is_model = is_model
        # In the order of the fields, in which an object shows them.
        self.usual = {name: default() if default else None for name, default in fields}
        self.fresh = [
            (name, default)
            for name, default in fields
            if default and isinstance(self.usual[name], list | dict | set)
        ]


@cache
def class_named(name: str) -> type:
    """Return the class of ours with a name `module:qualname`; raises LookupError for all else."""
    module, _colon, qualname = name.partition(":")
    if not module.startswith(OURS):
        raise LookupError(name)
    # Whoever unpacks a thing has loaded what it is made of.
    found: Any = sys.modules[module]
    plain, bracket, _kind = qualname.partition("[")
    for part in plain.split("."):
        found = getattr(found, part)
    if bracket:  # A generic model of a kind, which stands in no module.
        found = next(one for one in found.__subclasses__() if one.__qualname__ == qualname)
    is_known = isinstance(found, type) and (
        make_of(found) is not None or issubclass(found, Enum | str | tuple)
    )
    # A module also has what it imports from elsewhere.
    if not is_known or not found.__module__.startswith(OURS):
        raise LookupError(name)
    return found


@cache
def make_of(kind: type) -> Make | None:
    if issubclass(kind, BaseModel):
        models = kind.model_fields.items()
        return Make([(name, _model_default(field)) for name, field in models], is_model=True)
    if is_dataclass(kind) and not hasattr(kind, "__slots__"):
        return Make([(one.name, _default(one)) for one in fields(kind)], is_model=False)
    return None


def _model_default(field: FieldInfo) -> Callable[[], Any] | None:
    if field.is_required():
        return None
    return partial(field.get_default, call_default_factory=True)


def _default(field: Field[Any]) -> Callable[[], Any] | None:
    if field.default_factory is not MISSING:
        return field.default_factory
    return None if field.default is MISSING else partial(_same, field.default)


def _same(value: object) -> object:
    return value


def is_default(value: object, default: Callable[[], Any] | None) -> bool:
    if default is None:
        return False
    usual = default()
    return type(usual) is type(value) and (usual is value or bool(usual == value))
