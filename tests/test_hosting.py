"""docs/hosting.md against the program: every message, option and variable is explained in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from schaukasten.release.targets.target import secrets
from schaukasten.release.targets.target_checks import OPTIONS, PORTS
from tests.command_lines import commands_in, wrong_commands
from tests.worlds import ROOT, german

MODULES = sorted(
    path for room in ("record", "release") for path in (ROOT / "schaukasten" / room).rglob("*.py")
)
#: Called with what happened and, last, the remedy.
ERRORS = {"PublishError", "ConnectionCut", "LoginRefused", "NothingDeleted", "_in_settings"}


def words(text: str) -> str:
    """The text with one space between two words, since Markdown may be wrapped anywhere."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def page() -> str:
    return words((ROOT / "docs" / "hosting.md").read_text("utf-8"))


def messages() -> set[str]:
    """Every English message of the publisher."""
    return {
        str(found[1])
        for path in MODULES
        for found in extract_from_file("python", str(path), keywords={"_": None})
    }


def remedies() -> set[str]:
    """Those that only say what to do; they are shown behind what happened."""
    return {
        text
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for remedy in _remedies(node)
        for text in _texts(remedy)
    }


def _remedies(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
        yield node.args[-1]
    elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
        yield node.value.elts[-1]
    elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "remedy":
        yield node.value


def _texts(node: ast.AST) -> Iterator[str]:
    """The message of `_("…")`, and of nothing else."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
        message = node.args[0]
        assert isinstance(message, ast.Constant)
        yield str(message.value)


def as_written(message: str) -> str:
    """English message → what the page shows: in German, with … for what differs each time."""
    return words(re.sub(r"\{\w+\}", "…", german(message))).rstrip(".")


def unexplained(page: str) -> list[str]:
    return [text for text in map(as_written, sorted(messages() - remedies())) if text not in page]


def test_messages_and_remedies_are_told_apart() -> None:
    assert len(messages()) > 80
    assert remedies() < messages()
    assert "Write True or False." in remedies()
    assert "Build it first: {command}" in remedies()
    assert "The connection broke: {answer}" not in remedies()
    assert "{address}: answered {status} instead of 200." not in remedies()


def test_every_message_is_explained(page: str) -> None:
    assert unexplained(page) == []


def test_a_message_that_is_missing_would_be_noticed(page: str) -> None:
    assert unexplained(page.replace("ist ein Passwort", "")) == unexplained(page)
    assert unexplained(page.replace("enthält ein Passwort", "")) == [
        "Die Adresse enthält ein Passwort"
    ]
    assert "Es gibt kein Ziel „…“" in unexplained("")


def test_every_option_of_a_target_is_explained(page: str) -> None:
    for option in OPTIONS:
        assert f"| `{option}` |" in page, option
    for scheme in PORTS:
        assert f"`{scheme}://" in page, scheme


def test_every_variable_is_explained(page: str) -> None:
    class Asked(dict[str, str]):
        def get(self, name: str, default: object = None) -> str:  # type: ignore[override]
            return self.setdefault(name, "geheim")

    asked = Asked()
    secrets("live", asked)
    assert len(asked) == 4
    for name in [*asked, "PUBLISH_TARGET", "PREVIEW_TARGET", "EDITOR_TARGET", "PREVIEW_PASSWORD"]:
        assert f"`{name}`" in page, name


def test_every_command_exists() -> None:
    text = (ROOT / "docs" / "hosting.md").read_text("utf-8")
    assert {"build", "publish", "verify"} <= {line.split()[0] for line in commands_in(text)}
    assert list(wrong_commands(text)) == []
    assert list(wrong_commands("`python3 tasks.py publish live --dryrun`"))


def test_every_file_that_it_names_is_there() -> None:
    text = (ROOT / "docs" / "hosting.md").read_text("utf-8")
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert linked
    for path in linked:
        assert (ROOT / "docs" / Path(path)).exists(), path
