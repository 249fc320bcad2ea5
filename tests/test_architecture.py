"""ARCHITECTURE.md and the rules of the house, held against the code."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path
from types import ModuleType

import blinker
import pytest
from pelican import signals

from tests.worlds import ROOT

CODE = ROOT / "schaukasten"


def plugins_in_order() -> list[str]:
    settings: dict[str, list[str]] = {}
    exec((ROOT / "pelicanconf.py").read_text("utf-8"), settings)
    return settings["PLUGINS"]


def table() -> dict[str, set[str]]:
    """The table plugin → signals of ARCHITECTURE.md, in its order."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (`[\w`, ]+) \|", text, re.MULTILINE)
    return {name: set(re.findall(r"`(\w+)`", used)) for name, used in rows}


def connected_by(plugin: ModuleType, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the signals that a plugin's register() connects to."""
    used: set[str] = set()
    for name in dir(signals):
        signal = getattr(signals, name)
        if isinstance(signal, blinker.Signal):
            monkeypatch.setattr(signal, "connect", lambda _receiver, name=name: used.add(name))
    plugin.register()
    monkeypatch.undo()
    return used


def test_the_table_of_plugins_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    names = plugins_in_order()
    assert list(table()) == [name.rsplit(".", 1)[1] for name in names]
    for name in names:
        plugin = importlib.import_module(name)
        stem = name.rsplit(".", 1)[1]
        assert connected_by(plugin, monkeypatch) == table()[stem], stem


def modules(folder: str) -> list[Path]:
    return sorted((CODE / folder).rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", modules("model"), ids=lambda path: path.stem)
def test_the_model_knows_nothing_of_pelican(path: Path) -> None:
    foreign = (
        "pelican",
        "schaukasten.plugins",
        "schaukasten.release",
        "schaukasten.building",
    )
    assert not [name for name in imports_of(path) if name.startswith(foreign)]


@pytest.mark.parametrize("path", modules("release"), ids=lambda path: path.stem)
def test_release_reads_the_output_and_nothing_else(path: Path) -> None:
    foreign = ("pelican", "schaukasten.plugins", "schaukasten.model")
    assert not [name for name in imports_of(path) if name.startswith(foreign)]


@pytest.mark.parametrize("path", modules("plugins"), ids=lambda path: path.stem)
def test_a_plugin_registers_last_and_keeps_no_state(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    if any(function.name == "register" for function in functions):
        assert functions[-1].name == "register"
        assert tree.body[-1] is functions[-1]
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            # An empty container is there to be filled.
            is_empty = (
                isinstance(node.value, ast.List | ast.Dict)
                and not list(ast.iter_child_nodes(node.value))[1:]
            )
            assert not is_empty, path.name
            assert not is_call_of(node.value, {"dict", "list", "set"}), path.name


def is_call_of(node: ast.expr | None, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in names


@pytest.mark.parametrize("path", modules("."), ids=lambda path: path.stem)
def test_a_module_is_short_and_says_what_enters_and_leaves(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), path.name
    assert text.count("\n") <= 200


def test_every_link_of_the_readme_and_architecture_leads_somewhere() -> None:
    for document in ("README.md", "ARCHITECTURE.md"):
        text = (ROOT / document).read_text("utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (ROOT / target).exists(), f"{document}: {target}"


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "docs/theme.md"])
def test_every_module_that_a_document_names_is_there(document: str) -> None:
    named = re.findall(r"`([\w./-]+\.py|schaukasten/[\w/]+)`", (ROOT / document).read_text("utf-8"))
    assert named
    code = [path.relative_to(ROOT).as_posix() for path in CODE.rglob("*.py")]
    for name in named:
        assert (ROOT / name).exists() or any(f"/{path}".endswith(f"/{name}") for path in code), name
