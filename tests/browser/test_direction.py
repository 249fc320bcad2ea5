"""A whole site in Arabic: the same stylesheet, and `dir="rtl"`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.browser.measures import faults
from tests.browser.visits import resize, visits
from tests.worlds import World

# The name, and what of the menu is seen at this width.
FIRST_AND_LAST_OF_THE_HEADER = """() => [
  document.querySelector('.brand__name'),
  [...document.querySelectorAll('.menu__button, .navigation__link')].find(
    (one) => one.checkVisibility()),
].map((one) => one.getBoundingClientRect())"""


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


def test_every_page_is_mirrored_and_nothing_sticks_out(
    browser: Browser, arabic_address: str, arabic_site: Path
) -> None:
    widths = [320, 1280]
    for address, page in visits(browser, arabic_address, arabic_site, 320):
        assert page.locator("html").get_attribute("dir") == "rtl"
        for width in widths:
            resize(page, width)
            brand, other = page.evaluate(FIRST_AND_LAST_OF_THE_HEADER)
            assert other["right"] <= brand["left"], (address, width)
            assert faults(page, "too wide", "cut off", "out of its box") == {}, (address, width)
        # The next page is opened in the window as it is.
        widths.reverse()


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
