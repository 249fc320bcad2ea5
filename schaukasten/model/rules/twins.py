"""How often each tag is used → for a tag that was probably meant to be another one: which."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping

# Of ten letters, about one may differ.
_ALIKE = 0.86
_LONGER = 2


def twins(tags: Mapping[str, int]) -> dict[str, str]:
    """Return for each tag a more usual one that is written almost alike, if there is one."""
    # Only within a group: it saves nearly all comparisons, and 'Sommerfest 2025' and 'Sommerfest
    # 2026' are two things.
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for tag in sorted(tags, key=lambda tag: (-tags[tag], tag)):
        groups[tag[:1].casefold(), *re.findall(r"\d+", tag)].append(tag)
    found: dict[str, str] = {}
    for group in groups.values():
        for position, tag in enumerate(group):
            usual = {
                other.casefold(): other
                for other in reversed(group[:position])
                # Of two tags that are used as seldom, nobody knows which one was meant.
                if tags[other] > tags[tag] and abs(len(other) - len(tag)) <= _LONGER
            }
            close = difflib.get_close_matches(tag.casefold(), usual, n=1, cutoff=_ALIKE)
            if close:
                found[tag] = usual[close[0]]
    return found
