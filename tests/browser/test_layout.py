"""What a visitor with a small screen, a thumb, large type, or without scripts gets."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.measures import TEXT_SPACING, TEXT_TWICE_AS_LARGE, faults
from tests.browser.visits import NOW, addresses, resize, unlike, visits

# Links in a sentence have the height of its line (WCAG 2.2, 2.5.5: exception "inline").
TOO_SMALL = """() => [...document.querySelectorAll('a, summary, button')].filter((one) => {
  if (!one.checkVisibility() || one.matches('.skip-link')) return false;
  const sentence = one.closest('p, li, dd, figcaption');
  if (sentence && getComputedStyle(one).display === 'inline'
      && sentence.textContent.trim() !== one.textContent.trim()) return false;
  const after = getComputedStyle(one, '::after');
  if (after.position === 'absolute' && after.content !== 'none') {
    const card = one.closest('.notice, .door, .offer-card').getBoundingClientRect();
    return card.height < 44 || card.width < 44;
  }
  const box = one.getBoundingClientRect();
  return box.height < 43.9 || box.width < 24;
}).map((one) => one.outerHTML.slice(0, 120))"""

# To the last picture and letter: leaving earlier would itself make requests fail.
ALL_LOADED = """async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.complete || new Promise((done) => {
    image.onload = image.onerror = done;
  })));
  await document.fonts.ready;
}"""


# Without the words that only a script can know: "Today", "Open now".
TEXT = """() => {
  const words = document.querySelectorAll('[data-eve], [data-hours]');
  for (const one of words) one.style.display = 'none';
  const text = document.querySelector('main').innerText;
  for (const one of words) one.style.display = '';
  return text;
}"""


# What of it is seen, and how much there is.
HIDDEN = """() => {
  const all = [...document.querySelectorAll('[hidden]')];
  const seen = all.filter((one) => one.checkVisibility());
  return [seen.map((one) => one.outerHTML.slice(0, 100)), all.length];
}"""
_MEDIA: tuple[Literal["print", "screen"], ...] = ("print", "screen")
#: In pixels.
_WIDTHS = (320, 360, 640, 1280)


class Looks(NamedTuple):
    """What one look at every page has found: by question, the answers by address."""

    seen: list[str]
    asked: set[str]
    complaints: list[str]
    answers: dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def looks(browser: Browser, real_address: str, real_site: Path) -> Looks:
    """To open a page takes longer than to measure it: each is opened once, for all questions."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.clock.set_fixed_time(NOW)
    page = context.new_page()
    without_scripts = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False
    )
    bare = without_scripts.new_page()
    looks = Looks([], set(), [], defaultdict(dict))
    page.on("request", lambda request: looks.asked.add(request.url))
    page.on("console", lambda message: looks.complaints.append(message.text))
    page.on("requestfailed", lambda request: looks.complaints.extend(_failures(request)))
    for address in addresses(real_site):
        response = page.goto(real_address + address)
        assert response is not None
        assert response.ok, address
        page.evaluate(ALL_LOADED)
        answers = {
            "cookies": context.cookies(),
            "stored": page.evaluate("localStorage.length + sessionStorage.length"),
            **_at_widths(page),
        }
        bare.goto(real_address + address)
        answers["text without scripts"] = bare.evaluate(TEXT)
        # Another width may have asked for another file of a picture.
        page.evaluate(ALL_LOADED)
        for question, answer in answers.items():
            looks.answers[question][address] = answer
        looks.seen.append(address)
    context.close()
    without_scripts.close()
    return looks


@pytest.fixture(scope="module")
def second_looks(
    browser: Browser, second_address: str, second_site: Path
) -> dict[str, dict[str, Any]]:
    """The same of the second site: by question, what was found by address."""
    looks: dict[str, dict[str, Any]] = defaultdict(dict)
    for address, page in visits(browser, second_address, second_site, 320):
        resize(page, 320)
        looks["too wide"] |= _too_wide(address, page)
        resize(page, 640)
        for medium in _MEDIA:
            page.emulate_media(media=medium)
            seen, looks["hidden"][f"{address} on {medium}"] = page.evaluate(HIDDEN)
            if seen:
                looks["hidden and seen"][f"{address} on {medium}"] = seen
    return looks


