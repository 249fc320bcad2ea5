"""The page of the offers with its filters, and what one sees and presses there."""

from __future__ import annotations

from playwright.sync_api import Page

CARDS = "main article:visible h3"


def titles(page: Page) -> set[str]:
    """The offers that are shown."""
    return {text.strip() for text in page.locator(CARDS).all_inner_texts()}


def address(page: Page) -> str:
    return page.evaluate("location.pathname + location.search")


def press(page: Page, *names: str) -> None:
    """Press filters one after the other."""
    more = page.locator(".filters__more")
    if more.get_attribute("open") is None:
        more.locator("summary").click()
    for name in names:
        page.locator(".filters").get_by_role("link", name=name, exact=True).click()
