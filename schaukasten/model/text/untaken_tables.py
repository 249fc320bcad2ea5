"""The rows of a paragraph → what keeps them from being a table."""

from __future__ import annotations

import re

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid

_DASHES = re.compile(r"[|+:\s=_–—‒―-]*[=_–—‒―-][|+:\s=_–—‒―-]*")
_ALONE = re.compile(r"\|.*\|.*\|")


def no_table(rows: list[str]) -> Invalid | None:
    """Say what rows with strokes or tabs lack; None for rows that were to be none.

    The first row of a table is followed by one of dashes, with as many fields.
    """
    if len(rows) == 1:
        return _apart(rows[0])
    if all("\t" in row.strip() for row in rows):
        what = _("This is no table yet: between its fields stand tabs.")
        cells = [cell.strip() for cell in rows[0].strip().split("\t")]
        example = f"| {' | '.join(cells)} |"
        remedy = _("Put “|” between them, in each row: {example} – and below the first: {dashes}",
                   example=example, dashes=_dashes(rows[0], "\t"))  # fmt: skip
        return Invalid(what, remedy)
    if not all("|" in row or _DASHES.fullmatch(row) for row in rows) or "|" not in rows[0]:
        return None
    dashes = _dashes(rows[0], "|")
    if _DASHES.fullmatch(rows[1]):
        what = _("This is no table yet: the row of dashes does not fit the first row.")
        return Invalid(what, _("Write it like this: {example}", example=dashes))
    what = _("This is no table yet: below its first row one of dashes is missing.")
    return Invalid(what, _("Below the first row write: {example}", example=dashes))


def _apart(row: str) -> Invalid | None:
    is_row = _ALONE.fullmatch(row) or (row.count("|") > 1 and _DASHES.fullmatch(row))
    if not is_row:
        return None
    what = _("This row of a table stands apart from the others.")
    return Invalid(what, _("Leave no empty line between the rows of a table."))


def _dashes(row: str, between: str) -> str:
    fields = row.strip().strip(between if between == "|" else " ").strip().split(between)
    return "|" + " --- |" * len(fields)
