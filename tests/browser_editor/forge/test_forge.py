"""`EDITOR` in publishconf.py: what is understood, and what is told of all that is not."""

from __future__ import annotations

import pytest

from schaukasten.browser_editor.forge.forge import WrongEditor, read_forge
from tests.worlds import german

CODEBERG = {"forge": "gitea", "server": "https://codeberg.org", "repository": "verein/website"}


@pytest.mark.parametrize(
    ("settings", "api", "origin", "address", "proposals"),
    [
        (
            {"forge": "github", "repository": "verein/website"},
            *("https://api.github.com", "https://api.github.com"),
            *("https://github.com/verein/website", True),
        ),
        (
            {"forge": "github", "repository": "a/b", "server": "https://git.example.org/"},
            *("https://git.example.org/api/v3", "https://git.example.org"),
            *("https://git.example.org/a/b", True),
        ),
        (
            {"forge": "gitlab", "repository": "verein/web/website"},
            *("https://gitlab.com/api/v4", "https://gitlab.com"),
            *("https://gitlab.com/verein/web/website", True),
        ),
        (
            CODEBERG,
            *("https://codeberg.org/api/v1", "https://codeberg.org"),
            *("https://codeberg.org/verein/website", False),
        ),
        (
            {**CODEBERG, "server": "https://example.org:8443/git"},
            *("https://example.org:8443/git/api/v1", "https://example.org:8443"),
            *("https://example.org:8443/git/verein/website", False),
        ),
    ],
)
def test_a_forge_has_an_address_an_api_and_one_origin_to_ask(
    settings: dict[str, str], api: str, origin: str, address: str, proposals: bool
) -> None:
    forge = read_forge(settings)
    assert (forge.api, forge.origin, forge.address) == (api, origin, address)
    assert forge.has_proposals == proposals


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"forge": "bitbucket"},
            "EDITOR kennt „bitbucket“ nicht. Schreiben Sie unter „forge“",
        ),
        ({"token": "x"}, "EDITOR kennt kein „token“. Es gibt: forge, repository"),
        ({"branch": 1}, "„branch“ ist kein Text. Setzen Sie es in Anführungszeichen."),
        ({"branch": "a..b"}, "„a..b“ ist kein Name eines Zweigs."),
        ({"branch": "-main"}, "„-main“ ist kein Name eines Zweigs."),
        ({"repository": "website"}, "„website“ ist kein Repository. Schreiben Sie Besitzer und"),
        ({"repository": "a/b.git"}, "„a/b.git“ ist kein Repository."),
        ({"repository": "https://codeberg.org/a/b"}, "„https://codeberg.org/a/b“ ist kein Reposi"),
        ({"repository": "a/b/c"}, "„a/b/c“ ist kein Repository."),
        ({"server": "codeberg.org"}, "„codeberg.org“ ist keine Adresse eines Servers."),
        ({"server": "https://a.example/;b"}, "„https://a.example/;b“ ist keine Adresse eines"),
        ({"server": "https://a;b.example"}, "„https://a;b.example“ ist keine Adresse eines"),
        ({"server": "https://a.example\nb"}, "„https://a.example\nb“ ist keine Adresse eines"),
        ({"server": "http://codeberg.org"}, "„http://codeberg.org“ beginnt nicht mit https://."),
        ({"content": "../content"}, "„../content“ ist kein Ordner im Repository."),
        ({"forge": "github", "app_id": "x"}, "Bei GitHub kann man sich in der Redaktion nicht"),
    ],
)
def test_a_fault_is_told_with_its_remedy(change: dict[str, str], told: str) -> None:
    with pytest.raises(WrongEditor) as wrong:
        read_forge(CODEBERG | change)
    ((what, remedy),) = wrong.value.problems
    assert f"{what.text(german)} {remedy.text(german)}".startswith(told)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(WrongEditor) as wrong:
        read_forge({"forge": "gitea", "app": "x", "branch": "a b"})
    assert [what.text(german) for what, _remedy in wrong.value.problems] == [
        "EDITOR kennt kein „app“.",
        "In EDITOR fehlt das Repository.",
        "In EDITOR fehlt der Server.",
        "„a b“ ist kein Name eines Zweigs.",
    ]


def test_a_forge_of_this_machine_needs_no_encryption() -> None:
    assert read_forge(CODEBERG | {"server": "http://127.0.0.1:3000"}).origin == (
        "http://127.0.0.1:3000"
    )
