"""What no form can show is refused, with its line, and never written over."""

from __future__ import annotations

import pytest

from tests.browser_editor.file_format import Format, Refused
from tests.browser_editor.small import DATA, PAGE

#: The file → why it is refused, and where.
DATA_FILES = {
    "title: x\ntext: &a y\n": ("reference", 2),
    "title: x\ntext: *a\n": ("reference", 2),
    "title: !!str x\n": ("reference", 1),
    "title: x\nother:\n  <<: *a\n": ("reference", 3),
    "%YAML 1.2\n---\ntitle: x\n": ("reference", 1),
    "---\ntitle: x\n---\nend: y\n": ("several documents", 3),
    "title: x\n...\n": ("several documents", 2),
    "title: x\nend: y\ntitle: z\n": ("duplicate key", 3),
    "title: x\ntext: [a\n": ("syntax", 3),
    "title: x\n\tend: y\n": ("syntax", 2),
    "title: a: b\n": ("syntax", 1),
    "title: [x]\n": ("structure", 1),
    "end: x\ntitle:\n  a: b\n": ("structure", 3),
    "pair: x\n": ("structure", 1),
    "tags:\n  - x\n  - a: b\n": ("structure", 3),
    "- title: x\n": ("structure", 1),
    "? [a]\n: b\n": ("structure", 1),
    "title: " + "[" * 20_000: ("syntax", 1),
}
PAGES = {
    "title: x\n---\n": ("no front matter", 1),
    "---\ntitle: x\n\nText.\n": ("no front matter", 1),
    "": ("no front matter", 1),
    "---\ntitle: x\ntext: &a y\n---\n\nText with *emphasis* & more.\n": ("reference", 3),
}


@pytest.mark.parametrize("text", DATA_FILES, ids=lambda text: text[:30])
def test_a_data_file_that_cannot_be_read(text: str, file_format: Format) -> None:
    with pytest.raises(Refused) as refused:
        file_format.read(text, DATA)
    assert refused.value.kind == "Unreadable"
    assert (refused.value.reason, refused.value.line) == DATA_FILES[text]


@pytest.mark.parametrize("text", PAGES, ids=lambda text: text[:30])
def test_a_page_that_cannot_be_read(text: str, file_format: Format) -> None:
    with pytest.raises(Refused) as refused:
        file_format.read(text, PAGE)
    assert (refused.value.reason, refused.value.line) == PAGES[text]


@pytest.mark.parametrize("text", ["title: '&a *b !c'\n", "title: a & b * c ! d % e\n", "# &a *b\n"])
def test_marks_in_texts_are_no_references(text: str, file_format: Format) -> None:
    form = file_format.read(text, DATA)
    assert file_format.write(text, DATA, form) == text


def test_a_newer_file_that_cannot_be_read_is_refused_as_well(file_format: Format) -> None:
    old = "title: x\n"
    form = file_format.read(old, DATA) | {"title": "y"}
    with pytest.raises(Refused) as refused:
        file_format.write(old, DATA, form, onto="title: &a x\n")
    assert refused.value.reason == "reference"
