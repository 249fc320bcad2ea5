"""GitHub and GitLab: each text is a proposal of its own, and nobody's work gets lost in one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from schaukasten.browser_editor.forge.folder import make_folder
from schaukasten.browser_editor.forge.forge import read_forge
from tests.browser.editor.stillness import keep_still
from tests.browser.forge.conftest import HOST, lonely_browser, small_world
from tests.browser.forge.day import FEST, ROOMS, Day, Seen, branch_of, path_of
from tests.browser.forge.github_server import GitHubServer
from tests.browser.forge.gitlab_server import GitLabServer
from tests.browser.forge.server import NAME, OWNER
from tests.browser.forge.window import Window
from tests.browser_editor.published import forms_of, published_for
from tests.model.files.pictures import decoded
from tests.servers.apache import Apache
from tests.worlds import german

pytestmark = [pytest.mark.whole, pytest.mark.needs("apache2")]

SERVERS = {"github": GitHubServer, "gitlab": GitLabServer}
#: Who is asked, and nobody else.
HOSTS = {"github": "api.github.com", "gitlab": "gitlab.com"}
_COLLEAGUE = "Berta: Kollegin"


@pytest.fixture(scope="module", params=sorted(SERVERS))
def day(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,
    editor_bundle: Path,
) -> Iterator[Day]:
    kind, folder = request.param, tmp_path_factory.mktemp(request.param)
    world, files = small_world(folder)
    forge = read_forge({"forge": kind, "repository": f"{OWNER}/{NAME}"})
    forms = forms_of(world.content)
    make_folder(folder / "redaktion", editor_bundle, forms, published_for(forge), german)
    with (
        SERVERS[kind](folder / "git", files) as server,
        Apache(folder / "redaktion") as apache,
        lonely_browser(browser, **{HOSTS[kind]: server.port}) as lonely,
    ):
        window = Window(lonely, f"https://{HOST}:{apache.https_port}/")
        keep_still(window.context)
        spent = Day(kind, window, server)
        try:
            spent.spend(folder)
        finally:
            window.close()
            # It says why, where the day has ended too early.
            assert server.unknown == []
        yield spent


def text(seen: Seen, entry: str) -> str:
    return seen.files[path_of(entry)].decode()


def test_the_list_shows_what_is_at_the_forge(day: Day) -> None:
    assert day.listed == ["08.03.2026 Fest"] * 2


def test_a_new_text_and_its_picture_are_one_commit_on_a_branch_of_its_own(day: Day) -> None:
    seen = day.seen["written"]
    assert seen.log == [f"Maria Muster: Nachricht angelegt: {ROOMS} +1", "Anna: Anfang"]
    folder = f"content/aktuelles/{ROOMS}"
    assert seen.changed == [f"A {folder}/img_2026-fest.webp", f"A {folder}/index.md"]
    assert 'title: "Neue Räume: schön & hell"' in text(seen, ROOMS)
    # The camera tells nothing.
    image = decoded(seen.files[f"{folder}/img_2026-fest.webp"])
    assert (image.format, dict(image.getexif()), image.size) == ("WEBP", {}, (200, 400))


def test_it_is_a_proposal_that_nobody_can_take_over_by_mistake(day: Day) -> None:
    (proposal,) = day.seen["written"].proposals
    assert (proposal.branch, proposal.is_draft) == (branch_of(ROOMS), True)
    assert proposal.labels == ["sveltia-cms/draft"]


@pytest.mark.parametrize(("step", "entry"), [("written", ROOMS), ("handed in", FEST)])
def test_the_notice_leads_to_that_very_proposal(day: Day, step: str, entry: str) -> None:
    seen = day.seen[step]
    address = urlsplit(seen.notices[-1])
    asked = parse_qs(address.query)
    if day.kind == "github":
        assert (address.netloc, address.path) == ("github.com", f"/{OWNER}/{NAME}/pulls")
        assert asked == {"q": [f"is:open head:{branch_of(entry)}"]}
    else:
        path = f"/{OWNER}/{NAME}/-/merge_requests"
        assert (address.netloc, address.path) == ("gitlab.com", path)
        assert asked == {"state": ["opened"], "source_branch": [branch_of(entry)]}
    assert [one.branch for one in seen.proposals].count(branch_of(entry)) == 1


def test_a_further_change_is_a_further_commit_in_the_same_proposal(day: Day) -> None:
    before, after = day.seen["written"], day.seen["changed"]
    assert after.log == [f"Maria Muster: Nachricht geändert: {ROOMS}", _COLLEAGUE, *before.log]
    assert after.proposals == before.proposals


def test_what_a_colleague_has_changed_in_a_proposal_stays(day: Day) -> None:
    before, after = text(day.seen["written"], ROOMS), text(day.seen["changed"], ROOMS)
    theirs = before.replace("Wir ziehen um.", "Wir ziehen um, endlich.")
    assert after == theirs.replace('"Neue Räume: schön & hell"', '"Neue Räume: hell"')


def test_who_comes_too_late_is_told_and_nothing_is_lost(day: Day) -> None:
    before, refused = day.seen["changed"], day.seen["too late"]
    assert "Während des Speicherns hat jemand anderes etwas geändert." in refused.said
    assert refused.log == [_COLLEAGUE, *before.log]
    assert text(refused, ROOMS) == text(before, ROOMS).replace("im Hof", "im Hinterhof")
    saved = text(day.seen["in time"], ROOMS)
    assert saved == text(refused, ROOMS).replace("Neue Räume: hell", "Helle Räume")


def test_what_others_have_changed_on_the_main_branch_is_not_undone(day: Day) -> None:
    seen = day.seen["handed in"]
    assert seen.changed == [f"M {path_of(FEST)}"]
    assert "title: Sommerfest\n" in text(seen, FEST)
    assert "summary: Kommt alle!\n# Von Hand geschrieben\n" in text(seen, FEST)


def test_what_is_handed_in_can_be_taken_over(day: Day) -> None:
    proposal = day.seen["handed in"].proposals[-1]
    assert not proposal.is_draft
    assert proposal.labels == ["sveltia-cms/pending_review"]


def test_nothing_is_published_against_the_rules_of_the_forge(day: Day) -> None:
    refused = day.seen["not published"]
    assert refused.main == day.seen["handed in"].main
    assert [one.state for one in refused.proposals] == ["open", "open"]
    assert "Was es ist, steht beim Vorschlag." in refused.said


def test_what_is_published_has_the_changes_of_all(day: Day) -> None:
    seen = day.seen["published"]
    assert [one.state for one in seen.proposals] == ["open", "merged"]
    # Where those who write may not merge, somebody else has.
    merged = "Maria Muster: Nachricht" if day.server.staff_may_merge else "Berta: Vorschlag"
    assert seen.log[0].startswith(merged)
    theirs = text(day.seen["handed in"], FEST).replace("war schön", "war sehr schön")
    assert text(seen, FEST) == theirs


def test_after_somebody_has_taken_it_over_a_change_is_a_new_proposal(day: Day) -> None:
    before, after = day.seen["in time"], day.seen["begun anew"]
    assert [one.state for one in after.proposals if one.branch == branch_of(ROOMS)] == [
        "merged",
        "open",
    ]
    assert after.changed == [f"M {path_of(ROOMS)}"]
    assert text(after, ROOMS) == text(before, ROOMS).replace("Helle Räume", "Räume")


def test_nobody_but_the_forge_is_asked_and_nothing_goes_wrong_unseen(day: Day) -> None:
    ours = "/".join(day.window.address.split("/")[:3])
    assert day.window.asked == {ours, f"https://{HOSTS[day.kind]}"}
    assert day.window.wrong == []
