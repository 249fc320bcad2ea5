"""The rows of a paragraph → those that were meant to be more than text: entries, headings, lines.

What GitHub's preview runs together is run together here, too; whoever does not look at it is told.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.text import lists
from schaukasten.model.text.places import OTHER, Rows
from schaukasten.model.text.slip import how
from schaukasten.model.text.terms import unexplained
from schaukasten.model.text.untaken_tables import no_table

#: The number of a row, how bad it is, and what.
Doubt = tuple[int, Severity, Invalid]

_BULLET = re.compile(
    r"(?P<mark>[•·◦▪▫●○■□‣⁃➢✓✔✅➡])[ \t\u00a0\ufe0f]*(?P<text>[^\s\d].*|\d.*)"
    r"|(?P<dash>[→»–—]|o|\[[ xX]?\])[ \t\u00a0]+(?P<rest>\S.*)"
)
#: One of these alone begins no sentence and no number.
_ALONE = frozenset("•●▪■‣➢")
_JOINED = re.compile(r"(?P<mark>[-+*]|\d{1,3}[.)])(?P<text>[^\W\d_][^*]*)")
_EMPHASIS = re.compile(r"\*[^\s*][^*]*\*(?!\w)")
_HASHES = re.compile(r"(?P<mark>#{1,6})(?P<text>[^\W\d#][^#]*)")
_DOUBTFUL = re.compile(r"(?:[-+*]|1[.)])[ \t]+(?P<text>[^\W_a-zäöüß].*)")
#: A row that ends so was ended by the sentence, and not on purpose.
_ENDS = (".", "!", "?", ":", ";", ",", "–", "-", "…", "“", "\\", "/", "|")
#: What counts its rows: a) b), (1) (2), § 1 § 2, I. II.
_COUNTED = re.compile(r"(?:\(?[a-z]\)|\(\d{1,2}\)|§\s?\d+|[IVX]{1,4}\.|\*{1,3}(?!\S*\*))\s?\S")
_LABEL = re.compile(r"(?P<mark>\*{1,3}|_{1,3})\w[^*_]{0,30}(?::(?P=mark)|(?P=mark):)")
_NOTE = re.compile(r"\*{1,3}\s")
#: More entries are not told one by one.
_ENOUGH = 20
#: Characters; a row of running text that somebody has wrapped is longer.
_SHORT = 45


def untaken_rows(paragraph: Rows) -> Iterator[Doubt]:
    """Yield what is wrong between the rows of a paragraph: its number from 0, and what."""
    rows = paragraph.typed
    entries = [*_bullets(rows), *unexplained(paragraph)]
    yield from entries
    yield from _headings(rows)
    yield from _doubtful(rows)
    table = no_table(rows)
    if table is not None:
        yield 0, Severity.WARNING, table
    elif not entries:
        yield from _breaks(rows, paragraph.source)


def _bullets(rows: list[str]) -> Iterator[Doubt]:
    for pattern in (_BULLET, _JOINED):
        found = [
            (number, mark)
            for number, row in enumerate(rows)
            if (mark := pattern.match(row)) and not _EMPHASIS.match(row)
        ]
        # One alone is a dash before a name, or the minus of a temperature.
        if len(found) < 2 and not (found and found[0][1][0][0] in _ALONE):
            continue
        for number, entry in found[:_ENOUGH]:
            groups = entry.groupdict()
            sign = groups["mark"] or groups.get("dash") or ""
            text = (groups["text"] or groups.get("rest") or "").strip()
            begins = sign if sign[0].isdigit() else "-"
            if sign[0] == "[":
                begins = "- [ ]" if sign == "[]" else f"- {sign}"
            what = _("“{mark}” makes no list here; the lines run into each other.", mark=sign)
            yield number, Severity.WARNING, Invalid(what, how(f"{begins} {text}"))
        return


def _headings(rows: list[str]) -> Iterator[Doubt]:
    for number, row in enumerate(rows):
        found = _HASHES.fullmatch(row)
        # "#nachbarschaft" is a word, "#Über uns" on a row of its own a heading; so are two signs.
        is_word = found and len(found["mark"]) == 1 and (
            len(rows) > 1 or " " not in row.strip() or found["text"][0].islower()
        )  # fmt: skip
        if found and not is_word:
            what = _("The space behind “{mark}” is missing, so this is no heading.",
                     mark=found["mark"])  # fmt: skip
            yield (
                number,
                Severity.WARNING,
                Invalid(what, how(f"{found['mark']} {found['text'].strip()}")),
            )


def _doubtful(rows: list[str]) -> Iterator[Doubt]:
    for number, row in enumerate(rows[1:], 1):
        if _DOUBTFUL.match(row) and not lists.begins_with_date(row):
            what = _("This line was read as going on with the one above, and not as a list.")
            remedy = _("If it is to be a list, leave an empty line above it.")
            yield number, Severity.HINT, Invalid(what, remedy)


def _breaks(rows: list[str], lines: list[str]) -> Iterator[Doubt]:
    """Find a line that somebody ended on purpose, as in an address; it will not end there."""
    widest = max(map(len, rows), default=0)
    for number, (row, below) in enumerate(itertools.pairwise(rows)):
        if row.endswith(("  ", "\\")):
            continue  # which is a new line
        if lists.begins_with_date(row) and lists.begins_with_date(below):
            continue  # which stand below each other by themselves
        row = row.rstrip()
        had_room = len(row) + 1 + len(below.split(" ")[0]) <= max(widest, 60)
        is_counted = _COUNTED.match(row) and _COUNTED.match(below)
        is_note = "*" in row and _NOTE.match(below) is not None
        is_short = had_room and len(row) <= _SHORT and not row.endswith(_ENDS)
        is_new = _begins_anew(below) or _is_second(row, below)
        if is_counted or is_note or _is_label(row, below) or (is_short and is_new):
            what = _("This line and the next one stand side by side on the page.")
            remedy = _("If a new line is to begin there, end this one with a backslash: {example}",
                       example=f"{lines[number].rstrip()}\\")  # fmt: skip
            yield number, Severity.HINT, Invalid(what, remedy)
            return


def _begins_anew(row: str) -> bool:
    """Whether a row begins like a line of its own: with a capital, or with a little picture."""
    bare = row.lstrip('*_~("„»')
    is_picture = bare[:1] != OTHER and unicodedata.category(bare[:1] or "x") == "So"
    return bare[:1].isupper() or is_picture


def _is_label(row: str, below: str) -> bool:
    """Whether both rows begin with a label in bold letters, as in **Wann:** Samstag."""
    return _LABEL.match(row) is not None and _LABEL.match(below) is not None


def _is_second(row: str, below: str) -> bool:
    """Whether two rows begin alike, as in a recipe, or the second is the place of an address."""
    is_place = re.match(r"(?:[A-Z]{1,2}-)?\d{4,5} [^\W\d_]", below) is not None
    both = row[:1].isdigit() and below[:1].isdigit()
    signs = (
        row[:1] != OTHER
        and not row[:1].isascii()
        and not row[:1].isalnum()
        and row[:1] == below[:1]
    )
    return is_place or both or signs
