"""The editor speaks German throughout: where Sveltia has no word for something, we have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import parts

PAGE = parts.EDITOR_PAGE
THEIRS = PAGE / "node_modules/@sveltia/cms/locales"
WORDS = sorted((PAGE / "words").glob("*.json"))


def read(path: Path) -> dict[str, str]:
    return dict(flat(json.loads(path.read_text("utf-8"))))


def flat(words: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, word in words.items():
        if isinstance(word, dict):
            yield from flat(word, f"{before}{key}.")
        else:
            yield before + key, word


def values(word: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", word))


@pytest.mark.needs("file format")
def test_no_word_of_sveltia_is_left_in_english() -> None:
    english, german = read(THEIRS / "en-US.json"), read(THEIRS / "de.json")
    ours = read(PAGE / "locales/de.json")
    assert english.keys() == german.keys() | ours.keys()
    # Of those that it has translated, we mean a few otherwise.
    assert {key for key in ours if key in german} == {
        "_sui.text_editor.converter_error",
        "_sui.text_editor.url",
        "entry_sidebar.validation.title",
        "entry_sidebar.validation.validate",
        "live_site",
        "paste_image",
        "unselected_option",
        "view_on_live_site",
        "visit_live_site",
        "workflow.confirm_publishing_entry",
        "workflow.publishing_entry_failed",
    }


@pytest.mark.needs("file format")
def test_our_words_for_sveltia_have_the_same_values() -> None:
    english, ours = read(THEIRS / "en-US.json"), read(PAGE / "locales/de.json")
    other = [
        key
        for key, word in ours.items()
        if set(re.findall(r"\$\w+", word)) != set(re.findall(r"\$\w+", english[key]))
    ]
    assert not other


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_our_own_words_are_there_in_every_language_with_the_same_values(path: Path) -> None:
    english, words = read(PAGE / "words/en.json"), read(path)
    assert words.keys() == english.keys()
    assert all(words[key] for key in words)
    assert {key: values(word) for key, word in words.items()} == {
        key: values(word) for key, word in english.items()
    }


def test_german_is_one_of_them() -> None:
    assert "de" in {path.stem for path in WORDS}


def test_every_reason_for_which_a_file_is_not_read_has_words() -> None:
    refusals = (PAGE / "src/format/refusals.js").read_text("utf-8")
    said = re.search(r"`reason` is one of (.*?)\*/", refusals, re.S)
    assert said is not None
    reasons = set(re.findall(r'"([a-z ]+)"', said[1]))
    used = "\n".join(path.read_text("utf-8") for path in (PAGE / "src/format").glob("*.js"))
    assert len(reasons) > 4
    assert all(used.count(f'"{reason}"') > 1 for reason in reasons)
    words = json.loads((PAGE / "words/de.json").read_text("utf-8"))["notices"]["unreadable"]
    assert reasons == set(words)
