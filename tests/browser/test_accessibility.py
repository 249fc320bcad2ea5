"""axe on every page of every site, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser import axe
from tests.browser.axe import violations, violations_of_both
from tests.browser.visits import addresses, unlike, visits

pytestmark = pytest.mark.needs("axe")


def test_axe_finds_nothing_on_the_real_site(
    browser: Browser, real_address: str, real_site: Path
) -> None:
    found = {}
    seen = 0
    for address, page in visits(browser, real_address, real_site, 320, script=axe.source()):
        seen += 1
        if wrong := violations_of_both(page):
            found[address] = wrong
    assert not found
    assert seen == len(addresses(real_site)) >= 50


def test_axe_finds_nothing_on_the_second_site(
    browser: Browser, second_address: str, second_site: Path
) -> None:
    found = {}
    scheme: Literal["light", "dark"] = "light"
    for address, page in visits(browser, second_address, second_site, 768, script=axe.source()):
        if wrong := violations(page):
            found[f"{address} in {scheme}"] = wrong
        # Once more only what the other scheme may change, on the page that is open already; the
        # next one is opened in it.
        scheme = "dark" if scheme == "light" else "light"
        page.emulate_media(color_scheme=scheme)
        if wrong := violations(page, only_colors=True):
            found[f"{address} in {scheme}"] = wrong
    assert not found


def test_axe_finds_nothing_in_the_preview(
    browser: Browser, preview_address: str, real_preview: Path, real_site: Path
) -> None:
    found = {}
    # The style guide's examples are looked at in test_style_guide.py.
    pages = [one for one in unlike(real_preview, real_site) if one != "/stilbuch/"]
    assert len(pages) >= 4
    for address, page in visits(
        browser, preview_address, real_preview, 360, "dark", only=pages, script=axe.source()
    ):
        if wrong := violations(page):
            found[address] = wrong
    assert not found


def test_axe_would_find_something(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<!doctype html><html lang=de><title>x</title><main><h1>x</h1>"
        "<p style='color:#666;background:#fff'>grau</p>"
        "<p style='color:#999;background:#fff'>grauer</p><img src=x></main>"
    )
    found = [rule.split(":")[0] for rule in violations(page)]
    page.close()
    assert {"color-contrast", "color-contrast-enhanced", "image-alt"} <= set(found)


GREY_IN_DARK = (
    "<!doctype html><html lang=de><title>x</title>"
    "<style>:root { color-scheme: light dark; background: light-dark(#fff, #000) }"
    "* { color: light-dark(#000, #fff) } p { color: light-dark(#000, #888) }</style>"
    "<main><h1>x</h1><p>grau</p></main>"
)


def test_axe_looks_at_both_wherever_it_begins(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.set_content(GREY_IN_DARK)
    first, second, third = (list(violations_of_both(page)) for _ in range(3))
    page.close()
    assert first == second == third == ["1280 dark"]


def test_axe_would_find_a_colour_that_only_the_dark_scheme_has(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(GREY_IN_DARK)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    found = [rule.split(":")[0] for rule in violations(page, only_colors=True)]
    page.close()
    assert "color-contrast-enhanced" in found


def test_the_rules_for_a_second_scheme_are_all_that_know_of_colours(browser: Browser) -> None:
    page = browser.new_page()
    page.evaluate(axe.source())
    named, filed = page.evaluate(
        """() => [
          axe.getRules().filter((rule) => /colou?r|contrast/i.test(rule.ruleId + rule.description)),
          axe.getRules(['cat.color']),
        ].map((rules) => rules.map((rule) => rule.ruleId).sort())"""
    )
    page.close()
    assert named == filed == ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
