"""Problems → what a person at a terminal reads: each with its line, coloured where colours work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from schaukasten.language.messages import Gettext, Message, _
from schaukasten.language.visible import visible
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.report.excerpt import Excerpt, Excerpts
from schaukasten.report.screen import Piece, printer
from schaukasten.report.selection import FEW, Group, Selection, by_kind, each, fitting

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
#: The command that names what a build has read of the content, one by one.
EVERY = "check --release --all"


@dataclass(frozen=True)
class Report:
    """`folder` is what the folder `content` is called in messages; "" where it has no name.

    `every` is the command that names every problem, however many; without one, none is left out.
    """

    content: Path
    folder: str
    gettext: Gettext
    every: str = ""

    def print(self, problems: Iterable[Problem], in_full: bool = False) -> None:
        """Print errors first, then by file and line; of many, those of one kind together.

        With `in_full` each is told in full, however many there are.
        """
        told = list(problems)
        if not told:
            return
        line, excerpts = printer(), Excerpts(self.content)
        selection = self._selection(told, in_full)
        for group in selection.groups:
            for pieces in self._lines(group, excerpts):
                line(*pieces)
        if selection.others:
            more = _(
                "… more of other kinds: {count}. “{command}” names each.",
                count=selection.others,
                command=self.every,
            )
            line((more.text(self.gettext), ""))
        line((self.counts(told), "bold"))

    def counts(self, problems: Iterable[Problem]) -> str:
        """Return how many there are of each severity, the weightiest first."""
        times = Counter(problem.severity for problem in problems)
        return " · ".join(
            f"{count.text(self.gettext)}: {times[severity]}"
            for severity, count in _COUNTS.items()
            if times[severity]
        )

    def _selection(self, problems: list[Problem], in_full: bool) -> Selection:
        if in_full or len(problems) <= FEW:
            return each(problems)
        return fitting(problems) if self.every else by_kind(problems)

    def _lines(self, group: Group, excerpts: Excerpts) -> Iterator[list[Piece]]:
        is_error = group.severity is Severity.ERROR
        # Without a word before it, it is an error.
        label = [] if is_error else [self._label(group.severity)]
        before: Problem | None = None
        for number, problem in enumerate(group.problems[: group.shown]):
            place = f"{self._place(problem)}: ", "bold red" if is_error else "bold"
            yield [place, *label, (self._words(problem, before), "")]
            found = excerpts.of(problem) if number < group.quoted else None
            if found is not None:
                yield from _quoted(found, problem)
            # Without anything before them, as they are to be pasted.
            yield from ([(visible(line), "")] for line in problem.paste.splitlines())
            before = problem
        if group.rest:
            more = _(
                "… more of this kind: {count}. “{command}” names each.",
                count=group.rest,
                command=self.every,
            )
            yield [(more.text(self.gettext), "")]

    def _words(self, problem: Problem, before: Problem | None) -> str:
        """Return what is to be read of a problem below the one `before` it, of the same kind."""
        if before is None or before.remedy != problem.remedy:
            return visible(problem.sentence(self.gettext))
        message = _("likewise") if before.what == problem.what else problem.what
        return visible(message.text(self.gettext))

    def _label(self, severity: Severity) -> Piece:
        return f"{LABELS[severity].text(self.gettext)}: ", _STYLES[severity]

    def _place(self, problem: Problem) -> str:
        return visible(f"{named(self.folder, problem.file)}:{problem.line}")


def named(folder: str, file: str) -> str:
    """Return the path of a file as messages give it; a `folder` of "" has no name."""
    return f"{folder}/{file}" if folder else file


def _quoted(found: Excerpt, problem: Problem) -> Iterator[list[Piece]]:
    before, place = found.text[: found.start], found.text[found.start : found.end]
    style = _STYLES[problem.severity]
    yield [
        (f"{problem.line:>6} │ ", "dim"),
        (before, ""),
        (place, style),
        (found.text[found.end :], ""),
    ]
    from rich.cells import cell_len

    # A letter may be two cells wide, or none.
    mark = " " * cell_len(before) + "^" * max(1, cell_len(place))
    yield [("       │ ", "dim"), (mark, style)]
