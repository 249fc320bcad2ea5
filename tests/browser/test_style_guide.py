"""The style guide in a real browser: axe on each example, and Arabic from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.components.examples import COMPONENTS

SCHEMES = {"light": 0, "dark": 1, "right to left": 2}


@pytest.fixture(scope="module")
def guide(browser: Browser, preview_address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page.goto(preview_address + "/stilbuch/")
    yield page
    page.close()


def test_the_preview_leads_to_the_style_guide_and_the_public_site_has_none(
    guide: Page, real_site, real_preview
) -> None:
    guide.locator(".preview-banner a").click()
    assert guide.url.endswith("/stilbuch/")
    assert not (real_site / "stilbuch").exists()
    assert "style-guide" not in (real_preview / "index.html").read_text("utf-8")


@pytest.mark.needs("axe")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_any_example(guide: Page, scheme: str) -> None:
    panels = f".example__panel:nth-child({SCHEMES[scheme] + 1})"
    for component in COMPONENTS:
        assert guide.locator(f"#{component} {panels}").count() >= 1, component
    assert violations(guide, within=panels) == []


def test_each_panel_has_its_scheme_whatever_the_visitors_is(
    browser: Browser, preview_address: str
) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(preview_address + "/stilbuch/")
        grounds[scheme] = page.evaluate(
            "[...document.querySelectorAll('#notice .example:first-of-type .example__panel')]"
            ".map((one) => getComputedStyle(one).backgroundColor)"
        )
        page.close()
    assert grounds["light"] == grounds["dark"]
    light, dark, mirrored = grounds["light"]
    assert light == mirrored != dark


@pytest.mark.parametrize(
    ("component", "selector"),
    [
        ("notice", ".notice__tab"),
        ("timeline", ".timeline__year"),
        ("prose", "p a"),
        ("button", ".button"),
        ("location", ".reach__link"),
    ],
)
def test_what_stands_at_the_start_of_a_line_stands_at_its_right_in_arabic(
    guide: Page, component: str, selector: str
) -> None:
    sides = """([component, selector]) =>
      [...document.querySelectorAll(`#${component} .example:first-of-type .example__panel`)].map(
        (panel) => {
          const frame = panel.getBoundingClientRect();
          const box = panel.querySelector(selector).getBoundingClientRect();
          return [box.left - frame.left, frame.right - box.right];
        })"""
    light, _dark, mirrored = guide.evaluate(sides, [component, selector])
    assert light[0] < light[1]
    assert mirrored[1] < mirrored[0]


def test_numbers_are_read_from_left_to_right_in_arabic_too(guide: Page) -> None:
    numbers = guide.locator("#location [dir=rtl] .reach__link--phone bdi")
    assert numbers.first.inner_text() == "0351 4567890"
    assert numbers.first.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_letters_that_join_are_not_pushed_together(guide: Page) -> None:
    spacing = "one => getComputedStyle(one).letterSpacing"
    heading = guide.locator("#article_header [dir=rtl] h4").first
    assert heading.evaluate(spacing) in {"normal", "0px"}
    assert guide.locator("#article_header [dir=ltr] h4").first.evaluate(spacing).startswith("-")


@pytest.mark.parametrize("width", [320, 768])
def test_no_example_is_wider_than_its_panel(
    browser: Browser, preview_address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(preview_address + "/stilbuch/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = page.evaluate(
        """[...document.querySelectorAll('.example__panel')].flatMap((panel) => {
          const frame = panel.getBoundingClientRect();
          return [...panel.querySelectorAll('*')].filter((one) => {
            const box = one.getBoundingClientRect();
            return one.tagName !== 'WBR' && !one.closest('.table-box') && box.width
              && (box.right > frame.right + 1 || box.left < frame.left - 1);
          }).map((one) => one.outerHTML.slice(0, 100));
        })"""
    )
    page.close()
    assert wide == []
