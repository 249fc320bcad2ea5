"""The page about signing in, as it is read: by everybody, on narrow screens, in the dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from schaukasten.browser_editor.bundle import PAGE
from schaukasten.browser_editor.forge.access_page import NAME, access_page
from schaukasten.browser_editor.forge.forge import Forge
from tests.browser.axe import violations_of_both
from tests.browser.conftest import served
from tests.worlds import german

FORGES = [
    Forge("github", "https://github.com", "verein/website"),
    Forge("gitlab", "https://gitlab.com", "verein/web/website"),
    Forge("gitea", "https://codeberg.org", "verein/website", app_id="0b1c"),
]


@pytest.fixture
def guide(tmp_path: Path, page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page for a forge, with its style and as if somebody were signed in."""
    text = access_page(request.param, "de", german)
    (tmp_path / NAME).write_text(text.replace(" hidden>", ">"), encoding="utf-8")
    shutil.copy(PAGE / "access.css", tmp_path)
    with served(tmp_path) as address:
        page.goto(f"{address}/{NAME}")
        yield page


@pytest.mark.needs("axe")
@pytest.mark.parametrize("guide", FORGES, indirect=True, ids=lambda forge: forge.kind)
def test_nobody_is_kept_from_reading_it(guide: Page) -> None:
    assert violations_of_both(guide) == {}


@pytest.mark.parametrize("guide", FORGES, indirect=True, ids=lambda forge: forge.kind)
def test_on_a_narrow_screen_nothing_sticks_out(guide: Page) -> None:
    size = guide.viewport_size
    guide.set_viewport_size({"width": 320, "height": 640})
    overflow = guide.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert size is not None
    guide.set_viewport_size(size)
    assert overflow <= 0
