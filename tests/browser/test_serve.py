"""`serve` as an editor has it: the command itself, real files, a real browser."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.editor.projects import replaced
from tests.worlds import ROOT, TODAY, World

NEWS = "aktuelles/2026-03-08-fest/index.md"
PANEL = "#schaukasten-panel"
HOSTILE = "<img src=x onerror=alert(1)>"


class Serving:
    """A small content, and the address at which the command serves it."""

    def __init__(self, world: World):
        self.world = world
        command = [sys.executable, "tasks.py", "serve", "--port", "0", "--today", TODAY]
        self.process = subprocess.Popen(
            [*command, "--content", str(world.content)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stdout
        found = re.search(r"http://localhost:(\d+)", self.process.stdout.readline())
        assert found
        self.address = f"http://127.0.0.1:{found[1]}"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    world = World(tmp_path_factory.mktemp("serving"))
    world.news("Der erste Satz.")
    world.write("seiten/lang.md", "---\ntitle: Lang\n---\n" + "Ein Absatz.\n\n" * 80)
    serving = Serving(world)
    yield serving
    serving.process.send_signal(signal.SIGTERM)
    serving.process.wait(10)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    yield page
    context.close()
    assert alerts == []
    assert [text for text in complaints if "Content Security Policy" in text] == []


def until(holds: Callable[[], bool]) -> None:
    """Ask until it holds; the policy of the pages does not let Playwright ask inside of them."""
    end = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


@contextmanager
def saved(serving: Serving, body: str, head: str = "") -> Iterator[None]:
    """The news item with another text, until the block ends."""
    with replaced(serving.world.content / NEWS, b""):
        serving.world.news(body, head)
        yield


def test_a_save_is_a_new_page_at_the_same_place(serving: Serving, page: Page) -> None:
    page.goto(serving.address + "/lang/")
    page.mouse.wheel(0, 900)
    until(lambda: page.evaluate("scrollY") > 500)
    place = page.evaluate("scrollY")
    with replaced(
        serving.world.content / "seiten/lang.md",
        b"---\ntitle: Anders\n---\n" + b"Ein Absatz.\n\n" * 80,
    ):
        expect(page.locator("h1")).to_have_text("Anders")
        until(lambda: abs(page.evaluate("scrollY") - place) < 2)
        assert page.locator(f"{PANEL} .panel").count() == 0
    expect(page.locator("h1")).to_have_text("Lang")


def test_a_mistake_is_shown_over_the_last_good_page_until_it_is_mended(
    serving: Serving, page: Page
) -> None:
    page.goto(serving.address + "/aktuelles/2026/fest/")
    panel = page.locator(f"{PANEL} .panel")
    with saved(serving, "Der zweite Satz.", "date: gestern"):
        expect(panel).to_contain_text(f"content/{NEWS}:5")
        expect(panel).to_contain_text("letzten fehlerfreien Stand")
        expect(panel.locator("mark")).to_have_text("date")
        expect(page.locator("main")).to_contain_text("Der erste Satz.")
    with saved(serving, "Der dritte Satz."):
        expect(page.locator("main")).to_contain_text("Der dritte Satz.")
        expect(panel).to_have_count(0)


def test_what_a_file_holds_never_runs_in_the_panel(serving: Serving, page: Page) -> None:
    page.goto(serving.address + "/")
    name = f"angebote/{HOSTILE}.md"
    front = f"title: {HOSTILE}\nsummary: x\naudience: {HOSTILE}"
    path = serving.world.write(name, f"---\n{front}\n---\n")
    panel = page.locator(f"{PANEL} .panel")
    expect(panel).to_contain_text(f"content/{name}")
    expect(panel.locator("pre").first).to_contain_text(HOSTILE)
    assert panel.locator("img").count() == 0
    path.unlink()
    expect(panel).to_have_count(0)


@pytest.mark.needs("axe")
def test_the_panel_is_for_everybody_in_light_and_dark_and_by_keyboard(
    serving: Serving, page: Page
) -> None:
    page.goto(serving.address + "/")
    with replaced(serving.world.content / "seiten/leer.md", b"kaputt"):
        panel = page.locator(f"{PANEL} .panel")
        expect(panel).to_be_visible()
        box = panel.bounding_box()
        assert box
        assert box["height"] <= 320
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, only_colors=True) == []
        fold = panel.get_by_role("button", name="Einklappen")
        fold.focus()
        page.keyboard.press("Enter")
        expect(panel.locator(".findings")).to_be_hidden()
        page.keyboard.press("Enter")
        expect(panel.locator(".findings")).to_be_visible()
        page.keyboard.press("Escape")
        expect(panel).to_have_count(0)
        badge = page.get_by_role("button", name="Fehler: 1")
        expect(badge).to_be_focused()
        # What was closed stays closed on the next page.
        page.goto(serving.address + "/lang/")
        expect(badge).to_be_visible()
        badge.press("Enter")
        expect(panel.get_by_role("button", name="Einklappen")).to_be_focused()
    expect(panel).to_have_count(0)


def test_a_deleted_source_is_not_found_and_is_there_again_when_it_is_back(
    serving: Serving, page: Page
) -> None:
    page.goto(serving.address + "/lang/")
    path = serving.world.content / "seiten/lang.md"
    with replaced(path, None):
        expect(page.locator("body")).not_to_contain_text("Ein Absatz.")
        assert page.request.get(serving.address + "/lang/").status == 404
    expect(page.locator("h1")).to_have_text("Lang")


def test_a_hint_is_a_small_button_that_opens_the_panel(serving: Serving, page: Page) -> None:
    page.goto(serving.address + "/")
    path = serving.world.offer()
    badge = page.locator(f"{PANEL} .badge")
    expect(badge).to_contain_text("Hinweise: 1")
    badge.click()
    expect(page.locator(f"{PANEL} .panel")).to_contain_text("content/angebote/treff.md")
    path.unlink()
    expect(page.locator(f"{PANEL} .panel")).to_have_count(0)


def test_a_tab_that_nobody_sees_holds_no_connection_and_catches_up(
    serving: Serving, page: Page
) -> None:
    page.goto(serving.address + "/aktuelles/2026/fest/")
    hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true})"
    change = "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(f"{hide % 'true'}; {change}")
    with saved(serving, "Ungesehen."):
        other = page.context.new_page()
        other.goto(serving.address + "/aktuelles/2026/fest/")
        expect(other.locator("main")).to_contain_text("Ungesehen.")
        expect(page.locator("main")).to_contain_text("Der erste Satz.")
        page.evaluate(f"{hide % 'false'}; {change}")
        expect(page.locator("main")).to_contain_text("Ungesehen.")


def test_an_ended_server_is_said(serving: Serving, page: Page) -> None:
    """The last test of the file."""
    page.goto(serving.address + "/aktuelles/2026/fest/")
    with saved(serving, "Zum Schluss."):
        # Else a reload could be under way, of which the rest would not come any more.
        expect(page.locator("main")).to_contain_text("Zum Schluss.")
        expect(page.locator(PANEL)).to_be_attached()
        page.wait_for_load_state()
        serving.process.send_signal(signal.SIGTERM)
        expect(page.locator(f"{PANEL} .panel")).to_contain_text("antwortet nicht")
    assert serving.process.wait(10) == 0
