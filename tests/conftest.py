"""Worlds for single tests; a real Chromium, and the real site and others, once for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import parts
from tests.kept import Shelf
from tests.sites.crowded.fill import fill
from tests.worlds import ROOT, SITES, World

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic"]
SHELF = Shelf(ROOT / ".cache" / "sites")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="take the components' pictures as they are now"
    )


def pytest_configure(config: pytest.Config) -> None:
    SHELF.begin(config)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return SHELF


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = parts.chromium_path()
    if path is None:
        # In CI tests/parts.py has failed before it came to this.
        pytest.skip("Chromium is missing: see tests/parts.py")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def real_site(shelf: Shelf) -> Path:
    """The publishing build of `content/`."""
    return shelf.site("real", ROOT / "content")


@pytest.fixture(scope="session")
def real_preview(shelf: Shelf) -> Path:
    """The preview build of `content/`."""
    return shelf.site("real-preview", ROOT / "content", drafts=True)


@pytest.fixture(scope="session")
def second_site(shelf: Shelf) -> Path:
    """The publishing build of another association with the same code and theme."""
    return shelf.site("second", SITES / "harbour" / "content")


@pytest.fixture(scope="session")
def crowded_site(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of an association with too much of everything."""
    world = World(tmp_path_factory.mktemp("crowded"), "crowded")
    fill(world)
    return shelf.site("crowded", world.content)


@pytest.fixture(scope="session")
def sparse_site(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of an association with one news item and next to nothing else."""
    world = World(tmp_path_factory.mktemp("sparse"))
    world.news()
    return shelf.site("sparse", world.content)
