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
    tell([files.before(form, given.shape).title, files.before({}, given.shape)]);
    """
    assert run(script, text("x")) == ["x", None]


SAVES = """
const save = (form, path, isRefused) => {
  const values = files.save(form, path, given.shape);
  const written = files.text(values, given.shape);
  if (!isRefused) files.saved(values);
  return [written, values];
};
"""


def test_who_goes_on_writing_after_a_save_may_take_back_what_was_saved() -> None:
    script = """
    let written, form = format('a.md').read(given.texts[0]);
    [written, form] = save({ ...form, title: 'y' }, 'a.md');
    [written, form] = save({ ...form, title: 'x', cost: 'free' }, 'a.md');
    tell([written, heard]);
    """
    note = "  # as on the poster"
    assert run(SAVES + script, text("x", note)) == [text("x", note, "cost: free\n"), []]


def test_who_goes_on_writing_sees_and_keeps_what_others_have_changed() -> None:
    script = """
    let written, form = format('a.md').read(given.texts[0]);
    format('a.md').read(given.texts[1]);
    [written, form] = save({ ...form, title: 'y' }, 'a.md');
    tell([form.cost, save({ ...form, title: 'z' }, 'a.md')[0], heard]);
    """
    cost = "cost: free\n"
    found = run(SAVES + script, text("x"), text("x", "", cost))
    assert found == ["free", text("z", "", cost), []]


def test_a_save_that_was_refused_leaves_nothing_behind() -> None:
    script = """
    const form = format('a.md').read(given.texts[0]);
    save({ ...form, title: 'y' }, 'a.md', true);
    tell(save({ ...form, cost: 'free' }, 'a.md')[0]);
    """
    assert run(SAVES + script, text("x")) == text("x", "", "cost: free\n")


def test_a_new_file_is_written_on_as_any_other() -> None:
    script = """
    const [first, form] = save({ title: 'x', body: 'A.' }, 'a.md');
    format('a.md').read(given.texts[0]);
    tell([first, save({ ...form, cost: 'free' }, 'a.md')[0]]);
    """
    theirs = text("x", "  # by somebody else")
    found = run(SAVES + script, theirs)
    assert found == [text("x"), text("x", "  # by somebody else", "cost: free\n")]


def test_a_copy_begins_as_its_original_was_and_leaves_that_alone() -> None:
    script = """
    const form = format('a.md').read(given.texts[0]);
    const [copy] = save({ ...form, title: 'y' }, 'b.md');
    tell([copy, files.newest.get('a.md')]);
    """
    note = "  # as on the poster"
    assert run(SAVES + script, text("x", note)) == [text("y", note), text("x", note)]


def test_a_draft_of_another_day_still_knows_what_it_was_made_of() -> None:
    script = """
    const draft = { ...format('a.md').read(given.texts[0]), title: 'y' };
    const next = new Files({ overruled: () => heard.push('overruled') });
    next.form(given.texts[1], 'a.md', given.shape);
    tell([next.text(next.save(draft, 'a.md', given.shape), given.shape), heard]);
    """
    cost = "cost: free  # since May\n"
    assert run(script, text("x"), text("x", cost=cost)) == [text("y", cost=cost), []]


def test_nobody_finds_a_file_by_its_mark() -> None:
    script = "tell(/[\\w\\s]/.test(format('a.md').read(given.texts[0])[MARK]))"
    assert run(script, text("x")) is False
