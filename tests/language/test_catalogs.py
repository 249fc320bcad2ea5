"""The catalogs hold every word of the interface and of the messages, and no other."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from schaukasten.language.catalogs import catalog
from tests.worlds import ROOT, THEME


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every message that code and templates hold."""
    path = tmp_path_factory.mktemp("catalog") / "messages.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract"]
    options = ["-F", "pyproject.toml", "-k", "_", "-o", str(path), "."]
    subprocess.run([*command, *options], cwd=ROOT, check=True)
    with path.open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def german() -> Catalog:
    with (THEME / "translations/de/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, locale="de")


def ids(messages: Catalog) -> set[object]:
    return {message.id for message in messages if message.id}


def test_the_messages_are_found(extracted: Catalog) -> None:
    assert "“{key}” is missing." in ids(extracted)
    assert "Skip to content" in ids(extracted)


def test_the_german_catalog_is_complete_and_holds_nothing_else(
    extracted: Catalog, german: Catalog
) -> None:
    assert ids(german) == ids(extracted)
    for message in german:
        strings = [message.string] if isinstance(message.string, str) else message.string
        assert all(strings), message.id
        assert not message.fuzzy, message.id


def test_translations_keep_the_placeholders(german: Catalog) -> None:
    for message in german:
        if not message.id:
            continue
        originals = [message.id] if isinstance(message.id, str) else message.id
        strings = [message.string] if isinstance(message.string, str) else message.string
        for translation in strings:
            assert placeholders(translation) == placeholders(originals[0]), originals[0]


def placeholders(text: str) -> set[str]:
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return braces | set(re.findall(r"%\(\w+\)s", text))


def test_a_language_without_a_catalog_shows_the_english_words(tmp_path: Path) -> None:
    assert catalog(THEME, "fi").gettext("Skip to content") == "Skip to content"
    assert catalog(THEME, "de-AT").gettext("Skip to content") == "Zum Inhalt springen"
