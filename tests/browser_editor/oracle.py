"""What our own reader makes of a file, held against what the browser editor makes of it."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from functools import lru_cache
from typing import Any

from schaukasten.model.reading.front_matter import split
from schaukasten.model.reading.plain_text import plain
from schaukasten.model.reading.source import text_of
from schaukasten.model.reading.yaml_text import parse
from tests.browser_editor.file_format import Form, Shape

_TEXT: Shape = {"type": "value"}
CONFIRMED: Shape = {"type": "date"}


def data_of(text: str, shape: Shape) -> Any:
    """Return the data of a file; fails where our reader finds a mistake in its YAML."""
    return _data(text, shape["layout"])


#: A test asks twice or three times of the same text, and our reader is thorough, not fast.
@lru_cache(maxsize=4)
def _data(text: str, layout: str) -> Any:
    text = text_of(text.encode())
    yaml = split(text).yaml if layout == "front-matter" else parse(text)
    assert not yaml.errors, (yaml.errors[0][1].what, text)
    return yaml.data


def form_of(text: str, shape: Shape) -> Any:
    """Return what our reader reads, as far as a form shows it, without what is empty."""
    data = normal(shape["root"], data_of(text, shape))
    if shape["layout"] == "yaml":
        return data
    return (data, _text(split(text_of(text.encode())).body))


def normal_form(form: Form, shape: Shape) -> Any:
    """Return the same of a form of the editor."""
    is_list = shape["root"]["type"] == "list"
    data = normal(shape["root"], form["entries"] if is_list else form)
    return data if shape["layout"] == "yaml" else (data, _text(form.get("body")))


def normal(shape: Shape, value: Any) -> Any:
    match shape["type"]:
        case "list":
            if isinstance(value, str) and not shape.get("short") and _is_keyed(shape["of"]):
                return None
            entries = value if isinstance(value, list) else [value]
            short = shape.get("short")
            longs = [{short: one} if short and isinstance(one, str) else one for one in entries]
            return [one for one in (normal(shape["of"], one) for one in longs) if one] or None
        case "fact":
            is_full = isinstance(value, dict) and (
                value.keys() & {"value", "confirmed"} or value.keys() == {"source"}
            )
            value = value if is_full else {"value": value}
            return _keys({"value": shape["of"], "source": _TEXT, "confirmed": CONFIRMED}, value)
        case "mapping":
            if "short" in shape and isinstance(value, str):
                value = {shape["short"]: value}
            return _keys(shape["keys"], value if isinstance(value, dict) else {})
        case "choice":
            word = shape["words"].get((_text(value) or "").casefold(), _text(value))
            return None if word in (None, shape.get("default")) else word
        case "date":
            # Words are no day, and no part of a form.
            return _text(value) if is_day(_text(value)) else None
        case _:
            return _text(", ".join(value) if isinstance(value, list) else value)


def others(shape: Shape, data: Any) -> list[tuple[str, Any]]:
    """Return the keys that no form shows, with what they hold, in the order of the file."""
    match shape["type"]:
        case "list":
            entries = data if isinstance(data, list) else [data]
            return [found for one in entries for found in others(shape["of"], one)]
        case "fact":
            if isinstance(data, dict) and data.keys() & {"value", "confirmed"}:
                keys = {"value": shape["of"], "source": _TEXT, "confirmed": CONFIRMED}
                return others({"type": "mapping", "keys": keys}, data)
            return others(shape["of"], data)
        case "mapping" if isinstance(data, dict):
            keys = shape["keys"]
            inner = [one for key in data if key in keys for one in others(keys[key], data[key])]
            return [(key, data[key]) for key in data if key not in keys] + inner
    return []


def is_day(value: Any) -> bool:
    """Whether it is a text that a calendar gives."""
    with suppress(TypeError, ValueError):
        # Python takes other notations of ISO 8601 as well.
        return dt.date.fromisoformat(value).isoformat() == value
    return False


def _keys(shapes: dict[str, Shape], value: dict[str, Any]) -> Any:
    kept = {key: normal(of, value.get(key)) for key, of in shapes.items()}
    return {key: one for key, one in kept.items() if one is not None} or None


def _text(value: str | None) -> str | None:
    # Our reader puts a plain space for one at which no line breaks, where YAML wants a space.
    return plain((value or "").replace("\r\n", "\n")).replace("\u00a0", " ").strip() or None


def _is_keyed(shape: Shape) -> bool:
    return shape["type"] == "mapping" or (shape["type"] == "fact" and _is_keyed(shape["of"]))
