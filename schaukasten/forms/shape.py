"""A schema → the shape of its files, by which the file format in the browser reads and writes them.

The shape is plain data, since JavaScript reads it: `page/src/format/`.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import PlainValidator

from schaukasten.forms.choices import usual, words_of
from schaukasten.forms.order import rank
from schaukasten.forms.parts import FactPart, ListPart, Mapping, Part, Value, parts_of
from schaukasten.model.kinds.item import Item
from schaukasten.model.reading.schema import ENTRIES, Schema
from schaukasten.model.time.words import weekdays

Layout = Literal["front-matter", "yaml"]


def shape_of(schema: type[Schema], layout: Layout) -> dict[str, Any]:
    """Return `{layout, root}`; a file that is a list has a list as its root.

    Of a part it says its `type` (value, date, words, choice, fact, list or mapping); `of` what a
    fact or a list holds, `keys` those of a mapping in the order of new files; `short` the key for
    which a value without keys stands; `required` that an empty list is written as such. "words" may
    be a list; of a choice, `words` says what a form shows for each word of a file in small letters,
    and `default` what holds without one.
    """
    keys = parts_of(schema).keys
    if ENTRIES in keys:
        return {"layout": layout, "root": _shape(keys[ENTRIES].part)}
    return {"layout": layout, "root": _shape(parts_of(schema))}


def _shape(part: Part) -> dict[str, Any]:
    match part:
        case FactPart(ListPart(of)):
            # There a word in the place of the list says that there is none, or that nobody knows.
            return {"type": "fact", "of": {"type": "list", "of": _shape(of)}}
        case FactPart(of):
            return {"type": "fact", "of": _shape(of)}
        case ListPart(of, short):
            entry = {key: value for key, value in _shape(of).items() if key != "short"}
            return {"type": "list", "of": entry} | ({"short": short} if short else {})
        case Mapping(_, short):
            keys = {"type": "mapping", "keys": _keys(part)}
            return keys | ({"short": short} if short else {})
        case Value() if words := words_of(part):
            shown = {written.casefold(): word for written, word in words.items()}
            return {"type": "choice", "words": shown}
        case Value(is_day=True):
            return {"type": "date"}
        case Value(_, checks):
            return {"type": "words" if PlainValidator(weekdays) in checks else "value"}


def _keys(mapping: Mapping) -> dict[str, Any]:
    shapes = {}
    for name, key in mapping.keys.items():
        shapes[name] = _shape(key.part)
        if isinstance(key.part, ListPart) and key.field.is_required():
            shapes[name]["required"] = True
        words = words_of(key.part) if isinstance(key.part, Value) else {}
        if words and (word := usual(key.field, words)) is not None:
            shapes[name]["default"] = word
    if issubclass(mapping.schema, Item):
        return {name: shapes[name] for name in sorted(shapes, key=rank)}
    return shapes
