"""A schema and the choices → the fields of a form, as Sveltia CMS takes them."""

from __future__ import annotations

from collections.abc import Mapping as Words
from dataclasses import dataclass
from typing import Any

from schaukasten.forms.choices import Choices, named_by, usual, words_of
from schaukasten.forms.hints import FORM_HINTS, HINTS
from schaukasten.forms.labels import DARK_LABEL, LABELS
from schaukasten.forms.lists import SINGULARS, summary_of
from schaukasten.forms.order import rank
from schaukasten.forms.parts import FactPart, Key, ListPart, Mapping, Part, Value, parts_of
from schaukasten.forms.patterns import pattern_of
from schaukasten.language.messages import Gettext, Message
from schaukasten.model.association.palette import DARK
from schaukasten.model.files.gallery import GalleryEntry, GalleryPicture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.kinds.item import Item, Status
from schaukasten.model.kinds.page import TEMPLATES
from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.rhythm import RHYTHMS

Field = dict[str, Any]

#: In which `file` is a picture.
_OF_PICTURES = (PictureNote, GalleryEntry, GalleryPicture)
#: Texts of more than a line.
_LONG = frozenset(
    {
        "summary",
        "alt",
        "greeting",
        "directions",
        "short",
        "medium",
        "long",
        "text",
        "note",
        "answer",
    }
)


@dataclass(frozen=True)
class Form:
    """What the fields of all forms are made with."""

    choices: Choices
    gettext: Gettext

    def fields(self, schema: type[Schema]) -> list[Field]:
        """Return the fields of a file with that schema; of a text also that of its body."""
        mapping = parts_of(schema)
        fields = self._mapping(mapping)
        if issubclass(schema, Item):
            fields.append(self._body(schema))
            fields.sort(key=lambda field: rank(field["name"]))
        return fields

    def label(self, schema: type[Schema], key: str) -> str:
        """Return what a key is called."""
        if key.endswith(DARK) and key not in LABELS:
            light = LABELS[key.removesuffix(DARK)]
            return Message(DARK_LABEL.msgid, (("label", light),)).text(self.gettext)
        label = _of(LABELS, schema, key)
        assert label is not None, f"{schema.__name__}.{key} has no label"
        return label.text(self.gettext)

    def _body(self, schema: type[Schema]) -> Field:
        return {
            "name": "body",
            "label": self.label(schema, "body"),
            "hint": self._hint(schema, "body"),
            "widget": "richtext",
            "required": False,
            # What stands behind a colon is a time or a name, and no picture of a face.
            "use_emoji_autocomplete": False,
        }

    def _mapping(self, mapping: Mapping) -> list[Field]:
        return [self._field(mapping, name, key) for name, key in mapping.keys.items()]

    def _field(self, mapping: Mapping, name: str, key: Key) -> Field:
        field: Field = {"name": name, "label": self.label(mapping.schema, name)}
        if hint := self._hint(mapping.schema, name):
            field["hint"] = hint
        # A list that has to be there may be empty: of an offer whose times are not known yet.
        may_be_empty = isinstance(key.part, FactPart) or (
            isinstance(key.part, ListPart) and isinstance(key.part.of, Mapping)
        )
        field["required"] = key.field.is_required() and not may_be_empty
        field |= self._widget(mapping, name, key.part)
        if isinstance(key.part, Value) and (words := words_of(key.part)):
            word = usual(key.field, words)
            # There is always an answer; a new text begins as a draft, as `new` makes it.
            field["required"] = word is not None
            if word is not None:
                field["default"] = Status.DRAFT.value if name == "status" else word
        return field

    def _widget(self, mapping: Mapping, name: str, part: Part, is_fact: bool = False) -> Field:
        match part:
            case FactPart(of):
                return self._fact(mapping, name, of)
            case ListPart(of):
                return self._list(mapping, name, of)
            case Mapping():
                field: Field = {"widget": "object", "fields": self._mapping(part)}
                return field | {"collapsed": "auto"} | summary_of(name, self.gettext)
            case Value():
                return self._value(mapping, name, part, is_fact)

    def _fact(self, mapping: Mapping, name: str, of: Part) -> Field:
        fact = parts_of(Fact)
        value: Field = {
            "name": "value",
            "label": self.label(Fact, "value"),
            "hint": self._hint(Fact, "value"),
            "required": False,
        }
        value |= self._widget(mapping, name, of, is_fact=True)
        rest = [self._field(fact, key, fact.keys[key]) for key in ("source", "confirmed")]
        return {"widget": "object", "fields": [value, *rest], "collapsed": "auto"}

    def _list(self, mapping: Mapping, name: str, of: Part) -> Field:
        if choices := named_by(mapping, name, self.choices, self.gettext):
            return {"widget": "select", "multiple": True, "options": _options(choices)}
        if isinstance(of, Value) and (words := words_of(of)):
            return {"widget": "select", "multiple": True, "options": _words(words)}
        field: Field = {"widget": "list", "collapsed": "auto"}
        if one := _of(SINGULARS, mapping.schema, name):
            field["label_singular"] = one.text(self.gettext)
        field |= summary_of(name, self.gettext)
        if isinstance(of, Mapping):
            return field | {"fields": self._mapping(of)}
        label = self.label(mapping.schema, name)
        inner = {"name": "entry", "label": label} | self._widget(mapping, name, of)
        if isinstance(of, FactPart):
            # The parts of a fact are those of an entry.
            return field | {"fields": inner["fields"]}
        return field | {"field": inner}

    def _value(self, mapping: Mapping, name: str, value: Value, is_fact: bool) -> Field:
        if issubclass(mapping.schema, _OF_PICTURES) and name == "file":
            return {"widget": "image", "choose_url": False}
        if choices := named_by(mapping, name, self.choices, self.gettext):
            return {"widget": "select", "options": _options(choices)}
        if words := words_of(value):
            return {"widget": "select", "options": _words(words)}
        if value.is_day or (mapping.schema is Fact and name == "confirmed"):
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        field: Field = {"widget": "text" if name in _LONG else "string"}
        key = f"{mapping.schema.__name__}.{name}"
        if pattern := pattern_of(value, key, is_fact):
            field["pattern"] = pattern.for_browser(pattern.remedy.text(self.gettext))
        return field

    def _hint(self, schema: type[Schema], key: str) -> str:
        hint = _of(HINTS | FORM_HINTS, schema, key)
        if hint is None:
            return ""
        listed = {
            "audience": self.choices.audiences,
            "room": self.choices.rooms,
            "tags": self.choices.tags,
            "rhythmus": RHYTHMS,
            "template": [one for one in TEMPLATES if one != "Seite"],
        }.get(key, ())
        if "{choices}" in hint.msgid and not listed:
            return ""
        text = Message(hint.msgid, (("choices", ", ".join(listed)),)).text(self.gettext)
        return text[0].upper() + text[1:]


def _of(words: Words[str, Message | None], schema: type[Schema], key: str) -> Message | None:
    """Return what is said of a key, of that of this schema first."""
    for name in (one.__name__ for one in schema.__mro__):
        if f"{name}.{key}" in words:
            return words[f"{name}.{key}"]
    return words.get(key)


def _words(words: dict[str, str]) -> list[dict[str, str]]:
    return _options({one: one for one in words.values()})


def _options(choices: dict[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for value, label in choices.items()]
