"""The editor in a window, over files that a test gives and reads; one interface for two ways."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable

from playwright.sync_api import Browser, Page

from tests.browser.editor.stillness import keep_still
from tests.browser.editor.watching import Watch

#: Seconds until what was pressed has to show, on a machine with other work.
PATIENCE = 20

Files = dict[str, bytes]


class Bed(ABC):
    """`name` of a file is that of the repository: `content/aktuelles/…`."""

    def __init__(self, browser: Browser, origin: str, width: int = 1280, height: int = 900):
        self.origin = origin
        self.watch = Watch()
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="de-DE",
            has_touch=width < 600,
            # axe has to run in the pages; that the policy holds is another test's.
            bypass_csp=False,
        )
        keep_still(self.context)
        self.watch.over(self.context, origin)
        self.context.set_default_timeout(PATIENCE * 1000)
        self.page: Page = self.context.new_page()

    @abstractmethod
    def enter(self) -> None:
        """Open the editor, and sign in where one has to."""

    @abstractmethod
    def files(self) -> Files:
        """All files as they are now."""

    @abstractmethod
    def put(self, name: str, raw: bytes) -> None:
        """Write a file past the editor, as somebody else does."""

    def text(self, name: str) -> str:
        return self.files()[name].decode()

    def close(self) -> None:
        self.context.close()

    def until(self, holds: Callable[[], bool], what: str = "") -> None:
        """Ask until it holds; in between, what the page asks of others has to be answered."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, what
            self.page.wait_for_timeout(30)
