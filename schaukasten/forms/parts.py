"""A schema → what each of its keys holds: a value, a fact, a list, or keys of its own."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo

from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.fields import Date
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.short import Short

#: What validates a value; two are equal where they call the same function.
Check = BeforeValidator | AfterValidator | PlainValidator


@dataclass(frozen=True)
class Value:
    """One value, written as text; `checks` are what the schema makes it pass, in order."""

    type: type | None
    checks: tuple[Check, ...]

    @property
    def is_day(self) -> bool:
        """Whether it is a day of the calendar."""
        return get_args(Date)[-1] in self.checks


@dataclass(frozen=True)
class FactPart:
    """A value with its source and the day of its confirmation, or the value alone."""

    of: Part


@dataclass(frozen=True)
class ListPart:
    """Several of the same; `short` is the key that an entry without keys stands for."""

    of: Part
    short: str | None = None


@dataclass(frozen=True)
class Mapping:
    """Keys of its own, those of a schema; a value without keys stands for the one named `short`."""

    schema: type[Schema]
    short: str | None = None

    @property
    def keys(self) -> dict[str, Key]:
        """What each key holds, as it is written in a file; in the order of the schema."""
        return {
            field.alias or name: Key(field, _part(field.annotation, list(field.metadata)))
            for name, field in self.schema.model_fields.items()
        }


Part = Value | FactPart | ListPart | Mapping


@dataclass(frozen=True)
class Key:
    """A key of a mapping: what pydantic knows of it, and what it holds."""

    field: FieldInfo
    part: Part


def parts_of(schema: type[Schema]) -> Mapping:
    """Return what a schema holds."""
    return Mapping(schema)


def _part(annotation: Any, metadata: list[Any]) -> Part:
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            metadata = more + metadata
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(one for one in get_args(annotation) if one is not types.NoneType)
        else:
            break
    if get_origin(annotation) is list:
        (inner,) = get_args(annotation)
        return ListPart(_part(inner, []), _short(_metadata(inner)))
    if isinstance(annotation, type) and issubclass(annotation, Fact):
        # A fact of something: its parts are those of any fact, and the thing itself.
        return FactPart(_part(annotation.model_fields["value"].annotation, []))
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        return Mapping(annotation, _short(metadata))
    checks = tuple(one for one in metadata if isinstance(one, Check))
    return Value(annotation if isinstance(annotation, type) else None, checks)


def _short(metadata: Iterable[Any]) -> str | None:
    """The key that stands for all: `nicht: [2026-12-24]` is `[{am: 2026-12-24}]`."""
    return next((one.key for one in metadata if isinstance(one, Short)), None)


def _metadata(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from get_args(annotation)[1:]
