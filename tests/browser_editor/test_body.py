"""The text below the front matter: only lines that were changed are changed."""

from __future__ import annotations

import pytest

from tests.browser_editor.file_format import Format
from tests.browser_editor.small import PAGE

HEAD = "---\ntitle: x # n\n---\n"
#: What is shown → the text below the head, what the form holds, and the text then.
CASES = {
    "blank lines at its edges stay": ("\n\nOne.\n\n\n", "Two.", "\n\nTwo.\n\n\n"),
    "blanks at ends of lines stay": ("\nOne.  \nTwo.\t\nThree.\n", "One.  \nTwo.\t\n3.",
                                     "\nOne.  \nTwo.\t\n3.\n"),
    "a text comes below a blank line": ("", "One.", "\nOne.\n"),
    "a text comes where a blank line waits": ("\n", "One.", "\nOne.\n"),
    "a text that goes takes its blank lines along": ("\nOne.\n\n", "", ""),
    "a text without a last line end gets none": ("\nOne.\n\nTwo.", "One.\n\n2.", "\nOne.\n\n2."),
    "rules and dashes are text": ("\n---\n\n- a\n", "---\n\n- b\n---", "\n---\n\n- b\n---\n"),
    "lines are added": ("\nOne.\nTwo.\n", "0.\nOne.\n1.5\nTwo.\n3.", "\n0.\nOne.\n1.5\nTwo.\n3.\n"),
    "lines go": ("\n0.\nOne.\n1.5\nTwo.\n3.\n", "One.\nTwo.", "\nOne.\nTwo.\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_a_changed_text(what: str, file_format: Format) -> None:
    old, body, wanted = CASES[what]
    form = file_format.read(HEAD + old, PAGE) | {"body": body}
    assert file_format.write(HEAD + old, PAGE, form) == HEAD + wanted


def test_mixed_line_ends_stay_on_the_lines_that_stay(file_format: Format) -> None:
    old = "---\r\ntitle: x\n---\r\n\r\nOne.\nTwo.\r\nThree.\n"
    form = file_format.read(old, PAGE) | {"body": "One.\nTwo.\n2.5\nThree."}
    assert file_format.write(old, PAGE, form) == old.replace("Three", "2.5\r\nThree")


def test_a_head_that_ends_the_file_gets_a_line_end_before_the_text(file_format: Format) -> None:
    old = "---\ntitle: x\n---"
    form = file_format.read(old, PAGE) | {"body": "One."}
    assert file_format.write(old, PAGE, form) == f"{old}\n\nOne.\n"
