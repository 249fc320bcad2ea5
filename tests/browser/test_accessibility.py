"""axe on every page of every site, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import axe
from tests.browser.axe import violations
from tests.browser.visits import addresses, visits

pytestmark = pytest.mark.browser

if axe.SOURCE is None:
    # In CI tests/parts.py has failed before it came to this.
    pytest.skip("axe-core is missing: see tests/parts.py", allow_module_level=True)


# Crosswise: a scheme changes colours alone, a width changes places alone.
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_the_real_site(
    browser: Browser, real_address: str, real_site: Path, width: int, scheme: str
) -> None:
    found = {}
    seen = 0
    for address, page in visits(browser, real_address, real_site, width, scheme, script=axe.SOURCE):
        seen += 1
        if wrong := violations(page):
            found[address] = wrong
    assert not found
    assert seen == len(addresses(real_site)) >= 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_second_site(
    browser: Browser, second_address: str, second_site: Path, scheme: str
) -> None:
    found = {}
    for address, page in visits(browser, second_address, second_site, 768, scheme):
        if wrong := violations(page):
            found[address] = wrong
    assert not found


def test_axe_finds_nothing_in_the_preview(
    browser: Browser, preview_address: str, real_preview: Path
) -> None:
    found = {}
    # The style guide's examples are looked at one by one in test_style_guide.py; of the many
    # offers, which differ from the public ones by the same marks, one.
    pages = [
        address
        for address in addresses(real_preview)
        if address != "/stilbuch/"
        and (not address.startswith("/angebote/") or address == "/angebote/offener-treff/")
    ]
    for address, page in visits(
        browser, preview_address, real_preview, 360, "dark", only=pages, script=axe.SOURCE
    ):
        if wrong := violations(page):
            found[address] = wrong
    assert not found


def test_axe_would_find_something(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<!doctype html><html lang=de><title>x</title><main><h1>x</h1>"
        "<p style='color:#666;background:#fff'>grau</p><img src=x></main>"
    )
    found = [rule.split(":")[0] for rule in violations(page)]
    page.close()
    assert {"color-contrast-enhanced", "image-alt"} <= set(found)
