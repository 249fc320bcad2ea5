"""A value where keys could stand → the same behind a key: `contact: erika`."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BeforeValidator

from schaukasten.model.reading.fields import refuse_several


@dataclass(frozen=True)
class Short(BeforeValidator):
    """Lets a mapping be written as the value of one of its keys, which has the name `key`."""

    key: str = ""


def short_for(key: str) -> Short:
    """Return what puts a value that was written without a key behind `key`."""

    def long_form(value: object) -> object:
        refuse_several(value)
        return value if isinstance(value, dict) else {key: value}

    return Short(long_form, key=key)
