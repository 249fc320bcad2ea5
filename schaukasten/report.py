"""Problems → lines for a person, grouped by how much they weigh."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from schaukasten.messages import Gettext, Message, _, visible
from schaukasten.model.problem import Problem, Severity

_HEADINGS: dict[Severity, Message] = {
    Severity.HINT: _("Hints"),
    Severity.WARNING: _("Warnings"),
    Severity.OPEN: _("Open items (they do not stop a build, but the live site waits for them)"),
    Severity.ERROR: _("Errors"),
}


def report(
    problems: Iterable[Problem], gettext: Gettext, folder: str, write: Callable[[str], object]
) -> None:
    """Write one line per problem; the weightiest come last, where a terminal shows them."""
    problems = list(problems)
    for severity, heading in _HEADINGS.items():
        group = [problem for problem in problems if problem.severity is severity]
        if group:
            write(f"{heading.text(gettext)}: {len(group)}")
        for problem in group:
            write(f"  {visible(problem.text(gettext, folder))}")
