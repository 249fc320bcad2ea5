"""The texts of `corpus/*.txt`: what is typed, where such a thing was asked, and what is shown.

An entry begins with `%%% ` and its source: the thread of a peer in which somebody met the like (the
words are ours), or `own`. Where the site shows something else than GitHub, `%%% because` and the
reason follow, and then the site's own structure. ␠ stands for a space at a line's end, ␉ for a tab,
␍ for a carriage return.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_SIGNS = str.maketrans({"␠": " ", "␉": "\t", "␍": "\r"})


@dataclass(frozen=True)
class Entry:
    """`own` is empty where the site is to show what GitHub shows."""

    name: str
    source: str
    typed: str
    because: str = ""
    own: str = ""


def entries() -> list[Entry]:
    """Return all texts, those of each file in its order."""
    folder = Path(__file__).with_name("corpus")
    found: list[Entry] = []
    for file in sorted(folder.glob("*.txt")):
        parts = file.read_text(encoding="utf-8").split("\n%%% ")
        for number, part in enumerate(parts[1:], 1):
            text, _, exception = part.partition("\n%%%because ")
            source, _, typed = text.partition("\n")
            because, _, own = exception.partition("\n")
            found.append(
                Entry(
                    f"{file.stem} {number}",
                    source.strip(),
                    typed.strip("\n").translate(_SIGNS),
                    because.strip(),
                    "".join(line.strip() for line in own.split("\n")),
                )
            )
    return found
