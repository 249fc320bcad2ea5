"""What is written begins with what was read, also when two files look alike."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser_editor.scripts import told

pytestmark = pytest.mark.needs("file format")

SHAPE = {
    "layout": "front-matter",
    "root": {"type": "mapping", "keys": {"title": {"type": "value"}, "cost": {"type": "value"}}},
}
START = """
import { Files, MARK } from './files.js';
const heard = [];
const files = new Files({
  cannotRead: (path, reason) => heard.push([path, reason.reason, reason.line]),
  overruled: (path, fields) => heard.push([path, fields]),
});
const format = (path) => ({
  read: (text) => files.form(text, path, given.shape),
  write: (form) => files.text(form, given.shape),
});
"""


def run(script: str, *texts: str) -> Any:
    return told(START + script, shape=SHAPE, texts=texts)


def text(title: str, note: str = "", cost: str = "") -> str:
    return f"---\ntitle: {title}{note}\n{cost}---\n\nA.\n"


def test_two_files_that_look_alike_keep_their_own_notes() -> None:
    script = """
    const first = format('a.md').read(given.texts[0]);
    const second = format('b.md').read(given.texts[1]);
    first.title = 'y';
    second.title = 'y';
    tell([format('b.md').write(second), format('a.md').write(first)]);
    """
    found = run(script, text("x", "  # one"), text("x", "  # other"))
    assert found == [text("y", "  # other"), text("y", "  # one")]


def test_the_mark_of_a_file_stays_as_long_as_its_text() -> None:
    script = """
    const marks = given.texts.map((text) => format('a.md').read(text)[MARK]);
    tell([marks[0] === marks[1], marks[0] === marks[2]]);
    """
    assert run(script, text("x"), text("x"), text("y")) == [True, False]


AFTER_SOMEBODY_ELSE = """
const form = format('a.md').read(given.texts[0]);
format('a.md').read(given.texts[1]);
form.title = 'y';
tell([format('a.md').write(form), heard]);
"""


def test_what_somebody_else_has_changed_meanwhile_stays() -> None:
    cost = "cost: free  # since May\n"
    assert run(AFTER_SOMEBODY_ELSE, text("x"), text("x", cost=cost)) == [text("y", cost=cost), []]


def test_where_both_changed_the_same_it_is_told_who_has_the_last_word() -> None:
    found = run(AFTER_SOMEBODY_ELSE, text("x"), text("z"))
    assert found == [text("y"), [["a.md", [["title"]]]]]


def test_a_form_without_a_mark_is_a_new_file() -> None:
    assert run("tell(format('a.md').write({ title: 'x', body: 'A.' }))") == text("x")


def test_a_file_that_no_form_can_show_is_told_with_its_line() -> None:
    script = """
    try { format('a.md').read(given.texts[0]); } catch { heard.push('thrown'); }
    tell(heard);
    """
    assert run(script, "---\ntitle: &a x\n---\n") == [["a.md", "reference", 2], "thrown"]


def test_what_a_form_was_before_is_known() -> None:
    script = """
    const form = format('a.md').read(given.texts[0]);
    form.title = 'y';
    tell([files.before(form).title, files.before({})]);
    """
    assert run(script, text("x")) == ["x", None]
