"""The site of harmless script."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built_sites import Shelf
from tests.hostile import fields, scripts
from tests.worlds import World


@pytest.fixture(scope="session")
def script_site(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of an association whose texts and fields are full of script."""
    world = World(tmp_path_factory.mktemp("script"))
    for case in (*scripts.CASES, *fields.CASES):
        if case.is_page and (not case.alone or "script" in case.name):
            case.write(world)
    return shelf.site("script", world.content)
