"""Every field of every file of our sites, changed, emptied, filled in: with the smallest edit."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.browser_editor.differences import difference
from tests.browser_editor.file_format import Format
from tests.browser_editor.files import FILES
from tests.browser_editor.oracle import data_of, form_of, normal_form, others
from tests.browser_editor.spots import changed, spots


@pytest.mark.parametrize("name", FILES)
def test_a_changed_text_is_one_changed_line(name: str, file_format: Format) -> None:
    file = FILES[name]
    form = file_format.read(file.text, file.shape)
    for spot in spots(form, file.shape):
        if not spot.now:
            continue
        wanted = changed(form, spot.path, spot.other())
        text = file_format.write(file.text, file.shape, wanted)
        assert form_of(text, file.shape) == normal_form(wanted, file.shape), spot
        found = difference(file.text, text)
        assert (len(found.gone), len(found.come)) == (1, 1), (str(spot), found)


@pytest.mark.parametrize("name", FILES)
def test_an_emptied_text_goes_with_its_lines_and_nothing_else(
    name: str, file_format: Format
) -> None:
    file = FILES[name]
    form = file_format.read(file.text, file.shape)
    known = others(file.shape["root"], data_of(file.text, file.shape))
    for spot in spots(form, file.shape):
        if not spot.now:
            continue
        wanted = changed(form, spot.path, "")
        text = file_format.write(file.text, file.shape, wanted)
        assert form_of(text, file.shape) == normal_form(wanted, file.shape), spot
        assert others(file.shape["root"], data_of(text, file.shape)) == known
        found = difference(file.text, text)
        assert found.places == 1, (str(spot), found)
        # The key of a fact, a hyphen or brackets may stay; no more lines than before.
        assert len(found.come) <= 1, (str(spot), found)
        assert len("".join(found.come).replace(" []", "")) < len("".join(found.gone))


@pytest.mark.parametrize("name", FILES)
def test_a_text_that_is_filled_in_comes_in_one_place(name: str, file_format: Format) -> None:
    file = FILES[name]
    form = file_format.read(file.text, file.shape)
    for spot in spots(form, file.shape):
        if spot.now:
            continue
        wanted = changed(form, spot.path, "2026-01-02")
        text = file_format.write(file.text, file.shape, wanted)
        assert form_of(text, file.shape) == normal_form(wanted, file.shape), spot
        found = difference(file.text, text)
        assert found.places == 1, (str(spot), found)
        assert len("".join(found.come)) > len("".join(found.gone))
        # A line changes only where a plain fact, an empty key or brackets get more to hold.
        assert words(found.gone) <= words(found.come), (str(spot), found)


def words(lines: list[str]) -> Counter[str]:
    """The words of `lines`, but for those of `confirmed` that say that there is no day yet."""
    text = re.sub(r"(confirmed:) (?:no|nein|false)\b", r"\1", "".join(lines))
    return Counter(re.findall(r"\w+", text))
