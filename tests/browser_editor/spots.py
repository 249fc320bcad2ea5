"""A form and its shape → all places at which an editor could change something."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.browser_editor.file_format import Form, Shape
from tests.browser_editor.oracle import CONFIRMED

Path = tuple[str | int, ...]
_TEXT: Shape = {"type": "value"}


@dataclass(frozen=True)
class Spot:
    """A text of a form, with what it holds; `now` is empty where there is none."""

    path: Path
    now: str
    is_day: bool = False

    def other(self, text: str = "x") -> str:
        """Return what is there then when somebody has added a text, or has chosen a day."""
        if not self.is_day:
            return self.now.strip() + text
        return "2031-02-03" if text == "x" else "2032-03-04"

    def __str__(self) -> str:
        return ".".join(map(str, self.path))


def spots(form: Form, shape: Shape) -> Iterator[Spot]:
    """Yield every text that stands in the form or could; lists stay as long as they are."""
    root = shape["root"]
    if root["type"] == "list":
        yield from _spots(form["entries"], root, ("entries",))
    else:
        yield from _spots(form, root, ())
    if shape["layout"] == "front-matter":
        yield Spot(("body",), form["body"])


def _spots(value: Any, shape: Shape, path: Path) -> Iterator[Spot]:
    match shape["type"]:
        case "list":
            for index, entry in enumerate(value or []):
                yield from _spots(entry, shape["of"], (*path, index))
        case "fact":
            keys = {"value": shape["of"], "source": _TEXT, "confirmed": CONFIRMED}
            yield from _keys(value, keys, path)
        case "mapping":
            yield from _keys(value, shape["keys"], path)
        case "choice":
            # What is as usual stands in no file.
            yield Spot(path, "" if value in (None, shape.get("default")) else value)
        case "date":
            yield Spot(path, value or "", is_day=True)
        case _:
            yield Spot(path, value or "")


def _keys(value: Any, shapes: dict[str, Shape], path: Path) -> Iterator[Spot]:
    for key, shape in shapes.items():
        yield from _spots((value or {}).get(key), shape, (*path, key))


def changed(form: Form, path: Path, value: Any) -> Form:
    """Return a form in which another value stands at the path."""
    result = copy.deepcopy(form)
    at: Any = result
    for step, following in pairwise(path):
        if isinstance(step, str) and at.get(step) is None:
            at[step] = [] if isinstance(following, int) else {}
        at = at[step]
    at[path[-1]] = value
    return result


def lists(value: Any, shape: Shape, path: Path = ()) -> Iterator[tuple[Path, Shape]]:
    """Yield the path and the shape of every list that stands in a form."""
    match shape["type"]:
        case "list":
            if value:
                yield path, shape
            for index, entry in enumerate(value or []):
                yield from lists(entry, shape["of"], (*path, index))
        case "fact":
            yield from lists((value or {}).get("value"), shape["of"], (*path, "value"))
        case "mapping":
            for key, inner in shape["keys"].items():
                yield from lists((value or {}).get(key), inner, (*path, key))


def at(form: Form, path: Path) -> Any:
    found: Any = form
    for step in path:
        found = found[step]
    return found
