"""A window on the published editor → what an editor does there, and what went wrong unseen."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.browser.editor.steps import settle
from tests.model.files.pictures import exif, jpeg

#: Milliseconds until what was pressed has to show, on a machine with other work.
_PATIENCE = 20_000
_LISTEN = """document.addEventListener('securitypolicyviolation', (event) =>
  policy_violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))"""


class Window:
    """`asked` are the origins of all requests, `wrong` are violations of the policy and errors."""

    def __init__(self, browser: Browser, address: str):
        self.address = address
        self.asked: set[str] = set()
        self.wrong: list[str] = []
        self.context = browser.new_context(
            ignore_https_errors=True,
            locale="de-DE",
            viewport={"width": 1280, "height": 900},
            # Whatever moves is waited for.
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(_PATIENCE)
        self.context.expose_function("policy_violated", lambda told: self.wrong.append(told))
        self.context.add_init_script(_LISTEN)
        self.context.on("request", lambda request: self._note(request.url))
        self.context.on("weberror", lambda error: self.wrong.append(str(error.error)))
        self.context.on("console", lambda said: self._hear(said.text))
        self.page: Page = self.context.new_page()

    def close(self) -> None:
        self.context.close()

    def open(self) -> None:
        self.page.goto(self.address)
        self.button("Mit Zugriffstoken anmelden").wait_for()

    def sign_in(self, token: str) -> None:
        self.button("Mit Zugriffstoken anmelden").click()
        dialog = self.page.locator("dialog[open], [role=dialog], [role=alertdialog]").first
        dialog.get_by_role("textbox").fill(token)
        dialog.get_by_role("button", name="Anmelden", exact=True).click()

    def enter(self, token: str) -> None:
        self.open()
        self.sign_in(token)
        self.page.get_by_role("button", name="Kontomenü anzeigen").wait_for()

    def account(self) -> Locator:
        return self.page.get_by_role("button", name="Kontomenü anzeigen")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).first

    def go(self, place: str) -> None:
        self.page.evaluate("(place) => { location.hash = place }", place)

    def field(self, path: str) -> Locator:
        return self.page.locator(f'[data-key-path="{path}"]')

    def fill(self, path: str, value: str) -> None:
        place = self.field(path)
        place.scroll_into_view_if_needed()
        place.locator("input, textarea").first.fill(value)

    def write(self, text: str) -> None:
        editable = self.field("body").locator("[contenteditable=true]").first
        editable.scroll_into_view_if_needed()
        # Sveltia fills the field in when it is built, and once more soon after.
        for _round in range(10):
            settle(self.page)
        editable.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)
        settle(self.page)
        assert text in editable.inner_text()

    def add_picture(self, path: Path, alt: str) -> None:
        """Choose a picture of this machine as the one that leads."""
        image = self.field("image")
        image.scroll_into_view_if_needed()
        image.get_by_role("checkbox").first.click()
        self.field("image.file").get_by_role("button", name="Durchsuchen").click()
        dialog = self.page.locator("dialog[open], [role=dialog], [role=alertdialog]").first
        with self.page.expect_file_chooser() as chooser:
            dialog.get_by_role("button", name="Durchsuchen").or_(
                dialog.get_by_role("button", name="Hochladen")
            ).first.click()
        chooser.value.set_files(path)
        insert = dialog.get_by_role("button", name="Einfügen", exact=True)
        until(insert.is_enabled, "the picture cannot be inserted")
        insert.click()
        # It is made small first.
        self.field("image.file").get_by_text(".webp").wait_for()
        self.fill("image.alt", alt)

    def write_news(self, folder: Path) -> None:
        """Fill in a news item with a photograph that lies on its side and tells of its camera."""
        photograph = folder / "IMG_2026 Fest.jpg"
        photograph.write_bytes(jpeg(400, 200, exif=exif(6)))
        self.go("#/collections/aktuelles/new")
        self.fill("title", "Neue Räume: schön & hell")
        self.fill("date", "2026-06-20")
        self.fill("summary", "Wir ziehen um.")
        self.write("Ab Juni sind wir im Hof.")
        self.add_picture(photograph, "Ein leerer Raum")

    def save(self) -> None:
        button = self.button("Speichern")
        until(lambda: button.get_attribute("aria-disabled") != "true", "there is nothing to save")
        button.click()

    def answer(self, name: str) -> None:
        """Press a button of the question that is asked, and let what follows happen."""
        self.page.locator("dialog[open]").get_by_role("button", name=name, exact=True).click()
        for _round in range(3):
            settle(self.page)

    def edit(self, entry: str) -> None:
        """Open a news item anew."""
        self.go("#/collections/aktuelles")
        self.field("title").wait_for(state="detached")
        self.go(f"#/collections/aktuelles/entries/{entry}/index")
        self.field("title").wait_for()

    def set_status(self, name: str) -> None:
        self.page.get_by_role("button", name=re.compile("^Status: ")).click()
        # The menu moves to its place after it is there.
        settle(self.page)
        self.page.get_by_role("menuitemradio", name=name).click()
        # Marks around what is filled in (UAX 9), which nobody sees.
        self.page.get_by_role("button", name=re.compile(f"^Status: \\W?{name}")).wait_for()

    def publish(self) -> None:
        self.button("Eintrag veröffentlichen").click()
        self.answer("Veröffentlichen")

    def _note(self, address: str) -> None:
        if address.startswith("http"):
            self.asked.add("/".join(address.split("/")[:3]))

    def _hear(self, text: str) -> None:
        if "Content Security Policy" in text or "CORS" in text:
            self.wrong.append(text)


def until(holds: Callable[[], bool], what: str = "") -> None:
    """Ask until it holds."""
    end = time.monotonic() + _PATIENCE / 1000
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.03)
