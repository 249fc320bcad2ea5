"""A picture stands in the text and among the notes, whichever an editor has put it into."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser_editor.scripts import told

pytestmark = pytest.mark.needs("file format")

Form = dict[str, Any]


def in_step(form: Form, before: Form | None = None) -> Form:
    script = """
    import { inStep } from './pictures.js';
    const changed = inStep(given.form, given.before);
    tell({ ...changed, same: changed === given.form });
    """
    return told(script, form=form, before=before)


def test_a_picture_in_the_text_gets_a_note_with_its_words() -> None:
    found = in_step({"body": 'A.\n\n![Two cats](cats.webp "In spring")\n\nB.'})
    assert found["pictures"] == [{"file": "cats.webp", "alt": "Two cats", "caption": "In spring"}]
    assert found["body"] == "A.\n\n![](cats.webp)\n\nB."


def test_what_is_typed_at_the_picture_in_the_text_fills_a_note_without_words() -> None:
    form = {"body": "![Two cats](a.webp)", "pictures": [{"file": "a.webp", "credit": "Me"}]}
    found = in_step(form, {"body": "![](a.webp)", "pictures": [{"file": "a.webp"}]})
    assert found["pictures"] == [{"file": "a.webp", "credit": "Me", "alt": "Two cats"}]
    assert found["body"] == "![](a.webp)"


def test_what_is_typed_at_the_picture_in_the_text_counts_more_than_what_its_note_said_before() -> (
    None
):
    note = {"file": "a.webp", "alt": "Cats", "caption": "In May"}
    before = {"body": "![](a.webp)", "pictures": [note]}
    found = in_step({**before, "body": '![Two cats](a.webp "In June")'}, before)
    assert found["pictures"] == [{"file": "a.webp", "alt": "Two cats", "caption": "In June"}]
    assert found["body"] == "![](a.webp)"


def test_what_the_text_has_always_said_of_a_picture_with_a_note_stays_there() -> None:
    before = {"body": "![Cats](a.webp)", "pictures": [{"file": "a.webp", "alt": "Two cats"}]}
    assert in_step({**before, "body": "A.\n\n![Cats](a.webp)"}, before)["same"]


def test_what_is_typed_at_the_note_as_well_counts_there() -> None:
    before = {"body": "![](a.webp)", "pictures": [{"file": "a.webp", "alt": "Cats"}]}
    form = {"body": "![Two](a.webp)", "pictures": [{"file": "a.webp", "alt": "Two cats"}]}
    assert in_step(form, before)["same"]


def test_a_note_without_a_place_in_the_text_gets_one_at_its_end() -> None:
    found = in_step({"body": "A.", "pictures": [{"file": "cats.webp", "alt": "Two cats"}]})
    assert found["body"] == "A.\n\n![](cats.webp)"


def test_a_text_may_be_nothing_but_pictures() -> None:
    assert in_step({"pictures": [{"file": "a.webp"}]})["body"] == "![](a.webp)"


def test_the_large_picture_needs_no_place_in_the_text() -> None:
    form = {"body": "A.", "image": {"file": "a.webp"}, "pictures": [{"file": "a.webp"}]}
    assert in_step(form)["same"]


def test_what_is_in_both_stays() -> None:
    form = {"body": "![](a.webp)", "pictures": [{"file": "a.webp", "alt": "A"}]}
    assert in_step(form)["same"]


def test_a_note_that_stands_nowhere_in_the_text_may_stay_so() -> None:
    before = {"body": "A.", "pictures": [{"file": "a.webp"}]}
    assert in_step({**before, "body": "B."}, before)["same"]


def test_a_picture_that_was_in_the_text_without_a_note_may_stay_so() -> None:
    before = {"body": "![A](a.webp)"}
    assert in_step({"body": "![A](a.webp)\n\nB."}, before)["same"]


def test_pictures_of_others_get_no_note() -> None:
    assert in_step({"body": "![A](https://example.org/a.webp) ![B](../b/b.webp)"})["same"]


def test_the_same_picture_twice_has_one_note() -> None:
    found = in_step({"body": "![A](a.webp)\n\n![A](a.webp)"})
    assert [note["file"] for note in found["pictures"]] == ["a.webp"]


def test_names_may_have_spaces() -> None:
    found = in_step({"body": "A.", "pictures": [{"file": "a b.webp"}]})
    assert found["body"] == "A.\n\n![](a%20b.webp)"
    again = {"body": found["body"], "pictures": found["pictures"]}
    assert in_step(again)["same"]


def test_an_empty_entry_of_the_notes_is_passed_over() -> None:
    assert in_step({"body": "A.", "pictures": [None, {}, {"file": ""}]})["same"]


def test_two_notes_of_one_file_have_one_place() -> None:
    found = in_step({"body": "A.", "pictures": [{"file": "b.webp"}, {"file": "b.webp"}]})
    assert found["body"] == "A.\n\n![](b.webp)"


def test_what_is_typed_at_a_picture_whose_note_has_a_line_below_it_leaves_that() -> None:
    form = {"body": '![A](a.webp "New")', "pictures": [{"file": "a.webp", "caption": "Old"}]}
    found = in_step(form, form)
    assert found["pictures"] == [{"file": "a.webp", "caption": "Old", "alt": "A"}]
