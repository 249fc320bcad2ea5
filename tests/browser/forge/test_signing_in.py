"""Signing in to the published editor, and out: by token, by a window of the forge, for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from schaukasten.browser_editor.forge.folder import make_folder
from schaukasten.browser_editor.forge.forge import read_forge
from tests.browser.forge.conftest import HOST, Published
from tests.browser.forge.server import WRITES
from tests.browser.forge.window import Window
from tests.browser_editor.published import forms_of, published_for
from tests.servers.apache import Apache
from tests.worlds import World, german

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


_REPOSITORY = {"repository": "verein/website"}


@pytest.mark.parametrize(
    ("settings", "buttons"),
    [
        ({"forge": "github"}, ["Mit Zugriffstoken anmelden"]),
        ({"forge": "gitlab"}, ["Mit Zugriffstoken anmelden"]),
        (
            {"forge": "gitlab", "app_id": "0b1c"},
            ["Mit GitLab anmelden", "Mit Zugriffstoken anmelden"],
        ),
        ({"forge": "gitea", "server": "https://codeberg.org"}, ["Mit Zugriffstoken anmelden"]),
    ],
)
def test_of_each_forge_sveltia_takes_the_settings_and_asks_nobody_before_one_signs_in(
    lonely: Browser,
    editor_bundle: Path,
    tmp_path: Path,
    settings: dict[str, str],
    buttons: list[str],
) -> None:
    forge, world = read_forge(settings | _REPOSITORY), World(tmp_path)
    forms = forms_of(world.content)
    make_folder(tmp_path / "redaktion", editor_bundle, forms, published_for(forge), german)
    with Apache(tmp_path / "redaktion") as apache:
        window = Window(lonely, f"https://{HOST}:{apache.https_port}/")
        window.open()
        names = [one.inner_text() for one in window.page.locator(".buttons button").all()]
        said = window.page.locator(".buttons, [role=alert]").all_inner_texts()
        window.close()
    assert [name.translate(_ISOLATES) for name in names] == buttons, said
    assert (window.wrong, window.asked) == ([], {f"https://{HOST}:{apache.https_port}"})
