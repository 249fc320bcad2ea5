"""A schema and a place in a file → the schemas and keys that may stand there."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

import schaukasten.pydantic_library  # noqa: F401  # before the first class is made
from schaukasten.model.reading.yaml_places import Loc


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    for schema in schemas_at(model, loc):
        return [
            field.alias or name
            for name, field in schema.model_fields.items()
            if name not in getattr(schema, "idle", ())
        ]
    return []


def field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    while loc and not isinstance(loc[-1], str):
        loc = loc[:-1]
    if not loc:
        return None
    for schema in schemas_at(model, loc[:-1]):
        for name, field in schema.model_fields.items():
            if loc[-1] in (name, field.alias):
                return field
    return None


def schemas_at(model: type[BaseModel], loc: Loc) -> Iterator[type[BaseModel]]:
    """The schema classes that the value at `loc` may have."""
    if not loc:
        yield model
        return
    for part in (part for part in loc if isinstance(part, str)):
        found = [
            inner
            for name, field in model.model_fields.items()
            if part in (name, field.alias)
            for inner in _schemas_in(field.annotation)
        ]
        if not found:
            return
        model = found[0]
    yield model


def _schemas_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (list, tuple, dict, Union, types.UnionType, Annotated):
        for inner in get_args(annotation):
            yield from _schemas_in(inner)
