"""The day of an editor on the published editor: what becomes of it at the forge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.forge.conftest import Published
from tests.browser.forge.gitea_server import FORGEJO, GITEA
from tests.browser.forge.server import READS, WRITES
from tests.browser.forge.window import Window, until
from tests.model.files.pictures import decoded

FEST = "content/aktuelles/2026-03-08-fest/index.md"
SECOND = "content/aktuelles/2026-03-08-zweite/index.md"

pytestmark = [pytest.mark.whole, pytest.mark.needs("apache2")]


def saved(published: Published, before: str) -> None:
    """Wait for the next commit."""
    until(lambda: published.gitea.repository.head() != before, "nothing was committed")


@pytest.mark.parametrize(
    ("version", "was", "title"), [(GITEA, "Fest", "Sommerfest"), (FORGEJO, "Sommerfest", "Feier")]
)
def test_one_changed_word_is_one_changed_line_in_one_commit_of_its_author(
    window: Window, published: Published, version: str, was: str, title: str
) -> None:
    published.gitea.version = version
    repository = published.gitea.repository
    text, before = repository.read(FEST).decode(), repository.head()
    window.enter(WRITES)
    window.go("#/collections/aktuelles/entries/2026-03-08-fest/index")
    window.fill("title", title)
    window.save()
    saved(published, before)
    assert repository.read(FEST).decode() == text.replace(f"title: {was}", f"title: {title}")
    assert "# Von Hand geschrieben" in text
    assert repository.changed() == [f"M {FEST}"]
    assert repository.log()[0] == "Maria Muster: Nachricht geändert: 2026-03-08-fest"
    # Gitea knows no proposals: the site's own build decides.
    notice = window.page.locator("#notices a")
    notice.wait_for()
    assert notice.get_attribute("href") == f"{published.forge.address}/commits/branch/main"


def test_a_new_text_and_its_picture_are_one_commit_and_the_camera_tells_nothing(
    window: Window, published: Published, tmp_path: Path
) -> None:
    repository = published.gitea.repository
    before = repository.head()
    window.enter(WRITES)
    window.write_news(tmp_path)
    window.save()
    saved(published, before)
    changed = sorted(repository.changed())
    assert [one[0] for one in changed] == ["A", "A"]
    folder = "content/aktuelles/2026-06-20-neue-raeume-schoen-hell"
    (picture,) = [one[2:] for one in changed if not one.endswith(".md")]
    assert picture.startswith(f"{folder}/")
    written = repository.read(f"{folder}/index.md").decode()
    assert 'title: "Neue Räume: schön & hell"' in written
    image = decoded(repository.read(picture))
    assert (image.format, dict(image.getexif()), image.size) == ("WEBP", {}, (200, 400))


def test_what_a_colleague_has_changed_meanwhile_stays(window: Window, published: Published) -> None:
    repository = published.gitea.repository
    window.enter(WRITES)
    window.go("#/collections/aktuelles/entries/2026-03-08-zweite/index")
    window.fill("title", "Zweites Fest")
    theirs = repository.read(SECOND).decode().replace("summary: Ein Fest.", "summary: Kommt alle!")
    repository.write(SECOND, theirs)
    before = repository.head()
    window.save()
    window.button("Trotzdem speichern").click()
    saved(published, before)
    assert repository.read(SECOND).decode() == theirs.replace("title: Fest", "title: Zweites Fest")
    # Nor does who goes on writing in the same form take it back.
    before = repository.head()
    window.fill("title", "Noch ein Fest")
    window.save()
    saved(published, before)
    assert repository.read(SECOND).decode() == theirs.replace("title: Fest", "title: Noch ein Fest")


def test_a_token_that_may_not_write_changes_nothing_and_the_text_stays_on_the_screen(
    window: Window, published: Published
) -> None:
    repository = published.gitea.repository
    before = repository.head()
    window.enter(READS)
    window.go("#/collections/aktuelles/entries/2026-03-08-fest/index")
    window.fill("summary", "Unerlaubt.")
    window.save()
    window.page.get_by_text("token does not have").or_(
        window.page.get_by_text("konnte nicht gespeichert werden")
    ).first.wait_for()
    assert repository.head() == before
    assert window.field("summary").locator("textarea").input_value() == "Unerlaubt."
