"""What an editor does not touch stays as it was: every file of our sites, byte for byte."""

from __future__ import annotations

import pytest

from tests.browser_editor.file_format import Format
from tests.browser_editor.files import FILES, FOLDERS
from tests.browser_editor.oracle import form_of, normal_form


def test_all_sites_have_files() -> None:
    assert len(FOLDERS) == 4
    assert len(FILES) > 100


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_saved_unchanged_is_the_same_file(name: str, file_format: Format) -> None:
    file = FILES[name]
    form = file_format.read(file.text, file.shape)
    assert file_format.write(file.text, file.shape, form) == file.text


@pytest.mark.parametrize("name", FILES)
def test_the_form_shows_what_our_own_reader_reads(name: str, file_format: Format) -> None:
    file = FILES[name]
    form = file_format.read(file.text, file.shape)
    assert normal_form(form, file.shape) == form_of(file.text, file.shape)
