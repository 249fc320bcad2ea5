"""A problem → plain data for those who show it elsewhere: other programs, a forge, the browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from schaukasten.language.messages import Gettext
from schaukasten.language.visible import visible
from schaukasten.model.reading.problem import Problem
from schaukasten.model.rules import RULES
from schaukasten.report.excerpt import Excerpt, Excerpts
from schaukasten.report.report import LABELS, named


@dataclass(frozen=True)
class Finding:
    """A problem in the reader's language.

    `line` and `column` count from 1; `text` is the line as far as it is shown, and `start` and
    `end` the place in it. Without a line to show, `text` is empty and `column` 1.
    """

    file: str
    line: int
    column: int
    severity: str
    label: str
    #: Name and title of the rule that found it; empty for what cannot be read at all.
    rule: str
    title: str
    what: str
    remedy: str
    text: str = ""
    start: int = 0
    end: int = 0
    #: Lines that are ready to be put into the file.
    paste: str = ""

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


def findings(
    problems: Iterable[Problem], content: Path, folder: str, gettext: Gettext
) -> list[Finding]:
    """Return the problems of the folder `content`, which is called `folder` in messages."""
    excerpts = Excerpts(content)
    return [_finding(problem, excerpts.of(problem), folder, gettext) for problem in problems]


def content_name(content: Path, root: Path) -> str:
    """Return the path by which a forge knows the folder, if it lies in the repository."""
    inside = content.is_relative_to(root)
    return content.relative_to(root).as_posix() if inside else content.name


def _finding(problem: Problem, found: Excerpt | None, folder: str, gettext: Gettext) -> Finding:
    rule = RULES.get(problem.rule)
    return Finding(
        file=visible(named(folder, problem.file)),
        line=problem.line,
        column=found.column if found else 1,
        severity=problem.severity.value,
        label=LABELS[problem.severity].text(gettext),
        rule=problem.rule,
        title=rule.title.text(gettext) if rule else "",
        what=visible(problem.what.text(gettext)),
        remedy=visible(problem.remedy.text(gettext)),
        text=found.text if found else "",
        start=found.start if found else 0,
        end=found.end if found else 0,
        paste="\n".join(map(visible, problem.paste.splitlines())),
    )
