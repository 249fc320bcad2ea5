"""Parsed YAML and a pydantic model → an object, or a Problem in plain words for every fault."""

from __future__ import annotations

import difflib
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

import schaukasten.pydantic_library  # noqa: F401  # before the first class is made
from schaukasten.language.messages import Message, _
from schaukasten.model.reading.german_keys import keys_for
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.schema_keys import field_at, keys_at, schemas_at
from schaukasten.model.reading.written_out import as_mapping
from schaukasten.model.reading.yaml_places import Loc, YamlText

#: The key under which a file that is a list is read.
ENTRIES = "entries"


class Schema(BaseModel):
    """A mapping with known keys only. A field's first example is shown when it is missing."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    #: Keys that say nothing here; they are offered to nobody.
    idle: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        """Return the keys with which one writes what was written without any; {} if unknown."""
        return {}


M = TypeVar("M", bound=Schema)


def read(model: type[M], yaml: YamlText, file: str) -> tuple[M | None, list[Problem]]:
    """Validate `yaml` against `model`; None and all problems if anything is wrong."""
    problems = [
        Problem(file, place.line, Severity.ERROR, error.what, error.remedy, columns=place.columns)
        for place, error in yaml.errors
    ]
    if problems:
        return None, problems
    try:
        return model.model_validate({} if yaml.data is None else yaml.data), []
    except ValidationError as errors:
        found = errors.errors()
    # Whoever wrote "titel" has not forgotten the title.
    meant = {(*one["loc"][:-1], _meant(model, one["loc"])) for one in found if _is_unknown(one)}
    told = [one for one in found if one["type"] != "missing" or one["loc"] not in meant]
    return None, [_problem(model, error, yaml, file) for error in told]


def _problem(model: type[Schema], error: Any, yaml: YamlText, file: str) -> Problem:
    loc: Loc = error["loc"]
    what, remedy = _in_words(model, error, loc, yaml)
    place = yaml.keys.get(loc) if _is_unknown(error) else None
    place = place or yaml.place_of(loc)
    return Problem(file, place.line, Severity.ERROR, what, remedy, columns=place.columns)


def _in_words(model: type[Schema], error: Any, loc: Loc, yaml: YamlText) -> tuple[Message, Message]:
    key = _key(loc)
    invalid = error.get("ctx", {}).get("error")
    if isinstance(invalid, Invalid) and not key:
        return invalid.what, invalid.remedy
    if key == ENTRIES and error["type"] in {"missing", "too_short"}:
        return _("The file holds no entry."), _("Write a list: each entry begins with a hyphen.")
    if isinstance(invalid, Invalid):
        return _("{key}: {what}", key=key, what=invalid.what), invalid.remedy
    match error["type"]:
        case "missing":
            return _("“{key}” is missing.", key=key), _example(model, loc)
        case "extra_forbidden":
            return _("The key “{key}” is not known.", key=key), _suggestion(model, loc)
        case "list_type":
            finished = _with_keys(model, (*loc, 0), error["input"], yaml)
            return _("“{key}” needs a list.", key=key), finished or _example(model, loc)
        case "model_type" | "model_attributes_type" | "dict_type":
            if not loc:
                what = _("The file does not hold a list of keys and values.")
                return what, _("Write lines of the form key: value.")
            what = _("“{key}” needs several lines of its own, each with a key.", key=key)
            if key == ENTRIES:
                what = _("An entry consists of keys with values.")
            return what, _with_keys(model, loc, error["input"], yaml) or _example(model, loc)
        case "too_long":
            limit = error["ctx"]["max_length"]
            what = _("“{key}” has more than {limit} entries.", key=key, limit=limit)
            return what, _("Keep those that matter.")
        case "int_parsing" | "int_type":
            return _("“{key}” needs a whole number.", key=key), _example(model, loc)
        case _:
            return _("“{key}” has a value that does not fit.", key=key), _example(model, loc)


def _with_keys(model: type[Schema], loc: Loc, typed: object, yaml: YamlText) -> Message | None:
    """Return the finished line for a value that lacks its keys, or the list around it as well."""
    schema = next(schemas_at(model, loc), None)
    if schema is None or not issubclass(schema, Schema) or not isinstance(typed, str):
        return None
    meant = schema.meant_by(typed.strip())
    if not meant:
        return None
    entry, key = as_mapping(meant), _key(loc)
    place = loc[:-1] if loc[-1] == "value" else loc
    if not isinstance(place[-1], int):
        example = f"{key}: {entry}"
    elif key == ENTRIES or yaml.line_of(place) != yaml.line_of(place[:-1]):
        example = f"- {entry}"
    else:
        example = entry if place in yaml.places else f"{key}: [{entry}]"
    return _("Write it like this: {example}", example=example)


def _example(model: type[Schema], loc: Loc) -> Message:
    field = field_at(model, loc)
    key = _key(loc)
    if field is not None and field.examples:
        return _("Write it like this: {key}: {example}", key=key, example=field.examples[0])
    keys = ", ".join(keys_at(model, loc))
    if keys:
        return _("Possible keys there: {keys}.", keys=keys)
    return _("Add a line “{key}: …”.", key=key)


def _key(loc: Loc) -> str:
    """The key that an editor sees: a fact's plain value has no key "value" in the file."""
    keys = [part for part in loc if isinstance(part, str)]
    if len(keys) > 1 and keys[-1] == "value":
        keys.pop()
    return keys[-1] if keys else ""


def _suggestion(model: type[Schema], loc: Loc) -> Message:
    meant = _meant(model, loc)
    if meant:
        return _("Did you mean “{key}”?", key=meant)
    keys = ", ".join(keys_at(model, loc[:-1]))
    return _("Delete the line, or use one of these keys: {keys}.", keys=keys)


def _is_unknown(error: Any) -> bool:
    return error["type"] == "extra_forbidden"


def _meant(model: type[Schema], loc: Loc) -> str | None:
    """Return the key that was meant by an unknown one: its English word, or a slip."""
    keys, typed = keys_at(model, loc[:-1]), str(loc[-1]).casefold()
    known = next((key for key in keys_for(typed) if key in keys), None)
    # Of short words, one letter makes another one: "tags" is no slip for "status".
    close = difflib.get_close_matches(typed, keys, n=1, cutoff=0.75)
    return known or (close[0] if close else None)
