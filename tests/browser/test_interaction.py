"""What a finger, a keyboard and a reader in high contrast meet; sizes: test_layout.py."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from coloraide import Color
from playwright.sync_api import Browser, Page

NEWS_ITEM = "/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/"
OFFER = "/angebote/offener-treff/"

FOCUSED = """() => {
  const one = document.activeElement;
  // The ring of a card's link is drawn around the whole card.
  const style = getComputedStyle(one, one.matches('.card-link') ? '::after' : null);
  const box = one.getBoundingClientRect();
  const ground = one.closest('.case, .preview-banner, .notice:not(.case .notice)') ?? document.body;
  return {
    what: one.outerHTML.slice(0, 100), outline: parseFloat(style.outlineWidth),
    style: style.outlineStyle, end: one === document.body,
    colors: [style.outlineColor, getComputedStyle(ground).backgroundColor],
    top: box.top + scrollY, left: box.left, bottom: box.bottom + scrollY,
  };
}"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_the_menu_of_a_phone_opens_and_closes_without_a_script(
    phone: Page, real_address: str
) -> None:
    phone.goto(real_address + "/verein/")
    navigation = phone.get_by_role("navigation", name="Hauptnavigation")
    button = phone.get_by_text("Menü", exact=True)
    assert not navigation.is_visible()
    before = phone.locator("h1").bounding_box()
    button.click()
    assert navigation.get_by_role("link").count() == 6
    assert navigation.is_visible()
    after = phone.locator("h1").bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] > before["y"] + 5 * 44, "the menu covers the page"
    button.click()
    assert not navigation.is_visible()


def test_the_menu_opens_by_keyboard(phone: Page, real_address: str) -> None:
    phone.goto(real_address + "/")
    for _step in range(3):  # past the skip link and the brand
        phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    assert phone.locator(".navigation").is_visible()
    phone.keyboard.press("Tab")
    assert phone.locator(".navigation a").first.evaluate("one => one.matches(':focus')")


def test_a_wide_screen_shows_the_same_one_navigation_in_a_line(
    page: Page, real_address: str
) -> None:
    page.goto(real_address + "/angebote/")
    assert page.locator(".header nav").count() == 1
    assert not page.get_by_text("Menü", exact=True).is_visible()
    links = page.locator(".header nav a")
    assert links.count() == 6
    boxes = [link.bounding_box() for link in links.all()]
    assert len({box["y"] for box in boxes if box}) == 1
    assert page.locator(".header nav a[aria-current=page]").inner_text() == "Angebote"
    links.first.focus()
    assert links.first.evaluate("one => one.matches(':focus-visible')")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["/", NEWS_ITEM, OFFER, "/kontakt/"])
def test_the_keyboard_goes_through_a_page_as_one_reads_it(
    browser: Browser, real_address: str, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(real_address + address)
    places = []
    for _step in range(120):
        page.keyboard.press("Tab")
        place = page.evaluate(FOCUSED)
        if place["end"]:
            break
        # WCAG 2.2, 2.4.13: a ring of at least two pixels.
        assert place["outline"] >= 3, place["what"]
        assert place["style"] == "solid", place["what"]
        ring, ground = map(Color, place["colors"])
        assert ring.contrast(ground, method="wcag21") >= 4.5, place["what"]
        places.append(place)
    page.close()
    assert len(places) > 15
    for before, after in pairwise(places):
        goes_down = after["bottom"] > before["top"]
        next_column = after["left"] > before["left"]
        assert goes_down or next_column, f"{before['what']} → {after['what']}"


def test_in_forced_colours_every_tab_button_and_sheet_has_an_edge(
    browser: Browser, real_address: str
) -> None:
    page = browser.new_page(forced_colors="active", viewport={"width": 1280, "height": 900})
    page.goto(real_address + "/")
    for selector in (".notice__tab", ".button", ".notice"):
        style, width = page.locator(selector).first.evaluate(
            "one => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).borderTopWidth]"
        )
        assert (style, width) != ("none", "0px"), selector
        # Transparent edges get a colour in this mode.
        color = page.locator(selector).first.evaluate("one => getComputedStyle(one).borderTopColor")
        assert color != "rgba(0, 0, 0, 0)", selector
    page.close()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_asked_for_stillness(
    browser: Browser, real_address: str, motion: str
) -> None:
    context = browser.new_context(reduced_motion=motion)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(real_address + "/angebote/")
    scrolling = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert scrolling == ("auto" if motion == "reduce" else "smooth")
    assert page.evaluate("document.getAnimations().length") == 0
    context.close()
