"""A slip: what was meant as Markdown and is printed as it stands; how it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.text.meant import meant
from schaukasten.model.text.places import OTHER

#: A match and the country of the site → what is wrong with it; None for what only looks like it.
Say = Callable[[re.Match[str], str], Invalid | None]
Slips = Sequence[tuple[re.Pattern[str], Say]]
#: More in one row is no slip any more.
_ENOUGH = 20
#: Characters of what is quoted.
_LONGEST = 80
_FILE = re.compile(r"\S*[\w-]/?\.[A-Za-z]{2,4}(?:#\S*)?|[./#]\S+|/\S*/")


def slips_in(row: str, slips: Slips, country: str) -> Iterator[tuple[re.Match[str], Invalid]]:
    """Yield each slip; of two that share a sign, the one that stands first in the list."""
    taken: list[tuple[int, int]] = []
    for pattern, say in slips:
        for found in pattern.finditer(row):
            start, end = found.span()
            if len(taken) == _ENOUGH:
                return
            if any(start < last and first < end for first, last in taken):
                continue
            invalid = say(found, country)
            if invalid is not None:
                taken.append((start, end))
                yield found, invalid


def printed(text: str, remedy: Message) -> Invalid:
    """Return the fault of signs that every visitor would read."""
    text = shown(text.strip())
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    return Invalid(_("“{text}” is printed as it stands.", text=text), remedy)


def how(example: str) -> Message:
    return _("Write it like this: {example}", example=shown(example))


def shown(text: str) -> str:
    """Return a piece of a row with an ellipsis for the links and the code in it."""
    return re.sub(f"{OTHER}+", "…", text)


def target_of(target: str, country: str) -> str:
    """Return a target as a link needs it, as far as its shape says."""
    target = target.strip().lstrip("<").rstrip(">")
    return meant(target, country) or (f"<{target}>" if " " in target else target)


def leads_somewhere(target: str, country: str) -> bool:
    """Whether what stands in round brackets is an address or a file, and no remark."""
    is_file = _FILE.fullmatch(target)
    return bool(is_file) or "://" in target or meant(target, country) is not None
