"""Random edits of all files: our own reader finds what was wanted, and all else as it was."""

from __future__ import annotations

import random

import pytest

from tests.browser_editor.edits import edited
from tests.browser_editor.file_format import Format, Refused
from tests.browser_editor.files import FILES
from tests.browser_editor.oracle import data_of, form_of, normal_form, others


@pytest.mark.parametrize("seed", range(300))
def test_our_reader_finds_what_was_edited(seed: int, file_format: Format) -> None:
    chance = random.Random(seed)
    file = FILES[chance.choice(list(FILES))]
    form = file_format.read(file.text, file.shape)
    wanted = edited(form, file.shape, chance, times=chance.choice([1, 1, 2, 5]))
    text = file_format.write(file.text, file.shape, wanted)
    assert form_of(text, file.shape) == normal_form(wanted, file.shape)
