"""Which of a picture's files a browser takes, and when it asks for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.widths import WIDTHS, WINDOWS

#: Where a picture stands in each of the ways in which pages show them.
REAL = [
    "/",
    "/aktuelles/",
    "/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/",
    "/angebote/garten/",
    "/mitmachen/",
]
CROWDED = ["/aktuelles/2026/zwoelf-bilder/", "/aktuelles/2026/hochkant/"]
#: Pixels: a bar for scrolling is part of 100vw, and of no column.
_BAR = 16

_OFFERED = """() => [...document.querySelectorAll('main img')].map((image) => ({
  lazy: image.loading === 'lazy',
  urgent: image.fetchPriority === 'high',
  formats: [...image.closest('picture').querySelectorAll('source')].map((one) => one.type),
}))"""


@pytest.mark.parametrize(
    ("site", "paths"),
    [("real_address", REAL), ("crowded_address", CROWDED)],
    ids=["real", "crowded"],
)
def test_a_picture_is_as_wide_as_its_page_tells_the_browser(
    page: Page, site: str, paths: list[str], request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue(site)
    wrong, seen = [], 0
    for path in paths:
        page.goto(address + path)
        for width, height in WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            for name, said, box, high, ratio in page.evaluate(WIDTHS):
                seen += 1
                is_wide = min(box, high * ratio)
                if not is_wide - 2 <= said <= is_wide + _BAR + 0.03 * is_wide:
                    wrong.append(f"{path} at {width} × {height}: {name}: {said:.0f}, {is_wide:.0f}")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert seen > 40
    assert not wrong, "\n".join(wrong)


def test_the_lead_picture_is_asked_for_at_once_and_all_others_when_they_come_near(
    page: Page, real_address: str
) -> None:
    page.goto(f"{real_address}/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/")
    lead, *others = page.evaluate(_OFFERED)
    assert (lead["urgent"], lead["lazy"]) == (True, False)
    assert others
    assert all(one["lazy"] and not one["urgent"] for one in others)


def test_a_telephone_takes_the_lightest_format_in_the_width_of_its_column(
    browser: Browser, real_address: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{real_address}/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/")
    page.wait_for_load_state("networkidle")
    page.close()
    pictures = [name for name in asked if name.endswith((".avif", ".webp", ".jpg"))]
    assert any(name.endswith("-720.avif") for name in pictures), pictures
    # The mark in the header has a file of its own.
    assert all(name.endswith(("-720.avif", "-360.webp", "-360.jpg")) for name in pictures), pictures
