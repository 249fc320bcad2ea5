"""A folder of content → the editor as `serve --edit` gives it: the command, over the files."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser.editor.bed import Bed, Files
from tests.browser.editor.local_mode import files_of
from tests.worlds import ROOT, TODAY


class Command:
    """`serve --edit` over a folder of content; both addresses without a slash at their ends."""

    def __init__(self, content: Path):
        self.content = content
        command = [sys.executable, "tasks.py", "serve", "--edit", "--port", "0", "--today", TODAY]
        self._process = subprocess.Popen(
            [*command, "--content", str(content)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stdout
        found = re.search(r"http://localhost:\d+", self._process.stdout.readline())
        assert found
        self.origin = found[0]

    def end(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(10)


class ServedBed(Bed):
    def __init__(self, browser: Browser, command: Command, **window: Any):
        super().__init__(browser, command.origin, **window)
        self.content = command.content

    def enter(self) -> None:
        self.page.goto(f"{self.origin}/redaktion/")
        self.page.get_by_role("navigation").first.wait_for()

    def files(self) -> Files:
        return files_of(self.content)

    def put(self, name: str, raw: bytes) -> None:
        path = self.content / name.removeprefix("content/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
