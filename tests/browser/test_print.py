"""A page on paper: a clean sheet of A4."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NEWS_ITEM = "/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/"
OFFER = "/angebote/offener-treff/"
GONE = ["header nav", ".menu__button", "footer", ".skip-link", ".share", ".case", ".tag"]


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    page.emulate_media(media="print")
    yield page
    page.close()


def sheets(page: Page) -> int:
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("address", [NEWS_ITEM, OFFER])
def test_what_cannot_be_pressed_on_paper_is_left_out(
    paper: Page, real_address: str, address: str
) -> None:
    paper.goto(real_address + address)
    assert paper.locator("h1").is_visible()
    assert paper.locator(".prose").first.is_visible()
    for selector in GONE:
        assert not any(one.is_visible() for one in paper.locator(selector).all()), selector
    headings = paper.locator("main h2:visible").all_inner_texts()
    assert "Weitersagen" not in headings
    assert "Themen" not in headings


def test_an_offer_is_one_sheet_and_a_news_item_with_two_pictures_two(
    paper: Page, real_address: str
) -> None:
    paper.goto(real_address + OFFER)
    assert sheets(paper) == 1
    paper.goto(real_address + NEWS_ITEM)
    assert sheets(paper) == 2
    paper.goto(real_address + "/aktuelles/2018/bundesministerin-giffey-zu-besuch/")
    assert sheets(paper) == 1


def test_paper_is_white_and_its_ink_black_in_the_dark_scheme_too(
    paper: Page, real_address: str
) -> None:
    paper.goto(real_address + OFFER)
    colors = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    assert paper.locator("body").evaluate(colors) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    # Without the browser's background graphics a yellow tab would be words on a line.
    assert paper.locator(".notice__tab").first.evaluate(colors)[1] == "rgb(255, 255, 255)"


def test_the_sheet_says_where_the_page_stands(paper: Page, real_address: str) -> None:
    paper.goto(real_address + OFFER)
    colophon = paper.locator(".colophon")
    assert colophon.is_visible()
    assert "https://muetterzentrum-dortmund.de/angebote/offener-treff/" in colophon.inner_text()
    paper.emulate_media(media="screen")
    assert not colophon.is_visible()


def test_a_link_to_another_site_is_printed_with_its_address(paper: Page, real_address: str) -> None:
    paper.goto(real_address + "/barrierefreiheit/")
    paper.evaluate(
        "document.querySelector('.prose').insertAdjacentHTML("
        "'beforeend', '<p><a href=\"https://www.example.org/x\">dort</a></p>')"
    )
    after = "one => getComputedStyle(one, '::after').content"
    link = paper.locator(".prose a[href^=http]").last
    assert link.evaluate(after) == '" (" attr(href) ")"' or "example.org" in link.evaluate(after)
    paper.goto(real_address + OFFER)
    inner = paper.locator('.prose a[href^="/"]').first
    assert inner.evaluate(after) == "none"
