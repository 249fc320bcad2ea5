"""The bundled editor, and beds for it: one for all tests of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.editor.local_mode import LocalBed, served
from tests.browser.editor.serve_edit import Command, ServedBed
from tests.worlds import ROOT, SITES, World

CONTENTS = {"real": ROOT / "content"} | {
    name: SITES / name / "content" for name in ("harbour", "crowded")
}


@pytest.fixture(scope="module")
def local_bed(browser: Browser, editor_bundle: Path) -> Iterator[Callable[..., LocalBed]]:
    """Make beds in local mode by the name of a content or its folder, entered."""
    with ExitStack() as ending:

        def bed(content: str | Path, **window: int) -> LocalBed:
            folder = CONTENTS[content] if isinstance(content, str) else content
            origin = ending.enter_context(served(editor_bundle, folder))
            made = LocalBed(browser, origin, folder, **window)
            ending.callback(made.close)
            made.enter()
            return made

        yield bed


@pytest.fixture(scope="module")
def served_bed(
    browser: Browser, editor_bundle: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServedBed]:
    """`serve --edit` over a small content, entered."""
    world = World(tmp_path_factory.mktemp("served"))
    world.news("Der erste Satz.")
    world.offer()
    command = Command(world.content)
    bed = ServedBed(browser, command)
    bed.world = world
    bed.enter()
    yield bed
    bed.close()
    command.end()
