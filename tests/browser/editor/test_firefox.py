"""`serve --edit` in Debian's Firefox, without local mode: open, write, convert, save."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import parts
from tests.browser.editor.marionette import Firefox
from tests.browser.editor.photographs import photograph, told_of
from tests.browser.editor.serve_edit import Command
from tests.browser.editor.steps import SETTLED
from tests.browser_editor.differences import difference
from tests.worlds import World

pytestmark = pytest.mark.whole

SAVE = "button[data-label=Speichern]"
_LISTEN = """
window.violated = [];
document.addEventListener('securitypolicyviolation', (event) =>
  violated.push(`${event.effectiveDirective} ${event.blockedURI}`));
window.addEventListener('error', (event) => violated.push(event.message));
window.addEventListener('unhandledrejection', (event) => violated.push(String(event.reason)));
"""
_ASKED = """return performance.getEntriesByType('resource').map((entry) => entry.name)
  .filter((name) => !name.startsWith(location.origin) && !/^(blob|data):/.test(name))"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("firefox"))
    world.news("Der erste Satz.")
    return world


@pytest.fixture(scope="module")
def firefox(
    world: World, editor_bundle: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Firefox]:
    """The window with the editor, entered."""
    program = parts.firefox_path()
    assert program
    command = Command(world.content)
    firefox = Firefox(program, tmp_path_factory.mktemp("profile"))
    firefox.open(f"{command.origin}/redaktion/")
    firefox.run(_LISTEN)
    firefox.element("[role=navigation], nav")
    yield firefox
    assert firefox.run("return violated") == []
    assert firefox.run(_ASKED) == []
    firefox.close()
    command.end()


def until_it_says(path: Path, text: str) -> str:
    end = time.monotonic() + 20
    while not path.is_file() or text not in path.read_text("utf-8"):
        assert time.monotonic() < end, path
        time.sleep(0.05)
    return path.read_text("utf-8")


def save(firefox: Firefox) -> None:
    """Press it, and wait until there is nothing more to save."""
    firefox.click(f"{SAVE}[aria-disabled=false]")
    firefox.element(f"{SAVE}[aria-disabled=true]")


def go(firefox: Firefox, place: str) -> None:
    # From one form to another Sveltia shows nothing; people go by way of the list.
    firefox.run("location.hash = '#/collections'")
    firefox.element("#nc-root [role=navigation], #nc-root nav")
    firefox.run("location.hash = arguments[0]", place)


def settle(firefox: Firefox) -> None:
    firefox.run(f"return ({SETTLED})()")


def test_a_sentence_that_is_added_is_in_the_file(firefox: Firefox, world: World) -> None:
    path = world.content / "aktuelles/2026-03-08-fest/index.md"
    before = path.read_text("utf-8")
    go(firefox, "#/collections/aktuelles/entries/2026-03-08-fest/index")
    text = "[data-key-path=body] [contenteditable=true]"
    settle(firefox)
    firefox.click(text)
    settle(firefox)
    # Of keys that nobody presses Lexical takes only the first.
    firefox.run("document.execCommand('insertText', false, arguments[0])", " Der zweite Satz.")
    save(firefox)
    after = until_it_says(path, "zweite")
    assert difference(before, after).gone == ["Der erste Satz.\n"]
    assert len(difference(before, after).come) == 1


def test_a_photograph_is_converted_and_says_nothing_of_its_place(
    firefox: Firefox, world: World, tmp_path: Path
) -> None:
    go(firefox, "#/collections/aktuelles/new")
    firefox.type("[data-key-path=title] input", "Sommerfest")
    firefox.type("[data-key-path=date] input[type=date]", "2026-06-20")
    firefox.type("[data-key-path=summary] textarea", "Wir feiern.")
    firefox.click("[data-key-path=image] [role=checkbox]")
    # What is added is built where one sees it.
    firefox.run("document.querySelector('[data-key-path=image] .wrapper').scrollIntoView()")
    firefox.click("[data-key-path='image.file'] button[data-label=Durchsuchen]")
    photo = photograph(tmp_path / "Hof.jpg")
    firefox.type("dialog[open] input[type=file]", str(photo))
    firefox.click("dialog[open] button[data-label='Einfügen'][aria-disabled=false]")
    firefox.type("[data-key-path='image.alt'] textarea", "Kinder")
    firefox.element("[data-key-path='image.file'] img")
    save(firefox)
    folder = world.content / "aktuelles/2026-06-20-sommerfest"
    until_it_says(folder / "index.md", "file: hof.webp")
    assert told_of((folder / "hof.webp").read_bytes()) == []
    assert world.errors() == []
