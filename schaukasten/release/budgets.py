"""A finished site → the files that are too heavy for a visitor with little data volume."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
#: Of the folder with the editor in the browser, which only staff open, and once for many days.
EDITOR_BUDGETS = (
    Budget("index.html", 2_000, _("the editor begins with it")),
    Budget("anmelden.html", 20_000, _("a page that long is several pages")),
    Budget("*.css", 8_000, _("the page is white until it is there")),
    Budget("*.js", 2_400_000, _("on a telephone the editor would begin after a minute")),
    Budget("*.wasm", 1_200_000, _("no picture must wait longer for its codec than for the line")),
    Budget("konfiguration.json", 1_500_000, _("the editor waits for it each time it is opened")),
)


def over_budget(sizes: Mapping[str, int], budgets: Iterable[Budget] | None = None) -> list[Message]:
    """Return a sentence for each file of a folder that exceeds its budget; sizes are in bytes.

    The budgets are those of a site, unless others are given.
    """
    return list(_excesses(sizes, BUDGETS if budgets is None else budgets))


def _excesses(sizes: Mapping[str, int], budgets: Iterable[Budget]) -> Iterator[Message]:
    for budget in budgets:
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
