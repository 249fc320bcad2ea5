"""The outline of a document, by which is recalled what hangs on all documents but on no text."""

import datetime as dt

import pytest

from schaukasten.model.documents.documents import read_documents
from schaukasten.model.reading.source import walk
from tests.worlds import TODAY, layout

SOURCE = "aktuelles/2026-fest.md"
HEAD = "title: Fest\ndate: 2026-03-08\nsummary: Es war schön.\nslug: fest\naliases: [/fest/]\n"
SWAPPED = "title: Fest\ndate: 2026-03-08\nsummary: Es war schön.\naliases: [/fest/]\nslug: fest\n"


def outline(world, name=SOURCE, head=HEAD, text="Ein Satz."):
    path = world.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n{text}\n", "utf-8")
    documents, problems = read_documents(
        world.content, walk(world.content), layout(), "de", dt.date.fromisoformat(TODAY)
    )
    path.unlink()
    assert problems == []
    return next(one.outline for one in documents if str(one.source) == name)


def test_an_outline_does_not_change_with_the_text(world):
    assert outline(world) == outline(world, text="Zwei Sätze. Zwei!")


@pytest.mark.parametrize(
    "other",
    [
        # Its address stays; lists and messages name the file.
        {"name": "aktuelles/2026-anders.md"},
        # Messages name the lines.
        {"head": SWAPPED},
        {"head": HEAD.replace("aliases: [", "aliases:   [")},
    ],
    ids=["another file", "other lines", "other columns"],
)
def test_an_outline_changes_with_where_something_stands(world, other):
    assert outline(world) != outline(world, **other)
