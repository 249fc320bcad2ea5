"""Signing in to the published editor, and out: by token, by a window of the forge, for good."""

from __future__ import annotations

import pytest

from tests.browser.forge.conftest import Published
from tests.browser.forge.gitea_server import WRITES
from tests.browser.forge.window import Window

#: What lies in the browser that lets somebody in.
_KEPT = """async () => [
  ...Object.values(localStorage), ...(await indexedDB.databases()).map(({ name }) => name)]"""
#: Marks around what is filled in (UAX 9), which nobody sees.
_ISOLATES = dict.fromkeys((0x2068, 0x2069))

pytestmark = [pytest.mark.whole, pytest.mark.needs("apache2")]


def test_a_token_that_the_forge_does_not_know_is_refused_in_german(window: Window) -> None:
    window.open()
    window.sign_in("made-up")
    window.page.get_by_text("Das angegebene Token ist ungültig.").wait_for()


def test_a_way_to_the_forges_own_window_is_offered_and_none_over_another_host(
    window: Window, published: Published
) -> None:
    window.open()
    names = [one.inner_text() for one in window.page.locator(".buttons button").all()]
    plain = [name.translate(_ISOLATES) for name in names]
    assert plain == ["Mit Gitea / Forgejo anmelden", "Mit Zugriffstoken anmelden"]


def test_who_agrees_in_a_window_of_the_forge_is_signed_in_without_a_token(
    window: Window, published: Published
) -> None:
    window.open()
    with window.page.expect_popup() as opened:
        window.page.get_by_role("button", name="Forgejo").click()
    popup = opened.value
    popup.get_by_role("link", name="Agree").click()
    window.account().wait_for()
    assert "POST /login/oauth/access_token" in published.gitea.requests


def test_signing_out_in_the_menu_takes_the_token_away(window: Window) -> None:
    window.enter(WRITES)
    assert any(WRITES in kept for kept in window.page.evaluate(_KEPT))
    window.account().click()
    window.page.get_by_role("menuitem", name="Abmelden").click()
    window.button("Mit Zugriffstoken anmelden").wait_for()
    assert not any(WRITES in kept for kept in window.page.evaluate(_KEPT))


def test_the_page_about_signing_in_is_found_from_both_sides_and_leaves_nothing(
    window: Window,
) -> None:
    window.open()
    way = window.page.get_by_role("link", name="Wie melde ich mich an?")
    assert way.get_attribute("href") == "anmelden.html"
    window.sign_in(WRITES)
    window.account().click()
    with window.context.expect_page() as opened:
        window.page.get_by_role("menuitem", name="Zugang und Token").click()
    guide = opened.value
    who = guide.locator("#signed-in")
    who.wait_for()
    assert who.locator("p").first.inner_text() == "In diesem Browser angemeldet: maria"
    # As on a computer of somebody else: the editor is closed first.
    window.page.close()
    guide.get_by_role("button", name="Abmelden und alles löschen").click()
    guide.get_by_text("Abgemeldet.").wait_for()
    assert guide.evaluate(_KEPT) == []
    guide.get_by_role("link", name="Zur Redaktion").click()
    guide.get_by_role("button", name="Mit Zugriffstoken anmelden").wait_for()
