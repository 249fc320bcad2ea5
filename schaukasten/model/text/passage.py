"""A document → the Markdown in its file, passage by passage: its text, and answers above it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Place
from schaukasten.model.reading.yaml_places import Loc


@dataclass(frozen=True)
class Passage:
    """`line` of the file is that of the first row, or with `is_one_line` that of all.

    With `is_indented` rows stand further in than they are read.
    """

    markdown: str
    line: int
    is_indented: bool = False
    is_one_line: bool = False

    def place(self, place: Place) -> Place:
        """Return a place in the passage, which counts lines from 0, as a place in the file."""
        if self.is_one_line:
            return Place(self.line)
        columns = None if self.is_indented else place.columns
        return replace(place, line=self.line + place.line, columns=columns)


def text_of(document: Document) -> Passage:
    return Passage(document.markdown, document.body_line)


def answer_of(document: Document, number: int) -> Passage:
    """Return the answer to the question with that number."""
    loc: Loc = ("questions", number, "answer")
    if loc not in document.yaml.places:  # a single question may stand there without a list
        loc = ("questions", "answer")
    markdown = document.item.questions[number].answer
    rows = document.yaml.rows.get(loc)
    if rows is not None:
        return Passage(markdown, rows, is_indented=True)
    return Passage(markdown, document.yaml.place_of(loc).line, is_one_line=True)
