"""Every key of a file is found by a word that people here would write for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import schaukasten.model.load  # noqa: F401  # all schemas
from schaukasten.model.association.palette import Palette
from schaukasten.model.documents.layout import KINDS
from schaukasten.model.look.samples import Samples
from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.german_keys import GERMAN
from schaukasten.model.reading.schema import ENTRIES, Schema, read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german


def schemas(of: type[Schema] = Schema) -> Iterator[type[Schema]]:
    for schema in of.__subclasses__():
        yield schema
        yield from schemas(schema)


#: Those of themes, and what the handbook only names in English.
_OTHERS = (Palette, Samples)
ALL = [
    one
    for one in dict.fromkeys(schemas())
    if one.__module__.startswith("schaukasten.")
    and not issubclass(one, _OTHERS)
    and not (issubclass(one, Fact) and "[" in one.__name__)
]


def meant(schema: type[Schema], word: str) -> str:
    _found, problems = read(schema, parse(f"{word}: x"), "f")
    [told] = [one.sentence(german) for one in problems if word in one.what.text(german)]
    return told.partition("Meinten Sie „")[2].removesuffix("“?")


@pytest.mark.parametrize("schema", ALL, ids=lambda one: one.__name__)
def test_every_key_has_a_german_word(schema: type[Schema]) -> None:
    keys = [field.alias or name for name, field in schema.model_fields.items() if name != ENTRIES]
    first = [next((key for key in GERMAN[word] if key in keys), None) for word in GERMAN]
    assert set(keys) - set(first) == set()


@pytest.mark.parametrize(
    ("kind", "word", "key"),
    [
        ("ARTICLE", "galerie", "gallery"),
        ("ARTICLE", "Bilder", "pictures"),
        ("ARTICLE", "titelbild", "image"),
        ("OFFER", "ansprechpartner", "contact"),
        ("OFFER", "Für wen", "audience"),
        ("PAGE", "leute", "people"),
        ("PAGE", "Personen", "people"),
        ("PAGE", "faq", "questions"),
        ("JOB", "bewerbungsfrist", "deadline"),
        ("JOB", "Arbeitszeit", "weekly_hours"),
        ("JOB", "gehalt", "pay"),
        ("JOB", "bezahlung", "pay"),
        ("JOB", "start", "begins"),
        ("JOB", "Befristet_bis", "limited_until"),
        ("EVENT", "abgesagt", "cancelled"),
    ],
)
def test_a_german_word_is_answered_with_the_key(kind: str, word: str, key: str) -> None:
    assert meant(KINDS[kind], word) == key
