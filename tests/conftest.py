"""Worlds for single tests; a real Chromium, and the real site and others, once for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from schaukasten.building.build import build
from tests import parts
from tests.sites.crowded.fill import fill
from tests.worlds import ROOT, SITES, TODAY, World

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="take the components' pictures as they are now"
    )


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


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


def _built(folder: Path, content: Path = ROOT / "content", drafts: bool = False) -> Path:
    output = folder / "output"
    assert build(ROOT, content, output, drafts, TODAY) == 0
    return output


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of `content/`."""
    return _built(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def real_preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview build of `content/`."""
    return _built(tmp_path_factory.mktemp("preview"), drafts=True)


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of another association with the same code and theme."""
    return _built(tmp_path_factory.mktemp("second"), SITES / "harbour" / "content")


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of an association with too much of everything."""
    world = World(tmp_path_factory.mktemp("crowded"), "crowded")
    fill(world)
    assert world.build() == 0
    return world.output


@pytest.fixture(scope="session")
def sparse_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The publishing build of an association with one news item and next to nothing else."""
    world = World(tmp_path_factory.mktemp("sparse"))
    world.news()
    assert world.build() == 0
    return world.output
