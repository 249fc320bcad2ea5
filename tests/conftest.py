"""Worlds for single tests; a real Chromium, and the real site and others, once for all tests."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import needs, parts
from tests.built_sites import Shelf
from tests.sites.bare import bare
from tests.sites.crowded.fill import fill
from tests.worlds import ROOT, SITES, World, share_pictures

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    # Letters as wide as on a screen: without a window it rounds each to whole pixels.
    "--font-render-hinting=none",
    # A page is gone before its scripts have run so often that to compile them well is worth it.
    "--js-flags=--no-opt --no-maglev",
]
SHELF = Shelf(ROOT / ".cache" / "sites")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="take the components' pictures as they are now"
    )
    parser.addoption(
        "--quick",
        action="store_true",
        help="leave out what needs a browser, a server, Java or npm packages",
    )


def pytest_configure(config: pytest.Config) -> None:
    # Compiled once, and not anew by each worker and by each program that a test starts.
    os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "python")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # Never the developer's: tests depend on nothing that he has built, and leave nothing there.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    os.environ["SCHAUKASTEN_CACHE"] = str(kept := ROOT / ".cache" / "tests" / worker)
    share_pictures(kept)
    SHELF.begin(config)
    # As `build` has it, which many tests run within this process.
    gc.set_threshold(300_000)
    if config.getoption("quick", False):
        monkeypatch = pytest.MonkeyPatch()
        config.add_cleanup(monkeypatch.undo)
        needs.ask_nothing_of_the_machine(monkeypatch)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("quick", False):
        needs.leave_out(config, items)


def pytest_collection_finish() -> None:
    # Thousands of tests stay to the end: nobody need ask of them again and again.
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    needs.look_for(item)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return SHELF


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = parts.chromium_path()
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


@pytest.fixture(scope="session")
def bare_site(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of an association without register, account, telephone, hours."""
    world = bare(World(tmp_path_factory.mktemp("bare")))
    return shelf.site("bare", world.content)
