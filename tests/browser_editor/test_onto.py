"""A form that was read from an older version: what it changed is done to the newer one."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.browser_editor.edits import edited
from tests.browser_editor.file_format import Format, Refused
from tests.browser_editor.files import FILES, SEEDS
from tests.browser_editor.oracle import form_of, normal_form
from tests.browser_editor.small import DATA, PAGE, put
from tests.browser_editor.spots import changed, spots

OLD = "title: x # n\ntags: [a, b]\npairs:\n  - a: one\n    b: two\n  - a: three\nend: z\n"


def saved(file_format: Format, path: tuple[str | int, ...], value: Any, newer: str) -> str:
    form = file_format.read(OLD, DATA)
    put(*path, to=value)(form)
    return file_format.write(OLD, DATA, form, onto=newer)


def test_a_change_of_one_key_meets_changes_of_others(file_format: Format) -> None:
    newer = OLD.replace("end: z", "# new\nend: 'y'").replace("- a: three", "- {a: 3, other: 4}")
    wanted = newer.replace("title: x", "title: w")
    assert saved(file_format, ("title",), "w", newer) == wanted


def test_two_may_say_the_same(file_format: Format) -> None:
    newer = OLD.replace("title: x", "title: 'w'")
    assert saved(file_format, ("title",), "w", newer) == newer


def test_two_that_say_different_things_are_a_conflict_that_names_the_field(
    file_format: Format,
) -> None:
    with pytest.raises(Refused) as refused:
        saved(file_format, ("title",), "w", OLD.replace("title: x", "title: y"))
    assert refused.value.kind == "Conflict"
    assert refused.value.fields == [["title"]]


def test_a_conflict_in_an_entry_names_its_place(file_format: Format) -> None:
    with pytest.raises(Refused) as refused:
        saved(file_format, ("pairs", 0, "a"), "mine", OLD.replace("a: one", "a: theirs"))
    assert refused.value.fields == [["pairs", 0, "a"]]


def test_what_one_emptied_and_another_changed_is_a_conflict(file_format: Format) -> None:
    with pytest.raises(Refused) as refused:
        saved(file_format, ("title",), "", OLD.replace("title: x", "title: y"))
    assert refused.value.fields == [["title"]]


def test_both_change_keys_of_one_entry(file_format: Format) -> None:
    newer = OLD.replace("b: two", "b: 2")
    assert saved(file_format, ("pairs", 0, "a"), "1", newer) == newer.replace("a: one", "a: 1")


def test_both_change_entries_of_one_list(file_format: Format) -> None:
    newer = OLD.replace("  - a: three\n", "  - a: three\n  - a: four\n")
    written = saved(file_format, ("pairs",), [{"a": "three"}], newer)
    assert written == newer.replace("  - a: one\n    b: two\n", "")


def test_entries_that_both_added_at_one_place_are_a_conflict(file_format: Format) -> None:
    with pytest.raises(Refused) as refused:
        saved(file_format, ("tags",), ["a", "b", "c"], OLD.replace("[a, b]", "[a, b, d]"))
    assert refused.value.fields == [["tags"]]


def test_a_new_key_in_both_is_taken_where_they_agree(file_format: Format) -> None:
    newer = "text: same\n" + OLD
    assert saved(file_format, ("text",), "same", newer) == newer


def test_texts_below_the_front_matter_meet_changes_above_it(file_format: Format) -> None:
    old = "---\ntitle: x\n---\n\nOne.\n\nTwo.\n"
    form = file_format.read(old, PAGE)
    form["body"] = "One.\n\n2."
    newer = old.replace("title: x", "title: y")
    assert file_format.write(old, PAGE, form, onto=newer) == newer.replace("Two", "2")


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        # Two paragraphs beside each other, one that is new, one that is gone.
        ("1.\n\nTwo.\n\nThree.", "One.\n\n2.\n\nThree.", "1.\n\n2.\n\nThree."),
        ("One.\n\nTwo.\n\nThree.\n\n4.", "1.\n\nTwo.\n\nThree.", "1.\n\nTwo.\n\nThree.\n\n4."),
        ("Two.\n\nThree.", "One.\n\nTwo.\n\n3.", "Two.\n\n3."),
        ("One.\n\nNew.\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree.\n\nEnd.",
         "One.\n\nNew.\n\nTwo.\n\nThree.\n\nEnd."),
    ],
)  # fmt: skip
def test_two_who_write_at_different_paragraphs_are_both_heard(
    mine: str, theirs: str, both: str, file_format: Format
) -> None:
    old, newer, wanted = (
        f"---\ntitle: x\n---\n\n{body}\n" for body in ("One.\n\nTwo.\n\nThree.", theirs, both)
    )
    form = file_format.read(old, PAGE) | {"body": mine}
    assert file_format.write(old, PAGE, form, onto=newer) == wanted


def test_two_new_texts_are_a_conflict(file_format: Format) -> None:
    old = "---\ntitle: x\n---\n\nOne.\n"
    form = file_format.read(old, PAGE) | {"body": "Mine."}
    with pytest.raises(Refused) as refused:
        file_format.write(old, PAGE, form, onto=old.replace("One", "Theirs"))
    assert refused.value.fields == [["body"]]


def test_a_conflict_in_a_file_that_is_a_list_is_named_as_the_form_has_it(
    file_format: Format,
) -> None:
    shape = {"layout": "yaml", "root": DATA["root"]["keys"]["pairs"]}
    old = "- a: one\n  b: two\n"
    form = file_format.read(old, shape)
    form["entries"][0]["a"] = "mine"
    with pytest.raises(Refused) as refused:
        file_format.write(old, shape, form, onto=old.replace("one", "theirs"))
    assert refused.value.fields == [["entries", 0, "a"]]


@pytest.mark.parametrize("seed", SEEDS)
def test_changes_of_two_at_different_places_both_arrive(seed: int, file_format: Format) -> None:
    chance = random.Random(seed)
    file = FILES[chance.choice(list(FILES))]
    form = file_format.read(file.text, file.shape)
    one, other = chance.sample([spot for spot in spots(form, file.shape) if spot.now], 2)
    mine = changed(form, one.path, one.other("mine"))
    newer = file_format.write(file.text, file.shape, changed(form, other.path, other.other()))
    written = file_format.write(file.text, file.shape, mine, onto=newer)
    both = changed(mine, other.path, other.other())
    assert form_of(written, file.shape) == normal_form(both, file.shape)
    assert written == file_format.write(newer, file.shape, both)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_unchanged_form_changes_nothing_of_a_newer_file(seed: int, file_format: Format) -> None:
    chance = random.Random(seed)
    file = FILES[chance.choice(list(FILES))]
    form = file_format.read(file.text, file.shape)
    theirs = edited(form, file.shape, chance, times=3)
    newer = file_format.write(file.text, file.shape, theirs)
    assert file_format.write(file.text, file.shape, form, onto=newer) == newer
    # And the other way round: what is new in the form is all that is new.
    written = file_format.write(file.text, file.shape, theirs, onto=file.text + "\n")
    assert form_of(written, file.shape) == normal_form(theirs, file.shape)
