"""The result of a build → what the browser's panel gets, and a line in the terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from babel.numbers import format_decimal

from schaukasten.editor.desk.names import PREFIX
from schaukasten.editor.findings import Finding, content_name, findings
from schaukasten.editor.preview import View, news
from schaukasten.editor.rebuild import Result
from schaukasten.language.messages import Gettext, Message, _
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.report.report import EVERY, Report

_WEIGHTS = ("error", "warning", "open", "hint")
#: As many problems as anybody reads in the browser.
_MOST = 200
_GOOD = _("The page is up to date.")
_STANDING = _("You see the last good state of the page.")
_NOTHING = _("The site could not be built yet.")
#: Names in panel.js → words.
_WORDS: dict[str, Message] = {
    "panel": _("Problems"),
    "fold": _("Fold"),
    "unfold": _("Unfold"),
    "close": _("Close"),
    "more": _("More notes"),
}
_SHOWN = _("shown here: {count}", count=_MOST)
_GONE = _("The preview does not answer. Start it again with “serve”.")
T = TypeVar("T")


class Teller:
    """Remembers the last good site: after a mistake it is still what is shown."""

    def __init__(self, root: Path, content: Path):
        self._root = root
        self._content = content
        self._name = content_name(content, root)
        self._folder: Path | None = None
        self._build = ""
        self._told: list[object] = []

    def view(self, result: Result) -> View:
        """Return what the server shows from now on."""
        if result.folder is not None:
            self._folder = result.folder
            # A server that is started again has other names than the pages that are open.
            self._build = f"{time.time_ns():x}"
        return _in_words(result.gettext, lambda words: self._view(result, words))

    def tell(self, result: Result, seconds: float) -> None:
        """Print when it was built and how long that took; problems only when they are others."""
        _in_words(result.gettext, lambda words: self._tell(result, seconds, words))

    def _view(self, result: Result, gettext: Gettext) -> View:
        state = _GOOD if result.folder else _STANDING if self._folder else _NOTHING
        words = {name: word.text(gettext) for name, word in _WORDS.items()}
        words["state"] = state.text(gettext)
        # They speak of all.
        total = [*result.faults, *result.problems]
        words["counts"] = Report(self._root, "", gettext).counts(total)
        every = partial(
            _in_words, result.gettext, partial(self._every, result, self._build, dict(words))
        )
        if len(total) > _MOST:
            words["counts"] += f" · {_SHOWN.text(gettext)}"
        told = news(self._build, words, self._findings(result, gettext))
        gone = _GONE.text(gettext)
        return View(self._folder, self._build, result.language, words["state"], gone, told, every)

    def _every(self, result: Result, build: str, words: dict[str, str], gettext: Gettext) -> str:
        """All findings, by the names that the desk has for files, for the panel beside its form."""
        found = [
            *findings(result.faults, self._root, "", gettext),
            *findings(result.problems, self._content, PREFIX, gettext),
        ]
        return news(build, words, _by_weight(found))

    def _findings(self, result: Result, gettext: Gettext) -> list[Finding]:
        """Put the weightiest into words, and no more of them than are shown."""
        found = [
            *findings(_weightiest(result.faults), self._root, "", gettext),
            *findings(_weightiest(result.problems), self._content, self._name, gettext),
        ]
        return _by_weight(found)[:_MOST]

    def _tell(self, result: Result, seconds: float, gettext: Gettext) -> None:
        if self._told != [result.faults, result.problems]:
            Report(self._root, "", gettext).print(result.faults)
            # The rest stands in the browser, and in what `check` says.
            heavy = (Severity.ERROR, Severity.WARNING)
            told = [problem for problem in result.problems if problem.severity in heavy]
            Report(self._content, self._name, gettext, EVERY).print(told)
            self._told = [result.faults, result.problems]
        took = format_decimal(seconds, "0.0", result.language)
        done = _("built in {seconds} s", seconds=took) if result.folder else _("not built")
        print(f"{time.strftime('%H:%M:%S')} {done.text(gettext)}", flush=True)


def _by_weight(found: list[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: _WEIGHTS.index(finding.severity))


def _weightiest(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: _WEIGHTS.index(problem.severity))[:_MOST]


def _in_words(gettext: Gettext, tell: Callable[[Gettext], T]) -> T:
    """Tell it in the site's language, or in English where the catalog itself is the mistake."""
    try:
        return tell(gettext)
    except (LookupError, ValueError):
        return tell(str)
