"""`serve --edit`: where the browser editor is looked for, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from schaukasten.commands import writing
from schaukasten.editor import serve
from tests.worlds import ROOT


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without an editor of its own, in which serving ends at once."""
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(serve, "serve", lambda *given: seen.append(given) or 0)
    seen.clear()
    return tmp_path


seen: list[tuple[Any, ...]] = []


def test_without_the_editors_files_nothing_is_served_and_the_command_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert writing.serve(root, edit=True) == 1
    shown = capsys.readouterr()
    told = "Die Redaktion im Browser gibt es noch nicht. „python3 tasks.py editor“ legt sie an.\n"
    assert (shown.out, shown.err) == ("", told)
    assert seen == []


def test_they_are_handed_on_only_to_who_asks_for_them(root: Path) -> None:
    bundle = root / ".cache/redaktion"
    bundle.mkdir(parents=True)
    (bundle / "index.html").touch()
    assert writing.serve(root, edit=True) == 0
    assert writing.serve(root) == 0
    with_it, without = (given[-1] for given in seen)
    assert with_it.bundle == bundle
    assert without is None
