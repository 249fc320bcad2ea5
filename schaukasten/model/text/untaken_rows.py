"""The rows of a paragraph → those that were meant to be more than text: entries, headings, lines.

What GitHub's preview runs together is run together here, too; whoever does not look at it is told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.text import lists

_BULLET = re.compile(r"(?P<mark>[•·◦▪▫●○■□‣⁃➢✓✔→»–—])[ \t\u00a0]+(?P<text>\S.*)")
_JOINED = re.compile(r"(?P<mark>[-+]|\d{1,3}[.)])(?P<text>[^\W\d_].*)")
_HASHES = re.compile(r"(?P<mark>#{1,6})(?P<text>[^\W\d#][^#]*)")
_CELLS = re.compile(r"\|?[^|\n]*\|[^|\n]*\|?[^\n]*")
#: A row that ends so was ended by the sentence, and not on purpose.
_ENDS = (".", "!", "?", ":", ";", ",", "–", "-", "…", "“", "\\", "/")
#: Characters; a row of running text that somebody has wrapped is longer.
_SHORT = 45


def untaken_rows(rows: list[str]) -> Iterator[tuple[int, Severity, Invalid]]:
    """Yield what is wrong between the rows of a paragraph: its number from 0, and what."""
    yield from _bullets(rows)
    yield from _headings(rows)
    yield from _doubtful(rows)
    if len(rows) > 1 and all(row.count("|") > 1 for row in rows):
        what = _("This is no table yet: below its first row one of dashes is missing.")
        columns = max(rows[0].strip("| ").count("|") + 1, 2)
        remedy = _("Below the first row write: {example}", example="|" + " --- |" * columns)
        yield 0, Severity.WARNING, Invalid(what, remedy)
        return
    yield from _breaks(rows)


def _bullets(rows: list[str]) -> Iterator[tuple[int, Severity, Invalid]]:
    for pattern in (_BULLET, _JOINED):
        found = [(number, mark) for number, row in enumerate(rows) if (mark := pattern.match(row))]
        # One alone is a dash before a name, or the minus of a temperature.
        if len(found) > 1 or (found and found[0][1]["mark"] in "•●▪■‣➢"):
            number, mark = found[0]
            begins = mark["mark"] if mark["mark"][0].isdigit() else "-"
            what = _("“{mark}” makes no list here; the lines run into each other.",
                     mark=mark["mark"])  # fmt: skip
            yield number, Severity.WARNING, Invalid(what, _how(f"{begins} {mark['text'].strip()}"))
            return


def _headings(rows: list[str]) -> Iterator[tuple[int, Severity, Invalid]]:
    for number, row in enumerate(rows):
        found = _HASHES.fullmatch(row)
        # "#nachbarschaft" is a word; two signs are never one, and a row of its own is a heading.
        is_word = found and len(found["mark"]) == 1 and (len(rows) > 1 or " " not in row.strip())
        if found and not is_word:
            what = _("The space behind “{mark}” is missing, so this is no heading.",
                     mark=found["mark"])  # fmt: skip
            how = _how(f"{found['mark']} {found['text'].strip()}")
            yield number, Severity.WARNING, Invalid(what, how)


def _doubtful(rows: list[str]) -> Iterator[tuple[int, Severity, Invalid]]:
    for number, row in enumerate(rows[1:], 1):
        found = re.match(r"(?:[-+*]|1[.)])[ \t]+(?P<text>[^\W_a-zäöüß].*)", row)
        if found and not lists.begins_with_date(row):
            what = _("This line was read as going on with the one above, and not as a list.")
            yield (
                number,
                Severity.HINT,
                Invalid(what, _("If it is to be a list, leave an empty line above it.")),
            )


def _breaks(rows: list[str]) -> Iterator[tuple[int, Severity, Invalid]]:
    """Find a line that somebody ended on purpose, as in an address; it will not end there."""
    widest = max(map(len, rows), default=0)
    for number, (row, below) in enumerate(itertools.pairwise(rows)):
        had_room = len(row) + 1 + len(below.split(" ")[0]) <= max(widest, 60)
        if had_room and len(row) <= _SHORT and not row.endswith(_ENDS) and below[:1].isupper():
            what = _("This line and the next one stand side by side on the page.")
            remedy = _("If a new line is to begin there, end this one with a backslash: {example}",
                       example=f"{row}\\")  # fmt: skip
            yield number, Severity.HINT, Invalid(what, remedy)
            return


def _how(example: str) -> Message:
    return _("Write it like this: {example}", example=example)
