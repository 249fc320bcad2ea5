"""Files that a form begins, and files in which nothing stood."""

from __future__ import annotations

import random

import pytest

from schaukasten.forms.shape import shape_of
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from tests.browser_editor.edits import fresh
from tests.browser_editor.file_format import Format
from tests.browser_editor.files import FILES, SEEDS
from tests.browser_editor.oracle import form_of, normal_form
from tests.browser_editor.small import DATA, PAGE


def test_a_new_page_has_its_keys_in_order_and_its_text_below(file_format: Format) -> None:
    form = {"tags": ["a"], "title": "x: y", "body": "\nText.\n\n", "text": "a\n\nb", "end": ""}
    assert file_format.write(None, PAGE, form) == (
        '---\ntitle: "x: y"\ntext: |\n  a\n\n  b\ntags:\n  - a\ntimes: []\n---\n\nText.\n'
    )


def test_a_new_page_without_a_text_ends_with_its_data(file_format: Format) -> None:
    assert file_format.write(None, PAGE, {"title": "x"}) == "---\ntitle: x\ntimes: []\n---\n"


def test_new_facts_are_plain_unless_they_have_a_source(file_format: Format) -> None:
    form = {
        "fact": {"value": "0231 1", "source": "", "confirmed": ""},
        "house": {"value": {"a": "1"}, "source": "s", "confirmed": "2026-01-02"},
        "hours": {"value": [], "source": "who knows", "confirmed": ""},
        "times": [{"a": "9:00", "b": ""}, {}],
    }
    assert file_format.write(None, DATA, form) == (
        'fact: 0231 1\nhouse:\n  value:\n    a: "1"\n  source: s\n  confirmed: 2026-01-02\n'
        "hours:\n  value:\n  source: who knows\ntimes:\n  - a: 9:00\n"
    )


def test_a_new_list_of_entries(file_format: Format) -> None:
    shape = {"layout": "yaml", "root": DATA["root"]["keys"]["pairs"]}
    form = {"entries": [{"a": "x", "b": "y"}, {"a": "z"}]}
    assert file_format.write(None, shape, form) == "- a: x\n  b: y\n- a: z\n"


@pytest.mark.parametrize("old", ["", "# only notes\n", "---\n", "\ufeff"])
def test_a_file_with_no_data_keeps_what_it_has(old: str, file_format: Format) -> None:
    form = file_format.read(old, DATA)
    form["title"] = "x"
    assert file_format.write(old, DATA, form) == f"{old}title: x\ntimes: []\n"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("schema", [NewsItem, Offer, Event])
def test_our_reader_reads_new_files(seed: int, schema: type, file_format: Format) -> None:
    chance = random.Random(seed)
    shape = shape_of(schema, "front-matter")
    form = fresh(shape["root"], chance) | {"body": chance.choice(["", "a\n\nb", "---\n# x"])}
    text = file_format.write(None, shape, form)
    assert form_of(text, shape) == normal_form(form, shape)
    assert file_format.write(text, shape, file_format.read(text, shape)) == text


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_written_anew_holds_the_same(name: str, file_format: Format) -> None:
    file = FILES[name]
    form = file_format.read(file.text, file.shape)
    text = file_format.write(None, file.shape, form)
    assert form_of(text, file.shape) == form_of(file.text, file.shape)
