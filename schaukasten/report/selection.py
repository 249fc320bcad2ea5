"""Problems → those that are printed: every error, and of the rest as many as fit on a screen.

What is left out is counted, so that no list is taken for the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from schaukasten.language.messages import Message
from schaukasten.model.reading.problem import Problem, Severity

#: So many problems are each told in full, whatever they are.
FEW = 20
#: On a screen, the one with the counts among them.
LINES = 50
#: Of many problems of one kind so many are quoted.
QUOTED = 3
#: As often as this a sentence is repeated; from then on it is told once, with all its places.
REPEATED = 3
#: What stands on a line that is worth quoting.
HEAVY = (Severity.ERROR, Severity.WARNING)
_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}
# The lines of an excerpt: what is quoted, and the mark below it.
_EXCERPT = 2


@dataclass
class Group:
    """Problems of one kind; the first `shown` are printed, of these the first `quoted` quoted."""

    problems: list[Problem]
    shown: int
    quoted: int

    @property
    def severity(self) -> Severity:
        return self.problems[0].severity

    @property
    def rest(self) -> int:
        return len(self.problems) - self.shown


@dataclass(frozen=True)
class Selection:
    """`others` counts the problems of kinds of which not even one is shown."""

    groups: list[Group]
    others: int = 0


def each(problems: Iterable[Problem]) -> Selection:
    """Return all of them, each by itself; only what is light and merely repeated is together."""
    groups: list[Group] = []
    for alike in _together(problems, lambda one: (one.severity, one.what, one.remedy)):
        is_folded = alike[0].severity not in HEAVY and len(alike) > REPEATED
        groups += [_whole(alike)] if is_folded else [_whole([one]) for one in alike]
    return Selection(sorted(groups, key=lambda group: _errors_first(group.problems[0])))


def by_kind(problems: Iterable[Problem]) -> Selection:
    """Return all of them, those of one kind together."""
    return Selection([_whole(alike) for alike in _kinds(problems)])


def fitting(problems: Iterable[Problem]) -> Selection:
    """Return every error, and of the rest what fits on a screen: of each kind the first, then more.

    Whoever has to mend an error needs its own sentence, and the build stops until all are mended.
    """
    every = list(problems)
    errors = [one for one in every if one.severity is Severity.ERROR]
    kinds = [
        Group(alike, 1, 0)
        for alike in _kinds(one for one in every if one.severity is not Severity.ERROR)
    ]
    left = LINES - 2  # the counts, and the line that says how many others there are
    groups: list[Group] = []
    for group in kinds:
        left -= 2 if group.rest else 1  # where there is more, a line says so
        if left < 0:
            break
        groups.append(group)
    others = sum(len(group.problems) for group in kinds[len(groups) :])
    _fill(groups, left)
    return Selection([*each(errors).groups, *groups], others)


def _fill(groups: list[Group], left: int) -> None:
    """Show more of the groups in turn while lines are `left`."""
    for number, group in _turns(groups):
        # The last one takes the line that would say that there is one more.
        place = 0 if number == 0 or number == len(group.problems) - 1 else 1
        quote = _EXCERPT if number < QUOTED and group.severity in HEAVY else 0
        if left < place:
            break
        group.shown = max(group.shown, number + 1)
        left -= place
        if quote <= left and group.quoted == number:
            group.quoted += bool(quote)
            left -= quote


def _turns(groups: list[Group]) -> Iterator[tuple[int, Group]]:
    """Yield the first problem of each group by its number, then the second of each, and so on."""
    for number in range(max((len(group.problems) for group in groups), default=0)):
        yield from ((number, group) for group in groups if number < len(group.problems))


def _kinds(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Return them by weight; of one kind are those whose sentences differ in their values only."""
    kinds = _together(
        problems, lambda one: (one.severity, _pattern(one.what), _pattern(one.remedy))
    )
    return sorted(kinds, key=lambda alike: _WEIGHTS[alike[0].severity])


def _pattern(message: Message) -> Hashable:
    """Return what messages have in common that differ in their values, in those within, too."""
    within = [_pattern(value) for _, value in message.values if isinstance(value, Message)]
    return (message.msgid, *within) if within else message.msgid


def _together(
    problems: Iterable[Problem], trait: Callable[[Problem], Hashable]
) -> list[list[Problem]]:
    """Return those of the same trait together, in the order of the first of each."""
    alike: dict[Hashable, list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=_errors_first):
        alike[trait(problem)].append(problem)
    return list(alike.values())


def _errors_first(problem: Problem) -> tuple[bool, str, int]:
    return problem.severity is not Severity.ERROR, problem.file, problem.line


def _whole(problems: list[Problem]) -> Group:
    # What is told by itself is quoted; of many alike a few are enough.
    quoted = min(len(problems), QUOTED) if problems[0].severity in HEAVY else 0
    return Group(problems, len(problems), quoted)
