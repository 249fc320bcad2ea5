"""Random edits of all files: our own reader finds what was wanted, and all else as it was."""

from __future__ import annotations

import random

import pytest

from tests.browser_editor.differences import difference
from tests.browser_editor.edits import edited
from tests.browser_editor.file_format import Format
from tests.browser_editor.files import FILES, SEEDS, File
from tests.browser_editor.mutations import mutated
from tests.browser_editor.oracle import data_of, form_of, normal_form, others
from tests.browser_editor.spots import changed, spots


def any_file(chance: random.Random) -> File:
    return FILES[chance.choice(list(FILES))]


def odd_file(chance: random.Random) -> File:
    return mutated(any_file(chance), chance, times=chance.choice([3, 8, 20]))


@pytest.mark.parametrize("seed", SEEDS)
def test_our_reader_finds_what_was_edited(seed: int, file_format: Format) -> None:
    chance = random.Random(seed)
    file = any_file(chance)
    wanted = file_format.read(file.text, file.shape)
    # One save after the other, as in an afternoon.
    for times in (1, 4):
        wanted = edited(wanted, file.shape, chance, times)
        text = file_format.write(file.text, file.shape, wanted)
        assert form_of(text, file.shape) == normal_form(wanted, file.shape)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_in_any_notation_is_edited_and_keeps_what_no_form_shows(
    seed: int, file_format: Format
) -> None:
    chance = random.Random(seed)
    file = odd_file(chance)
    form = file_format.read(file.text, file.shape)
    assert normal_form(form, file.shape) == form_of(file.text, file.shape)
    assert file_format.write(file.text, file.shape, form) == file.text
    wanted = edited(form, file.shape, chance, times=3)
    text = file_format.write(file.text, file.shape, wanted)
    assert form_of(text, file.shape) == normal_form(wanted, file.shape)
    known = others(file.shape["root"], data_of(file.text, file.shape))
    assert all(one in known for one in others(file.shape["root"], data_of(text, file.shape)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_changed_text_is_one_changed_line_in_any_notation(seed: int, file_format: Format) -> None:
    chance = random.Random(seed)
    file = odd_file(chance)
    form = file_format.read(file.text, file.shape)
    spot = chance.choice([one for one in spots(form, file.shape) if one.now])
    wanted = changed(form, spot.path, spot.other())
    text = file_format.write(file.text, file.shape, wanted)
    assert form_of(text, file.shape) == normal_form(wanted, file.shape)
    found = difference(file.text, text)
    assert (len(found.gone), len(found.come)) == (1, 1), (str(spot), found)
    assert text.count("# note") == file.text.count("# note")
