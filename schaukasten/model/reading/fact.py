"""A value with its source and the day on which somebody confirmed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import NO, Text, iso_date
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.yaml_text import Loc, YamlText

T = TypeVar("T")


def _confirmed(value: object) -> dt.date | bool:
    if (
        isinstance(value, bool)
        or value is None
        or (isinstance(value, str) and value.casefold() in NO)
    ):
        return value is True
    return iso_date(value)


class Fact(Schema, Generic[T]):
    """A value that the site states; plain in YAML, or `{value, source, confirmed}`.

    An empty `value` is unknown. Unknown and unconfirmed facts are open items: the live site is
    not published with them. A key that is left out altogether says "does not apply".
    """

    value: T | None = None
    source: Text | None = Field(default=None, examples=["Pressemitteilung vom 8. August 2022"])
    #: The day of confirmation; True for a plain value: whoever wrote it stands by it.
    confirmed: Annotated[dt.date | bool, PlainValidator(_confirmed)] = Field(
        default=False, examples=["2026-03-08"]
    )

    @model_validator(mode="before")
    @classmethod
    def _wrap_plain_value(cls, data: Any) -> Any:
        if isinstance(data, dict) and ("value" in data or "confirmed" in data):
            return data
        return {"value": data, "confirmed": data is not None}

    @property
    def is_known(self) -> bool:
        return self.value is not None

    @property
    def is_confirmed(self) -> bool:
        return self.is_known and self.confirmed is not False


def _as_fact(value: object) -> object:
    return {"value": None} if value is None else value


#: For a fact whose key may be left out: with the key and no value it is unknown, not "does not
#: apply".
AsFact = BeforeValidator(_as_fact)


class Detail(Fact[T], Generic[T]):
    """A fact that neither the law nor the truth of a page hangs on: unknown is only a hint."""


def open_facts(value: object, yaml: YamlText, file: str, loc: Loc = ()) -> Iterator[Problem]:
    """Yield a Problem for each fact in `value` that is unknown or unconfirmed."""
    if isinstance(value, Fact) and not value.is_confirmed:
        yield _open(value, yaml.line_of(loc), file, _name(loc))
    elif isinstance(value, Schema):
        for name, field in type(value).model_fields.items():
            yield from open_facts(getattr(value, name), yaml, file, (*loc, field.alias or name))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from open_facts(entry, yaml, file, (*loc, index))


def _name(loc: Loc) -> str:
    return next(part for part in reversed(loc) if isinstance(part, str))


def _open(fact: Fact[Any], line: int, file: str, key: str) -> Problem:
    if fact.is_known:
        what = _("“{key}” is not confirmed.", key=key)
        remedy = _("Ask, then write the day of the answer: confirmed: 2026-03-08")
        return Problem(file, line, Severity.OPEN, what, remedy)
    severity = Severity.HINT if isinstance(fact, Detail) else Severity.OPEN
    what = _("“{key}” is not known.", key=key)
    return Problem(file, line, severity, what, _("Ask, then fill in “value” and “confirmed”."))
