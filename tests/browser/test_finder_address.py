"""The filters of the offers and the address: it holds what was chosen, and gives it back."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.finding import address, press, titles


def test_the_address_holds_the_choice_and_gives_it_back(browser: Browser, offers: Page) -> None:
    press(offers, "Newcomers", "Thursday", "Friday")
    chosen = titles(offers)
    assert address(offers) == "/angebote/?fuer=new-here&am=donnerstag,freitag"
    offers.reload()
    assert titles(offers) == chosen
    assert offers.locator(".filters__more").get_attribute("open") is not None
    offers.go_back()
    assert address(offers) == "/angebote/?fuer=new-here&am=donnerstag"
    assert titles(offers) == {"Night Kitchen"}
    offers.go_back()
    offers.go_back()
    assert address(offers) == "/angebote/"
    assert len(titles(offers)) >= 10
    offers.go_forward()
    offers.go_forward()
    offers.go_forward()
    assert titles(offers) == chosen
    # Somebody else opens the link that was sent to them.
    other = browser.new_page()
    other.goto(offers.url)
    assert titles(other) == chosen
    other.close()


def test_the_way_back_from_an_offer_leads_to_the_same_choice(offers: Page) -> None:
    press(offers, "Newcomers", "Thursday")
    offers.get_by_role("link", name="Night Kitchen").click()
    expect(offers.locator("h1")).to_have_text("Night Kitchen")
    offers.go_back()
    assert titles(offers) == {"Night Kitchen"}


def test_a_click_for_a_new_tab_opens_what_the_link_would_lead_to(offers: Page) -> None:
    press(offers, "Newcomers", "Friday")
    before = titles(offers)
    with offers.context.expect_page() as opened:
        offers.locator(".filters").get_by_role("link", name="Free of charge").click(
            modifiers=["ControlOrMeta"]
        )
    other = opened.value
    # A new tab is an empty page first, and that one is loaded, too.
    other.wait_for_url("**/angebote/*")
    assert address(other) == "/angebote/?fuer=new-here&am=freitag&kosten=kostenlos"
    assert titles(other) == {"English over Tea"}
    other.close()
    assert titles(offers) == before


def test_the_other_filters_of_a_filters_page_lead_to_both(page: Page, second_address: str) -> None:
    page.goto(f"{second_address}/angebote/fuer/new-here/")
    assert page.locator("[data-filter][aria-current=page]").all_inner_texts() == ["Newcomers"]
    press(page, "Thursday")
    # To the end: only then has the script chosen.
    page.wait_for_url("**/angebote/?*")
    expect(page.locator("h1")).to_have_text("Offers")
    assert address(page) == "/angebote/?fuer=new-here&am=donnerstag"
    assert titles(page) == {"Night Kitchen"}
    assert page.locator("[data-filter][aria-current]").all_inner_texts() == [
        "Newcomers",
        "Thursday",
    ]


def test_to_press_the_filter_of_a_filters_page_again_takes_it_away(
    page: Page, second_address: str
) -> None:
    page.goto(f"{second_address}/angebote/am/mittwoch/")
    page.get_by_role("link", name="Wednesday", exact=True).click()
    expect(page.locator("h1")).to_have_text("Offers")
    assert address(page) == "/angebote/"


@pytest.mark.parametrize(
    "query",
    [
        "am=mittwoch,gestern&wer=ich",
        f"am=mittwoch&fuer={quote('<script>alert(1)</script>')}",
        f"am=mittwoch&{quote('<img src=x onerror=alert(1)>')}=x",
        "am=mittwoch&sprache=" + quote(']"),*{}'),
        "am=mittwoch&__proto__=x&constructor=y",
        "am=mittwoch,mittwoch&am=mittwoch&am",
        "am=%6Dittwoch&fuer=%E0%A4%A",
        "fuer==&am=mittwoch",
    ],
)
def test_what_the_address_holds_that_is_no_filter_changes_nothing(
    page: Page, second_address: str, query: str
) -> None:
    heard: list[str] = []

    def hear(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", hear)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(f"{second_address}/angebote/?{query}")
    assert titles(page) == {"Mending Bench", "Newspaper Corner"}
    press(page, "Wednesday")
    assert address(page) == "/angebote/"
    page.remove_listener("dialog", hear)
    assert heard == []
    assert page.locator("main script, main img[onerror]").count() == 0
