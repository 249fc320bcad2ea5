"""The filters of the offers in a real browser: as links, and combined by a script.

What the address has to do with it: test_finder_address.py.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe
from tests.browser.finding import address, press, titles
from tests.browser.measures import faults

NOTHING = "?sprache=polski&am=freitag"


def test_without_a_script_every_filter_leads_to_a_page_with_exactly_its_offers(
    browser: Browser, second_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{second_address}/angebote/")
    tokens = {
        card.locator("h3").inner_text().strip(): (card.get_attribute("data-tokens") or "").split()
        for card in page.locator("[data-tokens]").all()
    }
    links = [
        (link.get_attribute("data-filter"), link.get_attribute("href"))
        for link in page.locator("[data-filter]").all()
    ]
    assert len(tokens) >= 10
    assert len(links) >= 18
    for token, href in links:
        page.goto(f"{second_address}{href}")
        assert titles(page) == {title for title, has in tokens.items() if token in has}, token
        current = page.locator("[data-filter][aria-current=page]")
        assert current.get_attribute("data-filter") == token
    context.close()


def test_without_a_script_nothing_is_shown_that_only_a_script_could_use(
    browser: Browser, second_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{second_address}/angebote/{NOTHING}")
    assert page.locator("[data-tokens]:visible").count() == page.locator("[data-tokens]").count()
    assert not page.locator("[data-none]").is_visible()
    assert not page.locator("[data-reset]").is_visible()
    context.close()


def test_of_different_kinds_all_must_hold_and_of_one_kind_any(offers: Page) -> None:
    everything = titles(offers)
    press(offers, "Thursday")
    assert titles(offers) == {"Newspaper Corner", "Night Kitchen", "Tiny Crew"}
    press(offers, "Friday")
    either = {"English over Tea", "Lantern Supper", "Newspaper Corner", "Night Kitchen"}
    assert titles(offers) == either | {"Tiny Crew"}
    press(offers, "Newcomers")
    assert titles(offers) == {"English over Tea", "Lantern Supper", "Night Kitchen"}
    press(offers, "Free of charge")
    assert titles(offers) == {"English over Tea", "Night Kitchen"}
    press(offers, "Free of charge", "Newcomers", "Thursday", "Friday")
    assert titles(offers) == everything
    assert address(offers) == "/angebote/"


def test_chosen_filters_are_marked_for_eyes_and_for_screen_readers(offers: Page) -> None:
    press(offers, "Newcomers", "Friday")
    marked = offers.locator("[data-filter][aria-current]")
    assert marked.all_inner_texts() == ["Newcomers", "Friday"]
    other = offers.get_by_role("link", name="Families", exact=True)
    weight = "one => getComputedStyle(one).fontWeight"
    assert int(marked.first.evaluate(weight)) > int(other.evaluate(weight))


def test_the_number_of_results_is_announced(offers: Page) -> None:
    status = offers.get_by_role("status")
    expect(status).to_have_text(f"{len(titles(offers))} offers")
    # Only what changes within an element that was there before is read out.
    status.evaluate("one => { one.dataset.kept = 'yes' }")
    press(offers, "Thursday", "Newcomers")
    expect(status).to_have_text("1 offer")
    press(offers, "Deutsch")
    expect(status).to_have_text("0 offers")
    assert status.get_attribute("data-kept") == "yes"


def test_a_group_without_offers_vanishes_with_its_heading(offers: Page) -> None:
    headings = "[data-group]:visible h2"
    assert offers.locator(headings).count() == 4
    press(offers, "Newcomers", "Thursday")
    assert offers.locator(headings).all_inner_texts() == ["New in Wexhaven"]


def test_where_nothing_is_found_one_reads_whom_to_ring(page: Page, second_address: str) -> None:
    page.goto(f"{second_address}/angebote/{NOTHING}")
    assert titles(page) == set()
    nothing = page.locator("[data-none]")
    assert "Leave one filter out" in nothing.inner_text()
    assert nothing.get_by_role("link", name="01632 960123").is_visible()
    press(page, "Friday")
    assert not nothing.is_visible()


def test_show_all_takes_every_filter_away_and_keeps_the_keyboards_place(offers: Page) -> None:
    reset = offers.get_by_role("link", name="Show all offers")
    assert not reset.is_visible()
    everything = titles(offers)
    press(offers, "Newcomers", "Friday")
    reset.focus()
    offers.keyboard.press("Enter")
    assert address(offers) == "/angebote/"
    assert titles(offers) == everything
    assert not reset.is_visible()
    focused = offers.evaluate("document.activeElement.dataset.filter")
    assert focused == offers.locator("[data-filter]").first.get_attribute("data-filter")


def test_a_filter_that_was_pressed_by_keyboard_keeps_the_focus(offers: Page) -> None:
    for _time in range(2):
        offers.get_by_role("link", name="Newcomers", exact=True).focus()
        offers.keyboard.press("Enter")
        assert offers.evaluate("document.activeElement.dataset.filter") == "fuer=new-here"


@pytest.mark.needs("axe")
@pytest.mark.parametrize("query", ["?fuer=new-here&am=freitag,donnerstag", NOTHING])
def test_axe_finds_nothing_with_filters_open_and_chosen(
    page: Page, second_address: str, query: str
) -> None:
    page.goto(f"{second_address}/angebote/{query}")
    assert page.locator(".filters__more").get_attribute("open") is not None
    page.set_viewport_size({"width": 320, "height": 900})
    found = axe.violations_of_both(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert found == {}


@pytest.mark.parametrize("query", ["", "?fuer=new-here&am=freitag,donnerstag", NOTHING])
def test_at_320_pixels_nothing_sticks_out(page: Page, second_address: str, query: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{second_address}/angebote/{query}")
    page.locator(".filters__more").evaluate("one => { one.open = true }")
    found = faults(page, "too wide", "cut off", "out of its box")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert found == {}


def test_the_filters_are_large_enough_for_a_thumb(offers: Page) -> None:
    offers.set_viewport_size({"width": 360, "height": 740})
    offers.locator(".filters__summary").click()
    for one in offers.locator(".filters a:visible, .filters summary").all():
        box = one.bounding_box()
        assert box is not None
        assert box["height"] >= 43.9, re.sub(r"\s+", " ", one.inner_text())
    offers.set_viewport_size({"width": 1280, "height": 900})
