"""A value with its source and the day on which somebody confirmed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Generic, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    model_validator,
)

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.answers import says_none, says_unknown
from schaukasten.model.reading.fields import NO, Text, iso_date
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.yaml_places import Loc, YamlText

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

    An empty `value` is unknown; `value: keine` is known: there is none. Unknown and unconfirmed
    facts are open items: the live site is not published with them. A key that is left out
    altogether says "does not apply".
    """

    value: T | None = None
    source: Text | None = Field(default=None, examples=["Pressemitteilung vom 8. August 2022"])
    #: The day of confirmation; True for a plain value: whoever wrote it stands by it.
    confirmed: Annotated[dt.date | bool, PlainValidator(_confirmed)] = Field(
        default=False, examples=["2026-03-08"]
    )

    _is_none: bool = PrivateAttr(default=False)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, read: ModelWrapValidatorHandler[Fact[T]]) -> Fact[T]:
        if not (isinstance(data, dict) and ("value" in data or "confirmed" in data)):
            data = {"value": data, "confirmed": data is not None}
        value = data.get("value")
        is_none = says_none(value)
        if is_none or says_unknown(value):
            data = {**data, "value": None}
        fact = read(data)
        fact._is_none = is_none
        return fact

    @property
    def is_none(self) -> bool:
        """Whether the answer is that there is none; the value is None then, too."""
        return self._is_none

    @property
    def is_known(self) -> bool:
        """Whether there is an answer: a value, or that there is none."""
        return self.value is not None or self.is_none

    @property
    def is_confirmed(self) -> bool:
        return self.is_known and self.confirmed is not False


def _as_fact(value: object) -> object:
    return {"value": None} if value is None else value


#: For a fact whose key may be left out: with the key and no value it is unknown, not "does not
#: apply".
AsFact = BeforeValidator(_as_fact)


class NeverNone(AfterValidator):
    """Refuses "there is none" as an answer."""


def never_none(why: Message, remedy: Message) -> NeverNone:
    """Return what refuses "there is none" for a field, and says why."""

    def check(fact: Fact[Any]) -> Fact[Any]:
        if fact.is_none:
            raise Invalid(why, remedy)
        return fact

    return NeverNone(check)


class Detail(Fact[T], Generic[T]):
    """A fact that neither the law nor the truth of a page hangs on: unknown is only a hint."""


def open_facts(
    value: object, yaml: YamlText, file: str, loc: Loc = (), may_be_none: bool = True
) -> Iterator[Problem]:
    """Yield a Problem for each fact in `value` that is unknown or unconfirmed."""
    if isinstance(value, Fact) and not value.is_confirmed:
        yield _open(value, yaml.line_of(loc), file, _name(loc), may_be_none)
    elif isinstance(value, Schema):
        for name, field in type(value).model_fields.items():
            may = not any(isinstance(one, NeverNone) for one in field.metadata)
            inner = getattr(value, name)
            yield from open_facts(inner, yaml, file, (*loc, field.alias or name), may)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from open_facts(entry, yaml, file, (*loc, index), may_be_none=False)


def _name(loc: Loc) -> str:
    return next(part for part in reversed(loc) if isinstance(part, str))


def _open(fact: Fact[Any], line: int, file: str, key: str, may_be_none: bool) -> Problem:
    if fact.is_known:
        what = _("“{key}” is not confirmed.", key=key)
        remedy = _("Ask, then write the day of the answer: confirmed: 2026-03-08")
        return Problem(file, line, Severity.OPEN, what, remedy)
    severity = Severity.HINT if isinstance(fact, Detail) else Severity.OPEN
    what = _("“{key}” is not known.", key=key)
    remedy = _("Ask, then fill in “value” and “confirmed”.")
    if may_be_none:
        remedy = _(
            "Ask, then fill in “value” and “confirmed”. If there is none, write: value: keine"
        )
    return Problem(file, line, severity, what, remedy)
