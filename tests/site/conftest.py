"""Kept work to begin with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.edits.every import project_of


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Kept work of another project with the same theme, so that not each has to begin anew."""
    folder = tmp_path_factory.mktemp("cache")
    other = project_of("minimal", folder / "project")
    assert other.build(other.output, other.cache)[0] == 0
    yield other.cache
    shutil.rmtree(folder)
