"""Two texts → the lines that differ, as a reviewer sees them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Difference:
    """The lines that went and those that came; `places` is the number of stretches of them."""

    gone: list[str]
    come: list[str]
    places: int


def difference(old: str, new: str) -> Difference:
    """Compare two texts line by line, line ends included."""
    olds, news = old.splitlines(keepends=True), new.splitlines(keepends=True)
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    gone = [line for _, start, end, _, _ in changes for line in olds[start:end]]
    come = [line for _, _, _, start, end in changes for line in news[start:end]]
    return Difference(gone, come, len(changes))
