"""Questions in the form of a text: each way in which they may be written comes back as it was."""

from __future__ import annotations

from typing import Any

import pytest

from schaukasten.forms.shape import shape_of
from schaukasten.model.kinds.page import Page
from tests.browser_editor.file_format import Format
from tests.browser_editor.small import edit, put

SHAPE = shape_of(Page, "front-matter")
_HEAD, _TEXT = "---\ntitle: Fragen\n", "---\n\nText.\n"
LONG = (
    "questions:\n  # von Erika\n  - question: 'Was kostet es?'\n    answer: |\n      Nichts.\n\n"
    "      - nie\n      - nirgends\n  - {question: Wo?, answer: Hier}  # kurz\n"
)
#: What is shown → the questions, the path, what is put there, and the questions then.
CASES: dict[str, tuple[str, tuple[str | int, ...], Any, str]] = {
    "a short answer leaves the long one alone": (
        LONG, ("questions", 1, "answer"), "Im Hof", LONG.replace("Hier}", "Im Hof}")),
    "a question leaves its answer alone": (
        LONG, ("questions", 0, "question"), "Was kostet das?",
        LONG.replace("Was kostet es?", "Was kostet das?")),
    "a long answer keeps its rows": (
        LONG, ("questions", 0, "answer"), "Nichts.\n\n- nie\n- nirgends\n- niemals\n",
        LONG.replace("nirgends\n", "nirgends\n      - niemals\n")),
    "a single question needs no list": (
        "questions: {question: Wo?, answer: Hier}\n", ("questions", 0, "answer"), "Dort",
        "questions: {question: Wo?, answer: Dort}\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_question_is_changed_where_it_was_changed(file_format: Format, case: str) -> None:
    before, path, value, after = CASES[case]
    written = edit(file_format, _HEAD + before + _TEXT, put(*path, to=value), SHAPE)
    assert written == _HEAD + after + _TEXT


@pytest.mark.parametrize("questions", [before for before, *_ in CASES.values()])
def test_questions_that_nobody_touches_stay_byte_for_byte(
    file_format: Format, questions: str
) -> None:
    text = _HEAD + questions + _TEXT
    assert file_format.write(text, SHAPE, file_format.read(text, SHAPE)) == text
