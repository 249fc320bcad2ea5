"""A whole site in Arabic: the same stylesheet, and `dir="rtl"`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.browser.measures import faults
from tests.browser.visits import addresses
from tests.worlds import World

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World(tmp_path_factory.mktemp("arabic"), "harbour")
    file = world.content / "data/association.yaml"
    text = file.read_text("utf-8")
    assert "language: en" in text
    world.write("data/association.yaml", text.replace("language: en", "language: ar"))
    assert world.build() == 0
    return world.output


@pytest.fixture(scope="module")
def arabic_address(arabic_site: Path) -> Iterator[str]:
    with served(arabic_site) as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_mirrored_and_nothing_sticks_out(
    browser: Browser, arabic_address: str, arabic_site: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for address in addresses(arabic_site):
        page.goto(arabic_address + address)
        assert page.locator("html").get_attribute("dir") == "rtl"
        brand = page.locator(".brand__name").bounding_box()
        menu = page.locator(".menu__button, .navigation__link").locator("visible=true").first
        other = menu.bounding_box()
        assert brand is not None
        assert other is not None
        assert other["x"] + other["width"] <= brand["x"], address
        assert faults(page, "too wide", "cut off", "out of its box") == {}, address
    page.close()


def test_the_facts_of_an_offer_stand_at_the_right_of_its_story(
    browser: Browser, arabic_address: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(arabic_address + "/angebote/mending-bench/")
    facts = page.locator(".columns > .notice").bounding_box()
    story = page.locator(".columns > .stack").bounding_box()
    page.close()
    assert facts is not None
    assert story is not None
    assert story["x"] + story["width"] < facts["x"]
