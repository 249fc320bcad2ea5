"""What a visitor with a small screen, large type, or without scripts gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.measures import TEXT_SPACING, TEXT_TWICE_AS_LARGE, faults
from tests.browser.visits import addresses, visits

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("built", ["real", "second", "preview"])
def test_no_page_scrolls_sideways_at_320_pixels(
    browser: Browser, built: str, request: pytest.FixtureRequest
) -> None:
    host = request.getfixturevalue(f"{built}_address")
    fixture = {"real": "real_site", "second": "second_site", "preview": "real_preview"}[built]
    site: Path = request.getfixturevalue(fixture)
    found = {}
    for address, page in visits(browser, host, site, 320):
        if wide := faults(page, "too wide"):
            found[address] = wide
        page.add_style_tag(content=TEXT_SPACING)
        if wide := faults(page, "too wide"):
            found[address + " with text spacing"] = wide
    assert not found


@pytest.mark.parametrize("width", [640, 1280])
def test_no_page_scrolls_sideways_at_twice_the_text_size(
    browser: Browser, real_address: str, real_site: Path, width: int
) -> None:
    found = {}
    for address, page in visits(browser, real_address, real_site, width):
        page.add_style_tag(content=TEXT_TWICE_AS_LARGE)
        if wide := faults(page, "too wide"):
            found[address] = wide
    assert not found


def test_without_scripts_every_page_says_the_same(
    browser: Browser, real_address: str, real_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    for address, page in visits(browser, real_address, real_site, 1280):
        bare.goto(real_address + address)
        assert bare.locator("main").inner_text() == page.locator("main").inner_text(), address
    context.close()


def test_no_page_asks_another_host_or_stores_anything(
    browser: Browser, real_address: str, real_site: Path
) -> None:
    asked: set[str] = set()
    complaints: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    for address in addresses(real_site):
        # To the last picture: leaving earlier would itself make requests fail.
        page.goto(real_address + address, wait_until="networkidle")
        assert page.context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0, address
    page.close()
    assert asked
    assert {url for url in asked if not url.startswith(real_address)} == set()
    assert complaints == []


def test_the_keyboard_first_reaches_the_way_past_the_navigation(
    browser: Browser, real_address: str
) -> None:
    page = browser.new_page()
    page.goto(real_address + "/angebote/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    assert page.locator(".skip-link").bounding_box()["height"] >= 44  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_pictures_keep_their_box_before_they_are_loaded(
    browser: Browser, real_address: str
) -> None:
    page = browser.new_page()
    page.route("**/*.webp", lambda route: route.abort())
    page.goto(real_address + "/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/")
    box = page.locator("main figure img").first.bounding_box()
    page.close()
    assert box is not None
    assert box["height"] == pytest.approx(box["width"] * 1000 / 1600, rel=0.02)


def test_a_printed_news_item_leaves_the_navigation_out(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    page.goto(real_address + "/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/")
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert page.locator("h1").is_visible()
    page.close()
