"""Problems → what a person at a terminal reads: each with its line, coloured where colours work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from schaukasten.language.messages import Gettext, Message, _
from schaukasten.language.visible import visible
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.report.excerpt import Excerpt, Excerpts

LABELS: dict[Severity, Message] = {
    Severity.ERROR: _("Error"),
    Severity.OPEN: _("Open"),
    Severity.WARNING: _("Warning"),
    Severity.HINT: _("Hint"),
}
_COUNTS: dict[Severity, Message] = {
    Severity.ERROR: _("Errors"),
    Severity.OPEN: _("Open items"),
    Severity.WARNING: _("Warnings"),
    Severity.HINT: _("Hints"),
}
_STYLES = {
    Severity.ERROR: "bold red",
    Severity.OPEN: "magenta",
    Severity.WARNING: "yellow",
    Severity.HINT: "cyan",
}
#: As often as this a sentence is repeated; from then on it is told once, with all its places.
REPEATED = 3


@dataclass(frozen=True)
class Report:
    """`folder` is what the folder `content` is called in messages; "" where it has no name."""

    content: Path
    folder: str
    gettext: Gettext

    def print(self, problems: Iterable[Problem]) -> None:
        """Print them by file and line; what is only repeated comes first, in a few lines."""
        console = Console(soft_wrap=True, highlight=False, emoji=False, markup=False)
        alike: dict[tuple[Severity, str], list[Problem]] = defaultdict(list)
        for problem in problems:
            alike[problem.severity, self._sentence(problem)].append(problem)
        excerpts = Excerpts(self.content)
        single: list[Problem] = []
        for (severity, sentence), group in alike.items():
            if severity in (Severity.ERROR, Severity.WARNING) or len(group) <= REPEATED:
                single += group
                continue
            console.print(self._label(severity), Text(sentence), sep="")
            for problem in group:
                console.print(Text(f"    {self._place(problem)}", "bold"))
        for problem in sorted(single, key=lambda one: (one.file, one.line)):
            self._print(problem, excerpts, console)
        counts = self.counts(problem for group in alike.values() for problem in group)
        if counts:
            console.print(Text(counts, "bold"))

    def counts(self, problems: Iterable[Problem]) -> str:
        """Return how many there are of each severity, the weightiest first."""
        severities = [problem.severity for problem in problems]
        return " · ".join(
            f"{count.text(self.gettext)}: {severities.count(severity)}"
            for severity, count in _COUNTS.items()
            if severity in severities
        )

    def _print(self, problem: Problem, excerpts: Excerpts, console: Console) -> None:
        # Without a word before it, it is an error.
        is_error = problem.severity is Severity.ERROR
        label = Text() if is_error else self._label(problem.severity)
        place = Text(f"{self._place(problem)}: ", "bold red" if is_error else "bold")
        console.print(place, label, Text(self._sentence(problem)), sep="")
        if problem.severity in (Severity.ERROR, Severity.WARNING):
            found = excerpts.of(problem)
            if found is not None:
                _quote(found, problem, console)

    def _label(self, severity: Severity) -> Text:
        return Text(f"{LABELS[severity].text(self.gettext)}: ", _STYLES[severity])

    def _place(self, problem: Problem) -> str:
        return visible(f"{named(self.folder, problem.file)}:{problem.line}")

    def _sentence(self, problem: Problem) -> str:
        return visible(problem.sentence(self.gettext))


def named(folder: str, file: str) -> str:
    """Return the path of a file as messages give it; a `folder` of "" has no name."""
    return f"{folder}/{file}" if folder else file


def _quote(found: Excerpt, problem: Problem, console: Console) -> None:
    number = f"{problem.line:>6} │ "
    line = Text(found.text)
    line.stylize(_STYLES[problem.severity], found.start, found.end)
    console.print(Text(number, "dim"), line, sep="")
    # A letter may be two cells wide, or none.
    before = Text(found.text[: found.start]).cell_len
    length = max(1, Text(found.text[found.start : found.end]).cell_len)
    mark = " " * before + "^" * length
    console.print(Text("       │ ", "dim"), Text(mark, _STYLES[problem.severity]), sep="")
