"""What was read → the same with every worded text in it as printed.

Names by which one file speaks of another, addresses and numbers are no words, and stay as typed.
"""

from __future__ import annotations

from typing import Any, TypeVar

from schaukasten.language.typography import printed
from schaukasten.model.reading.fields import Worded
from schaukasten.model.reading.schema import Schema

T = TypeVar("T")


def typeset(value: T, language: str) -> T:
    """Return a value, however deep its texts lie, with the marks of a language (BCP 47)."""
    result: Any = value
    if isinstance(value, Worded):
        result = value.reworded(lambda text: printed(text, language))
    elif isinstance(value, list):
        result = [typeset(one, language) for one in value]
    elif isinstance(value, Schema):
        old = {name: getattr(value, name) for name in type(value).model_fields}
        new = {name: typeset(one, language) for name, one in old.items()}
        changed = {name: one for name, one in new.items() if one is not old[name]}
        result = value.model_copy(update=changed) if changed else value
    return result
