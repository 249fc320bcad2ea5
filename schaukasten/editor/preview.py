"""The results of builds → what the server shows now, and a wait for the next change of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from schaukasten.editor.findings import Finding


@dataclass(frozen=True)
class View:
    """`folder` is the last good site, `build` its name; `news` is what the panel gets, as JSON.

    `gone` is what a page says when the server does not answer any more; `every` tells all findings,
    as JSON, to whoever asks.
    """

    folder: Path | None
    build: str
    language: str
    heading: str
    gone: str
    news: str
    every: Callable[[], str] = lambda: "[]"


class Preview:
    """What is shown; one thread changes it, the server's threads read it and wait."""

    def __init__(self) -> None:
        self._view: View | None = None
        self._changed = threading.Condition()
        self._is_over = False

    def show(self, view: View) -> None:
        with self._changed:
            self._view = view
            self._changed.notify_all()

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def view(self) -> View | None:
        """Return what is shown, after the first build; None when the server ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._view or self._is_over)
            return None if self._is_over else self._view

    def next(self, seen: View, seconds: float) -> View | None:
        """Return what is shown as soon as it is not `seen`, at the latest after `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_over or self._view is not seen, seconds)
            return None if self._is_over else self._view


def news(build: str, words: dict[str, str], findings: Iterable[Finding]) -> str:
    """Return what panel.js reads; JSON has no line ends, so it is one line of an event."""
    records = [finding.as_dict() for finding in findings]
    return json.dumps({"build": build, "words": words, "findings": records}, ensure_ascii=False)
