"""What somebody meant → the finished YAML of a remedy: `[Teilzeit, befristet]`, `{name: Erika}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import shown
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid

_SIGNS = r"[,;/|+&]"
_WORDS = r"\b(?:und|oder|sowie|bzw\.?)(?=\s)"
_NEEDS_QUOTES = re.compile(r"^[-?!&*%@`|>'\" ]|[\[\]{},\"]|: |:$| #|^$")


def as_list(values: Iterable[str]) -> str:
    """Return a list in one row."""
    return f"[{', '.join(map(quoted, values))}]"


def as_mapping(values: Mapping[str, str]) -> str:
    """Return keys and values in one row."""
    return "{" + ", ".join(f"{key}: {quoted(value)}" for key, value in values.items()) + "}"


def quoted(value: str) -> str:
    """Return a value as it may stand in brackets."""
    if not _NEEDS_QUOTES.search(value):
        return value
    return "'" + value.replace("'", "''") + "'"


def in_a_row(text: str) -> list[str]:
    """Return the words between commas, where a list takes any word; [] for one alone."""
    parts = [part.strip() for part in re.split("[,;]", text) if part.strip()]
    return parts if len(parts) > 1 else []


def several_of(text: object, known: Mapping[str, str]) -> list[str]:
    """Return what a row like `Teilzeit, befristet` or `Voll- und Teilzeit` names; [] for one value.

    `known` are all possible values, each by a word that is written for it.
    """
    if not isinstance(text, str) or len(text) > 500:
        return []
    by_looks = {look(word).casefold(): value for word, value in known.items()}
    for between in (_SIGNS, f"{_SIGNS}|{_WORDS}"):
        parts = [part for one in re.split(between, text) if (part := look(one).casefold())]
        if len(parts) > 1 and all(part in by_looks for part in parts):
            return list(dict.fromkeys(by_looks[part] for part in parts))
    return []


def refuse_row(value: object, known: Mapping[str, str]) -> None:
    """Raise Invalid for several of the known values in a row, where a list is asked for."""
    if several := several_of(value, known):
        what = _("“{value}” is not one of the possible values.", value=shown(value))
        raise Invalid(what, _("Write several as a list: {list}", list=as_list(several)))