def _failures(request: Request) -> list[str]:
    # A narrower window takes another size of a picture, and breaks off the first.
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


def _at_widths(page: Page) -> dict[str, Any]:
    """What is found at each width.

    It begins with the narrowest or the widest, as the page before has left the window; the menu is
    closed again.
    """
    answers: dict[str, Any] = {}
    for width in sorted(_WIDTHS, reverse=page.viewport_size == {"width": 1280, "height": 900}):
        resize(page, width)
        if width == 1280:
            answers["text"] = page.evaluate(TEXT)
        if width in (1280, 640):
            answers[f"large text at {width}"] = faults(page, "too wide", css=TEXT_TWICE_AS_LARGE)
        if width in (1280, 360):
            page.evaluate("document.querySelector('.menu').open = true")
            answers[f"small at {width}"] = page.evaluate(TOO_SMALL)
            page.evaluate("document.querySelector('.menu').open = false")
        if width == 320:
            answers["at 320"] = faults(page, "too wide")
            answers["text spacing at 320"] = faults(page, "too wide", css=TEXT_SPACING)
    return answers


def _wrong(looks: Looks, question: str) -> dict[str, Any]:
    """The answers other than "nothing", by page."""
    answers = looks.answers[question]
    assert len(answers) == len(looks.seen) >= 50
    return {address: answer for address, answer in answers.items() if answer}


def test_no_page_scrolls_sideways_at_320_pixels(looks: Looks) -> None:
    assert not _wrong(looks, "at 320")
    assert not _wrong(looks, "text spacing at 320")


def test_no_page_of_the_second_site_scrolls_sideways_at_320_pixels(
    second_looks: dict[str, dict[str, Any]],
) -> None:
    assert not second_looks["too wide"]


def test_no_page_of_the_preview_scrolls_sideways_at_320_pixels(
    browser: Browser, preview_address: str, real_preview: Path, real_site: Path
) -> None:
    found = {}
    pages = unlike(real_preview, real_site)
    for address, page in visits(browser, preview_address, real_preview, 320, only=pages):
        found |= _too_wide(address, page)
    assert not found


def _too_wide(address: str, page: Page) -> dict[str, Any]:
    found = {
        address: faults(page, "too wide"),
        f"{address} with text spacing": faults(page, "too wide", css=TEXT_SPACING),
    }
    return {where: wide for where, wide in found.items() if wide}


@pytest.mark.parametrize("width", [640, 1280])
def test_no_page_scrolls_sideways_at_twice_the_text_size(looks: Looks, width: int) -> None:
    assert not _wrong(looks, f"large text at {width}")


@pytest.mark.parametrize("width", [360, 1280])
def test_whatever_can_be_pressed_is_44_pixels_high(looks: Looks, width: int) -> None:
    assert not _wrong(looks, f"small at {width}")


def test_without_scripts_every_page_says_the_same(looks: Looks) -> None:
    assert len(looks.answers["text"]) == len(looks.seen)
    assert all(looks.answers["text"].values())
    assert looks.answers["text without scripts"] == looks.answers["text"]


def test_no_page_asks_another_host_or_stores_anything(looks: Looks, real_address: str) -> None:
    assert not _wrong(looks, "cookies")
    assert not _wrong(looks, "stored")
    assert looks.asked
    assert {url for url in looks.asked if not url.startswith(real_address)} == set()
    assert looks.complaints == []


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
    page.route("**/bilder/*", lambda route: route.abort())
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


def test_what_is_hidden_is_not_seen(second_looks: dict[str, dict[str, Any]]) -> None:
    """A block that asks for a display would show it, and no look at the code tells."""
    assert not second_looks["hidden and seen"]
    assert sum(second_looks["hidden"].values())
