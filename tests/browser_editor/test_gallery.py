"""The gallery of a text in its form: each way in which it may be written comes back as it was."""

from __future__ import annotations

from typing import Any

import pytest

from schaukasten.forms.shape import shape_of
from schaukasten.model.kinds.news import NewsItem
from tests.browser_editor.file_format import Format
from tests.browser_editor.small import edit, put

SHAPE = shape_of(NewsItem, "front-matter")
_HEAD, _TEXT = "---\ntitle: Fest\ndate: 2026-03-08\nsummary: S.\n", "---\n\nText.\n"
LONG = (
    "gallery:\n  - folder: bilder/  # vom Sommer\n    credit: 'Fotos: Erika'\n"
    "    people: Keine\n    pictures:\n      - file: IMG_1.jpg\n        alt: Kinder\n"
    "      - {file: IMG_2.jpg, alt: B}\n"
)
#: What is shown → the gallery, the path, what is put there, and the gallery then.
CASES: dict[str, tuple[str, tuple[str | int, ...], Any, str]] = {
    "a folder alone stays so when something else changes": (
        "gallery: bilder/ # alle\n", ("title",), "Das Fest", "gallery: bilder/ # alle\n"),
    "a list of folders and pictures stays one": (
        "gallery: [bilder/, {file: a.jpg, alt: A}]\n", ("gallery", 1, "alt"), "B",
        "gallery: [bilder/, {file: a.jpg, alt: B}]\n"),
    "a folder alone gets its key beside a note": (
        "gallery: bilder/\n", ("gallery", 0, "credit"), "Erika",
        "gallery:\n  folder: bilder/\n  credit: Erika\n"),
    "what is said of one picture leaves the others alone": (
        LONG, ("gallery", 0, "pictures", 0, "alt"), "Kinder malen",
        LONG.replace("alt: Kinder", "alt: Kinder malen")),
    "what holds for all is changed in its place": (
        LONG, ("gallery", 0, "people"), "erkennbar",
        LONG.replace("people: Keine", "people: erkennbar")),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_gallery_is_changed_where_it_was_changed(file_format: Format, case: str) -> None:
    before, path, value, after = CASES[case]
    written = edit(file_format, _HEAD + before + _TEXT, put(*path, to=value), SHAPE)
    head = _HEAD.replace("title: Fest", "title: Das Fest") if path == ("title",) else _HEAD
    assert written == head + after + _TEXT


@pytest.mark.parametrize("gallery", [before for before, *_ in CASES.values()])
def test_a_gallery_that_nobody_touches_stays_byte_for_byte(
    file_format: Format, gallery: str
) -> None:
    text = _HEAD + gallery + _TEXT
    assert file_format.write(text, SHAPE, file_format.read(text, SHAPE)) == text
