"""A small folder of content, and a client at the desk over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.desks import FILES, Client, desk_open


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """It is called otherwise than in the API, beside something that is nobody's business."""
    folder = tmp_path / "inhalte"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    (tmp_path / "geheim.md").write_text("geheim")
    return folder


@pytest.fixture
def client(content: Path, tmp_path: Path) -> Iterator[Client]:
    with desk_open(content, tmp_path / "redaktion") as client:
        yield client.sign_in()
