"""The samples of the style guide."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schaukasten.model.look.samples import Samples, sample_picture, samples
from tests.worlds import THEME


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_samples_show_every_degree_of_certainty(language: str) -> None:
    sample = samples(THEME, language)
    assert [(fact.is_known, bool(fact.is_confirmed)) for fact in sample.facts] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_both_languages_say_the_same_things() -> None:
    german, arabic = samples(THEME, "de"), samples(THEME, "ar")
    for name in Samples.model_fields:
        mine, other = getattr(german, name), getattr(arabic, name)
        if isinstance(mine, list):
            assert len(mine) == len(other), name


def test_one_sample_picture_lies_and_one_stands() -> None:
    sample = samples(THEME, "de")
    lying, upright = (sample_picture(THEME, note) for note in (sample.picture, sample.upright))
    assert lying.width > lying.height
    assert upright.width < upright.height


def test_samples_that_lack_something_say_what(tmp_path: Path) -> None:
    shutil.copytree(THEME / "samples", tmp_path / "samples")
    file = tmp_path / "samples" / "de.yaml"
    file.write_text(file.read_text("utf-8").replace("tag: ", "tagg: "), "utf-8")
    with pytest.raises(ValueError, match="tagg"):
        samples(tmp_path, "de")
