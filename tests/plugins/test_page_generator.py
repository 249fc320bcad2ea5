"""What Pelican is told of a document, and which documents it is not told of."""

from __future__ import annotations

import pytest

from schaukasten.plugins.page_generator import save_as
from tests.worlds import World


@pytest.mark.parametrize(
    ("address", "file"),
    [("/", "index.html"), ("/kontakt/", "kontakt/index.html"), ("/404.html", "404.html")],
)
def test_the_file_of_an_address_is_the_one_a_server_sends(address: str, file: str) -> None:
    assert save_as(address) == file


HIDDEN = {
    "a draft": "status: Entwurf",
    "not yet published": "publish_from: 2027-01-01",
    "expired": "expires: 2026-11-21",
}


@pytest.mark.parametrize("head", HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_published_is_nowhere_in_the_output(world: World, head: str) -> None:
    world.news(
        "Quokka im Text", f"tags: [Quokka]\naliases: [/altes-quokka/]\n{head}", slug="quokka"
    )
    world.offer("Quokka im Text", head, slug="quokka")
    world.write("seiten/quokka.md", f"---\ntitle: Quokka\n{head}\n---\nQuokka\n")
    world.write(
        "termine/quokka.md",
        f"---\ntitle: Quokka\ndate: 2026-12-01\nsummary: Quokka\n{head}\n---\nQuokka\n",
    )
    assert world.build() == 0
    files = [path for path in world.output.rglob("*") if path.is_file()]
    assert not [path for path in files if "quokka" in str(path.relative_to(world.output))]
    assert not [path for path in files if b"quokka" in path.read_bytes().lower()]


@pytest.mark.parametrize("head", HIDDEN.values(), ids=HIDDEN)
def test_the_preview_shows_and_marks_what_is_not_published(world: World, head: str) -> None:
    world.news(head=head)
    assert world.build(drafts=True) == 0
    assert '<span class="open-item">Entwurf</span>' in world.read("aktuelles/2026/fest/index.html")


def test_the_day_of_the_build_decides_what_is_published(world: World) -> None:
    world.news(head="publish_from: 2026-12-24")
    assert world.build(today="2026-12-23") == 0
    assert not (world.output / "aktuelles/2026").exists()
    assert world.build(today="2026-12-24") == 0
    assert (world.output / "aktuelles/2026/fest/index.html").exists()


def test_text_in_another_language_says_so(world: World) -> None:
    world.news('He said "yes".', "lang: en")
    assert world.build() == 0
    page = world.read("en/aktuelles/2026/fest/index.html")
    assert '<html lang="de" dir="ltr">' in page
    assert '<h1 lang="en" dir="ltr">' in page
    assert "<p>He said “yes”.</p>" in page
