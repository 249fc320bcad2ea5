"""A GraphQL query and what a forge holds → its answer, in strictly the fields that were asked for.

What a forge holds are mappings, by the names of their fields; a field that takes arguments is a
function of them. A field or an argument that is not there is no part of the forge: it is Unknown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.browser.forge.server import Unknown

_TOKEN = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|(\.\.\.|[{}()\[\]:!])|(\$?\w+)|,)')

Value = Callable[[Mapping[str, Any]], Any]


@dataclass(frozen=True)
class Field:
    """What is asked for: a field by its alias, or with `on` the fields of a type alone."""

    name: str = ""
    alias: str = ""
    on: str = ""
    arguments: dict[str, Value] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)


def answer(query: str, variables: Mapping[str, Any], roots: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data; `roots` has `query` and `mutation`. Raises Unknown, and what fields do."""
    reader = _Reader(query)
    kind = reader.take()
    declared = reader.declared()
    asked = reader.fields()
    for name, is_needed in declared.items():
        if query.count(f"${name}") != len(re.findall(rf"\${name}\b", query)):
            raise Unknown(f"${name} begins the name of another variable")
        if len(re.findall(rf"\${name}\b", query)) < 2:
            raise Unknown(f"Variable ${name} is declared but not used")
        if is_needed and variables.get(name) is None:
            raise Unknown(f"Variable ${name} was not provided")
    return _selected(roots[kind], asked, {name: variables.get(name) for name in declared})


def _selected(held: Any, asked: list[Field], variables: Mapping[str, Any]) -> Any:
    if held is None:
        return None
    if isinstance(held, list):
        return [_selected(one, asked, variables) for one in held]
    if not isinstance(held, Mapping):
        if asked:
            raise Unknown(f"{held!r} has no fields")
        return held
    if not asked:
        raise Unknown(f"fields of {sorted(held)} have to be named")
    told: dict[str, Any] = {}
    for one in asked:
        if one.on:
            if held.get("__typename") == one.on:
                told |= _selected(held, one.fields, variables)
            continue
        if one.name not in held:
            raise Unknown(f"Field '{one.name}' doesn't exist, only {sorted(held)}")
        value = held[one.name]
        arguments = {name: made(variables) for name, made in one.arguments.items()}
        if callable(value):
            value = value(**arguments)
        elif arguments:
            raise Unknown(f"Field '{one.name}' takes no arguments")
        told[one.alias] = _selected(value, one.fields, variables)
    return told


class _Reader:
    def __init__(self, text: str):
        self._tokens = [match.group().strip() for match in _TOKEN.finditer(text)]
        self._tokens = [token for token in self._tokens if token not in ("", ",")]
        self._at = 0

    def take(self, wanted: str = "") -> str:
        token = self._tokens[self._at]
        if wanted and token != wanted:
            raise Unknown(f"{wanted} expected at {' '.join(self._tokens[self._at :][:8])}")
        self._at += 1
        return token

    def is_next(self, token: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at] == token

    def declared(self) -> dict[str, bool]:
        """The variables of an operation, and whether each has to be there."""
        found: dict[str, bool] = {}
        if not self.is_next("("):
            return found
        self.take("(")
        while not self.is_next(")"):
            name = self.take()
            self.take(":")
            while not (self.is_next(")") or self._tokens[self._at].startswith("$")):
                found[name[1:]] = self.take() == "!"
        self.take(")")
        return found

    def fields(self) -> list[Field]:
        found: list[Field] = []
        if not self.is_next("{"):
            return found
        self.take("{")
        while not self.is_next("}"):
            found.append(self._field())
        self.take("}")
        return found

    def _field(self) -> Field:
        name = self.take()
        if name == "...":
            self.take("on")
            return Field(on=self.take(), fields=self.fields())
        alias = name
        if self.is_next(":"):
            self.take(":")
            name = self.take()
        arguments = {}
        if self.is_next("("):
            self.take("(")
            while not self.is_next(")"):
                argument = self.take()
                self.take(":")
                arguments[argument] = self._value()
            self.take(")")
        return Field(name, alias, "", arguments, self.fields())

    def _value(self) -> Value:
        token = self.take()
        if token == "[":
            items = []
            while not self.is_next("]"):
                items.append(self._value())
            self.take("]")
            return lambda variables: [item(variables) for item in items]
        if token == "{":
            parts = {}
            while not self.is_next("}"):
                name = self.take()
                self.take(":")
                parts[name] = self._value()
            self.take("}")
            return lambda variables: {name: part(variables) for name, part in parts.items()}
        if token.startswith("$"):
            return lambda variables: variables[token[1:]]
        # Texts, numbers, true and false are those of JSON; what is left is a name of a choice.
        try:
            plain = json.loads(token)
        except ValueError:
            plain = token
        return lambda variables: plain
