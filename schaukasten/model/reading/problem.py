"""What is wrong, where, and what to write instead: one line for a person, one record for a tool."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from schaukasten.language.messages import Gettext, Message, _


class Severity(StrEnum):
    """How much a problem weighs; only `ERROR` stops a build."""

    ERROR = "error"
    #: Must be known before the live site is published: an open fact, a placeholder picture.
    OPEN = "open"
    WARNING = "warning"
    HINT = "hint"


#: The part of a line that is meant, as `line[start:end]`.
Columns = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """A line of a file, counting from 1, and the part of it that is meant, if that is known."""

    line: int
    columns: Columns | None = None


@dataclass(frozen=True)
class Problem:
    """One finding. `file` is relative to the content folder, with slashes; `line` counts from 1."""

    file: str
    line: int
    severity: Severity
    what: Message
    remedy: Message
    #: The name of the rule that found it; none for what cannot be read at all.
    rule: str = ""
    columns: Columns | None = None
    #: Lines of a file that are ready to be put there.
    paste: str = ""

    def text(self, gettext: Gettext, folder: str = "") -> str:
        """Return `folder/file:line: what remedy`."""
        place = f"{folder}/{self.file}" if folder else self.file
        return f"{place}:{self.line}: {self.sentence(gettext)}"

    def sentence(self, gettext: Gettext) -> str:
        return f"{self.what.text(gettext)} {self.remedy.text(gettext)}"


def are_stopping(problems: Iterable[Problem]) -> bool:
    """Whether one of them stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class Invalid(ValueError):
    """A value that a field cannot take: carries what is wrong and the remedy."""

    def __init__(self, what: Message, remedy: Message):
        super().__init__(what.msgid)
        self.what = what
        self.remedy = remedy


#: The remedy for what may be missing only because a file could not be read.
MEND_FIRST = _("First mend the errors in the other files: this page may be one of them.")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repetition, by file and line, errors first on a line."""
    weight = list(Severity)
    # The same twice on one line is said once, wherever it stands there.
    said: dict[tuple[object, ...], Problem] = {}
    for one in problems:
        said.setdefault((one.file, one.line, one.severity, one.what, one.remedy, one.rule), one)
    return sorted(
        said.values(),
        key=lambda problem: (problem.file, problem.line, weight.index(problem.severity)),
    )
