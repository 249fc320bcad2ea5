"""What Sveltia is told of a forge, and where it leads after a save."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from schaukasten.browser_editor.forge.backend import after_saving, for_sveltia
from schaukasten.browser_editor.forge.forge import Forge
from tests.worlds import german

GITHUB = Forge("github", "https://github.com", "verein/website")
GITLAB = Forge("gitlab", "https://gitlab.com", "verein/website")
CODEBERG = Forge("gitea", "https://codeberg.org", "verein/website")
BRANCH = "cms/aktuelles/2026-03-08-fest"


def test_a_change_is_a_proposal_where_the_forge_has_them() -> None:
    modes = [for_sveltia(forge, german)["publish_mode"] for forge in (GITHUB, GITLAB, CODEBERG)]
    assert modes == ["editorial_workflow", "editorial_workflow", "simple"]


def test_one_signs_in_by_token_and_by_the_forges_window_only_where_it_knows_the_editor() -> None:
    for forge in (GITHUB, GITLAB, CODEBERG):
        backend = for_sveltia(forge, german)["backend"]
        assert backend["auth_methods"] == ["token"]
        assert "app_id" not in backend
    known = Forge("gitlab", "https://gitlab.com", "verein/website", app_id="0b1c")
    backend = for_sveltia(known, german)["backend"]
    assert (backend["auth_methods"], backend["auth_type"]) == (["oauth", "token"], "pkce")


def test_no_server_but_the_forges_own_is_named() -> None:
    for forge in (GITHUB, GITLAB, CODEBERG):
        backend = for_sveltia(forge, german)["backend"]
        named = {str(value) for value in backend.values() if str(value).startswith("http")}
        assert {urlsplit(one).netloc for one in named} <= {urlsplit(forge.server).netloc}
    enterprise = Forge("github", "https://git.example.org", "verein/website")
    backend = for_sveltia(enterprise, german)["backend"]
    assert backend["api_root"] == "https://git.example.org/api/v3"
    assert backend["graphql_api_root"] == "https://git.example.org/api/graphql"


def test_the_history_speaks_german() -> None:
    messages = for_sveltia(CODEBERG, german)["backend"]["commit_messages"]
    assert messages["update"] == "{{collection}} geändert: {{slug}}"
    assert set(messages) == {"create", "update", "delete", "uploadMedia", "deleteMedia"}


def test_after_a_save_the_way_leads_to_the_proposal_of_that_text() -> None:
    github = after_saving(GITHUB)
    assert github["manner"] == "proposed"
    parts = urlsplit(github["address"].replace("{branch}", BRANCH.replace("/", "%2F")))
    assert parts.path == "/verein/website/pulls"
    assert parse_qs(parts.query) == {"q": [f"is:open head:{BRANCH}"]}
    gitlab = urlsplit(after_saving(GITLAB)["address"].replace("{branch}", BRANCH))
    assert gitlab.path == "/verein/website/-/merge_requests"
    assert parse_qs(gitlab.query)["source_branch"] == [BRANCH]


def test_where_there_are_no_proposals_it_leads_to_the_changes_and_their_checks() -> None:
    saved = after_saving(Forge("gitea", "https://codeberg.org", "verein/website", "redaktion"))
    assert saved == {
        "manner": "saved",
        "address": "https://codeberg.org/verein/website/commits/branch/redaktion",
    }
