"""Drafts, what is to come and what is over: nothing of it is anywhere in a public build."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.model.files.pictures import png
from tests.worlds import World

#: A word that stands in no template, in everything that must not be seen.
SECRET = "zwielicht"
STATES = {
    "entwurf": "status: Entwurf",
    "bald": "publish_from: 2026-12-01",
    "vorbei": "expires: 2026-11-21",
}
KINDS = {
    "aktuelles": "date: 2026-03-08\nplace: {secret}ort\ntags: [{secret}thema]",
    "angebote": "audience: [Ältere]\nschedule: []\nschedule_note: {secret}note\ncost: {secret}",
    "termine": "date: 2027-06-20\nplace: {secret}ort\nregistration: {secret}",
    "seiten": "review_by: 2026-01-01",
}


def write(world: World, folder: str, state: str, number: int) -> None:
    """A page with the word in all of its parts, a picture of its own, and a PDF."""
    secret = f"{SECRET}{state}{number}"
    path = f"{folder}/{secret}"
    world.write(f"{path}/{secret}.png", png(40 + number, 20))
    world.write(f"{path}/{secret}.pdf", b"%PDF-1.7 " + secret.encode() + b"\n%%EOF")
    head = [
        f"title: {secret}titel",
        f"summary: {secret}satz",
        "updated: 2026-11-01",
        f"aliases: [/{secret}-alt/]",
        f"image:\n  file: {secret}.png\n  alt: {secret}\n  caption: {secret}\n  credit: {secret}\n"
        # Else what is to come is an open item, which the record names; that is never published.
        "  people: keine",
        KINDS[folder].format(secret=secret),
        STATES[state],
    ]
    body = f"## {secret}\n\n[{secret}]({secret}.pdf)"
    world.write(f"{path}/index.md", "\n".join(["---", *head, "---", body]))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("unpublished"))
    world.news()
    number = 0
    for folder in KINDS:
        for state in STATES:
            number += 1
            write(world, folder, state, number)
    assert world.load().site is not None, world.errors()
    return world


def traces(output: Path) -> dict[str, set[str]]:
    """Where the word stands, in a name or in the bytes of a file: state → files."""
    found: dict[str, set[str]] = {state: set() for state in STATES}
    for path in output.rglob("*"):
        raw = path.read_bytes().lower() if path.is_file() else b""
        name = path.relative_to(output).as_posix()
        for state in STATES:
            word = SECRET + state
            if word in name.lower() or word.encode() in raw:
                found[state].add(name)
    return found


def pictures(output: Path, world: World) -> set[str]:
    """The states whose pictures were published; a picture's name is made of its bytes."""
    published = {path.name[:16] for path in (output / "bilder").glob("*")}
    originals = world.content.rglob(f"{SECRET}*.png")
    states = {
        path.stem.removeprefix(SECRET).rstrip("0123456789")
        for path in originals
        if sha256(path.read_bytes()).hexdigest()[:16] in published
    }
    assert states <= set(STATES)
    return states


def test_of_what_is_not_published_nothing_is_written_anywhere(world: World) -> None:
    assert world.build() == 0
    assert traces(world.output) == {state: set() for state in STATES}
    assert pictures(world.output, world) == set()


def test_the_preview_shows_all_of_it(world: World) -> None:
    """So that the test above looks for what would be there."""
    assert world.build(drafts=True) == 0
    found = traces(world.output)
    for state, files in found.items():
        for folder in ("aktuelles/2026", "angebote", "termine/2027", ""):
            pages = [name for name in files if name.startswith(folder) and name.endswith(".html")]
            assert any(f"{SECRET}{state}" in name for name in pages), (state, folder)
        assert any(name.endswith(".pdf") for name in files)
        assert {"index.html", "aktuelles/index.html", "angebote/index.html"} <= files
        assert ".htaccess" in files
    assert pictures(world.output, world) == set(STATES)


@pytest.mark.parametrize(
    ("day", "seen"),
    [("2026-11-21", {"vorbei"}), ("2026-11-30", set()), ("2026-12-01", {"bald"})],
)
def test_the_day_decides_what_is_to_be_seen(world: World, day: str, seen: set[str]) -> None:
    assert world.build(today=day) == 0
    found = traces(world.output)
    assert {state for state, files in found.items() if files} == seen
    assert pictures(world.output, world) == seen
    for state in seen:
        assert {"sitemap.xml", ".htaccess", "feeds/aktuelles.atom.xml"} <= found[state]
