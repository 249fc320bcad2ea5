"""Content and theme as they are now → a folder with the site, or why there is none; never an end.

The folders lie in one temporary folder, which goes when the rebuilder is closed.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from schaukasten.building.compiled import Compiled
from schaukasten.building.fault import Fault, interface_words
from schaukasten.building.faults import bug
from schaukasten.building.generate import generate
from schaukasten.building.theme_data import silent_problems
from schaukasten.kept.last_output import LastOutput
from schaukasten.language import catalogs
from schaukasten.language.catalogs import FALLBACK_LANGUAGE
from schaukasten.language.messages import Gettext, _
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.reading.source import missing_folder
from schaukasten.plugins.content_error import ContentError
from schaukasten.plugins.page_writer import PageWriter


@dataclass(frozen=True)
class Result:
    """One build. `folder` is None where nothing was built; `problems` are those of the content."""

    folder: Path | None
    gettext: Gettext
    language: str = FALLBACK_LANGUAGE
    problems: list[Problem] = field(default_factory=list)
    #: Problems of the theme and the settings; their files start at the folder of the settings.
    faults: list[Problem] = field(default_factory=list)


class Rebuilder:
    """Builds the preview of `content` with the settings file `conf`, time and again."""

    def __init__(self, conf: Path, content: Path, today: str | None = None):
        self.conf = conf
        self.content = content
        self.today = today
        self.theme = conf.parent / "theme"
        # Else a change of the settings within one second could be taken for compiled already.
        sys.dont_write_bytecode = True
        self._home = Path(tempfile.mkdtemp(prefix="schaukasten-"))
        self._built: list[Path] = []
        self._number = 0
        self._stamps: dict[str, list[tuple[str, int]]] = {}
        self._compiled = Compiled()
        self._silent: list[Problem] = []
        self._last: LastOutput | None = None

    def close(self) -> None:
        shutil.rmtree(self._home, ignore_errors=True)

    def build(self) -> Result:
        """Build into a new folder; the one before stays: answers from it may be under way."""
        self._number += 1
        folder = self._home / str(self._number)
        try:
            # What Pelican and the plugins say is shown otherwise.
            with contextlib.redirect_stdout(io.StringIO()):
                result = self._build(folder)
        except Exception as error:
            result = self._failed([bug(error, self.conf.parent)])
        if result.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            self._built.append(folder)
        return result

    def _build(self, folder: Path) -> Result:
        self._see_changes_of_the_theme()
        if what := missing_folder(self.content):
            remedy = _("As soon as it is back, the preview goes on.")
            return self._failed([Problem(str(self.content), 1, Severity.ERROR, what, remedy)])
        try:
            settings = generate(
                self.conf,
                folder,
                self.content,
                self.today,
                self._compiled,
                # One file is loaded sooner than seventy; but what cannot be put into it must not
                # hold up the rest.
                bundle=not self._silent,
                last=self._last,
            )
        except ContentError as error:
            outcome = error.outcome
            silent = list(self._silent)
            return Result(None, error.gettext, outcome.language, outcome.problems, silent)
        except Fault as fault:
            return self._failed(fault.problems)
        pages: PageWriter = settings["PAGES"]
        # Answers from the one before may be under way, but none from the one before that.
        ground = self._built.pop(0) if len(self._built) > 1 else None
        files = pages.complete(ground)
        if ground is not None:
            shutil.rmtree(ground, ignore_errors=True)
        self._last = LastOutput.of(folder, pages.made_from, files)
        language, problems = settings["DEFAULT_LANG"], settings["PROBLEMS"]
        return Result(folder, settings["GETTEXT"], language, problems, list(self._silent))

    def _failed(self, problems: list[Problem]) -> Result:
        return Result(None, interface_words(self.theme), faults=list(dict.fromkeys(problems)))

    def _see_changes_of_the_theme(self) -> None:
        """Forget what was kept of a theme that has changed; look anew for silent problems."""
        words = list(self.theme.glob("translations/**/*.po"))
        if has_new_words := self._has_changed("words", words):
            catalogs.catalog.cache_clear()
        styles = list(self.theme.glob("static/css/**/*.css"))
        if self._has_changed("styles", styles) or has_new_words:
            self._silent = list(silent_problems(self.theme))

    def _has_changed(self, what: str, files: list[Path]) -> bool:
        stamp = []
        for file in sorted(files):
            # It may go away between the two looks.
            with contextlib.suppress(OSError):
                stamp.append((str(file), file.stat().st_mtime_ns))
        before = self._stamps.get(what)
        self._stamps[what] = stamp
        return stamp != before
