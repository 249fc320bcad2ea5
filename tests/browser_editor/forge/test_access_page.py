"""The page about signing in: what it says for each forge, and nothing that is not meant so."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from schaukasten.browser_editor.forge.access_page import access_page
from schaukasten.browser_editor.forge.forge import Forge
from tests.worlds import german

GITHUB = Forge("github", "https://github.com", "verein/website")
GITLAB = Forge("gitlab", "https://gitlab.com", "verein/website")
CODEBERG = Forge("gitea", "https://codeberg.org", "verein/website")


class Read(HTMLParser):
    """Elements and addresses of a page."""

    def __init__(self, page: str):
        super().__init__()
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.mark.parametrize(
    ("forge", "address", "rights"),
    [
        (
            GITHUB,
            "https://github.com/settings/personal-access-tokens/new",
            "„Pull requests“",
        ),
        (
            GITLAB,
            "https://gitlab.com/-/user_settings/personal_access_tokens?name=Redaktion&scopes=api",
            "„api“, sonst keinen",
        ),
        (CODEBERG, "https://codeberg.org/user/settings/applications", "„repository“ mit „Read and"),
    ],
)
def test_it_leads_to_the_page_of_the_forge_and_names_the_rights(
    forge: Forge, address: str, rights: str
) -> None:
    page = access_page(forge, "de", german)
    assert address in Read(page).addresses
    assert rights in page
    for what in (
        "unverschlüsselt",
        "An einem fremden Rechner",
        "Abmelden und ein Token widerrufen",
    ):
        assert what in page


def test_it_asks_nobody_and_runs_nothing_but_its_own_script() -> None:
    read = Read(access_page(CODEBERG, "de", german))
    own = [one for one in read.addresses if not one.startswith("https://codeberg.org/")]
    assert sorted(own) == ["./", "access.css", "access.js", "data:,"]
    assert read.elements.count("script") == 1
    assert "style" not in read.elements


def test_the_window_of_a_forge_is_spoken_of_only_where_there_is_one() -> None:
    known = Forge("gitea", "https://codeberg.org", "verein/website", app_id="0b1c")
    told = "Es öffnet sich ein Fenster"
    assert told in access_page(known, "de", german)
    assert told not in access_page(CODEBERG, "de", german)


def test_without_a_catalog_it_is_in_english() -> None:
    page = access_page(CODEBERG, "en", str)
    assert '<html lang="en">' in page
    assert "Where the token lies, and how long" in page
    assert not re.search(r"[äöüß]", page)
