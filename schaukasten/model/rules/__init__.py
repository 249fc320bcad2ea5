"""The documents of a site, the data, and the day → what an editor should know.

A rule is a small function that looks at one document; what it needs of all others is in the
context. The staff's handbook says of each, under its title, why it is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.model.reading.problem import Problem
from schaukasten.model.rules import (
    agreement,
    attachments,
    comings,
    events,
    markup,
    pictures,
    schedules,
    tags,
    texts,
    times,
)
from schaukasten.model.rules.rule import Context, Rule

#: By name.
RULES: dict[str, Rule] = {
    rule.name: rule
    for module in (
        agreement,
        pictures,
        attachments,
        texts,
        markup,
        tags,
        times,
        comings,
        schedules,
        events,
    )
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}


def findings(context: Context) -> Iterator[Problem]:
    """Yield what every rule finds in every document."""
    for document in context.documents:
        for rule in RULES.values():
            yield from rule.problems(document, context)
