"""Words between signs of emphasis that did not take → the same so that they do.

Markdown looks at what stands on both sides of a sign: "**neu,**am Markt" ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt

from schaukasten.model.text.grammar import grammar
from schaukasten.model.text.places import OTHER

#: Characters of a word that touches the signs.
_NEAR = 60
_PARTS = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)
_WORD_BEFORE = re.compile(r"\w*$")
_WORD_AFTER = re.compile(r"\w*")


def that_takes(found: re.Match[str]) -> str | None:
    """Return a piece of the row with the words set off; None where nobody can tell how.

    `found` has the groups `mark` and `text`; the words that touch it come along.
    """
    row, text = found.string, found["text"].strip()
    before = _WORD_BEFORE.findall(row[max(found.start() - _NEAR, 0) : found.start()])[0]
    after = _WORD_AFTER.findall(row[found.end() : found.end() + _NEAR])[0]
    if OTHER in text or not text:
        return None
    mark = "**" if found["mark"] == "==" else found["mark"]
    return next((one for one in _ways(mark, text, before, after) if _takes(one)), None)


def _ways(mark: str, text: str, before: str, after: str) -> Iterator[str]:
    """Yield what comes nearest to the typed, then what lies further from it."""
    yield f"{before}{mark}{text}{mark}{after}"
    mark = mark.replace("_", "*")
    yield f"{before}{mark}{text}{mark}{after}"
    first, inner, last = _PARTS.fullmatch(text).groups()  # type: ignore[union-attr]
    yield f"{before}{first}{mark}{inner}{mark}{last}{after}"
    yield f"{before}{mark}{text}{mark} {after}"
    yield f"{before} {mark}{text}{mark}{after}"
    yield f"{before} {mark}{text}{mark} {after}"


def _takes(text: str) -> bool:
    """Whether the signs of a text are gone, and something in it is set off."""
    tokens = _parser().parseInline(text)[0].children or []
    said = "".join(token.content for token in tokens)
    return any(token.nesting > 0 for token in tokens) and not re.search(r"[*~]|__", said)


@cache
def _parser() -> MarkdownIt:
    return grammar()
