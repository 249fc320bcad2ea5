"""A small shape with one key of each kind, and the words in which tests edit such a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.browser_editor.file_format import Form, Format, Shape
from tests.browser_editor.oracle import form_of, normal_form

TEXT: Shape = {"type": "value"}
_PAIR: Shape = {"type": "mapping", "keys": {"a": TEXT, "b": TEXT}}
_DAY: Shape = {"type": "mapping", "keys": {"am": TEXT, "grund": TEXT}}
_KEYS: dict[str, Shape] = {
    "title": TEXT,
    "text": TEXT,
    "days": {"type": "words"},
    "fact": {"type": "fact", "of": TEXT},
    "house": {"type": "fact", "of": _PAIR},
    "hours": {"type": "fact", "of": {"type": "list", "of": _PAIR}},
    "pair": _PAIR,
    "who": {**_PAIR, "short": "a"},
    "all": {"type": "fact", "of": {"type": "list", "of": {**_PAIR, "short": "a"}}},
    "tags": {"type": "list", "of": TEXT},
    "pairs": {"type": "list", "of": _PAIR},
    "off": {"type": "list", "of": _DAY, "short": "am"},
    "times": {"type": "list", "of": _PAIR, "required": True},
    "end": TEXT,
}
DATA: Shape = {"layout": "yaml", "root": {"type": "mapping", "keys": _KEYS}}
PAGE: Shape = {**DATA, "layout": "front-matter"}


def edit(
    file_format: Format, text: str, change: Callable[[Form], object], shape: Shape = DATA
) -> str:
    """Return the file after `change` was made to its form; our own reader agrees."""
    form = file_format.read(text, shape)
    change(form)
    written = file_format.write(text, shape, form)
    assert form_of(written, shape) == normal_form(form, shape)
    return written


def put(*path: str | int, to: Any) -> Callable[[Form], None]:
    """Return what puts a value at a path of a form."""

    def change(form: Form) -> None:
        at: Any = form
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = to

    return change
