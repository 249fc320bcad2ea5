"""A finished site → the files that are too heavy for a visitor with little data volume."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from schaukasten.language.messages import Message, _


@dataclass(frozen=True)
class Budget:
    """The most bytes, uncompressed, that one file of a kind may have."""

    pattern: str
    bytes: int
    reason: Message


BUDGETS = (
    Budget("*.html", 300_000, _("a page that long is several pages")),
    Budget("*.css", 60_000, _("the page is white until it is there")),
    Budget("*.js", 4_000, _("a page must not wait for what it could do without")),
    Budget("*.woff2", 45_000, _("text changes its look when it arrives")),
    Budget("bilder/*", 600_000, _("one picture may cost ten seconds on a slow line, no more")),
)


def over_budget(sizes: Mapping[str, int]) -> list[Message]:
    """Return a sentence for each file of a site that exceeds its budget; sizes are in bytes."""
    return list(_excesses(sizes))


def _excesses(sizes: Mapping[str, int]) -> Iterator[Message]:
    for budget in BUDGETS:
        for name in sorted(name for name, size in sizes.items() if size > budget.bytes):
            size = sizes[name]
            if fnmatchcase(name, budget.pattern):
                yield _(
                    "{name}: {size} bytes, the budget is {budget}: {reason}.",
                    name=name,
                    size=size,
                    budget=budget.bytes,
                    reason=budget.reason,
                )
