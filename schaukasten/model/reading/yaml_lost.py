"""What is typed in YAML and the parser passes over → the line that keeps it.

A `#` behind a space begins a comment, a backslash in double quotation marks takes the letter behind
it, and a dash that is no hyphen makes no list: YAML says so, and nobody who writes for an
association knows.
"""

from __future__ import annotations

import re

from ruamel.yaml.nodes import Node, ScalarNode

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid

_COMMENT = re.compile(r"\s+#[^\W_]")
_ESCAPE = re.compile(r"\\[0abefnrtvNLP]")
_OTHER_DASH = re.compile(r"([–—•·▪◦‣*])[ \u00a0]+(\S.*)")
_KEY = re.compile(r"(?P<key>\s*(?:- +)*[\w-]+:)\s+(?P<value>\S.*?)\s*")


def lost(node: Node, lines: list[str]) -> Invalid | None:
    """Say what of a value is passed over; None where all of it is read."""
    if node.end_mark.line >= len(lines):
        return None
    if not isinstance(node, ScalarNode):
        if getattr(node, "flow_style", False) and _COMMENT.match(
            lines[node.end_mark.line], node.end_mark.column
        ):
            remedy = _("Put a space behind it if it is a note; else say it within the brackets.")
            return Invalid(_PASSED_OVER, remedy)
        return None
    return _comment(node, lines) or _escape(node, lines) or _dash(node, lines)


_PASSED_OVER = _("All that stands behind “#” is passed over here.")


def _comment(node: ScalarNode, lines: list[str]) -> Invalid | None:
    start, end = node.start_mark, node.end_mark
    line = lines[end.line]
    if not _COMMENT.match(line, end.column):
        return None
    first = start.column if start.line == end.line else 0
    example = f"{line[:first].strip()} {quoted(_bare(line[first:].strip(), node))}".strip()
    return Invalid(
        _PASSED_OVER, _("Put the whole value in quotation marks: {example}", example=example)
    )


def _escape(node: ScalarNode, lines: list[str]) -> Invalid | None:
    start, end = node.start_mark, node.end_mark
    line = lines[start.line]
    typed = line[start.column : end.column]
    if node.style != '"' or start.line != end.line or not _ESCAPE.search(typed):
        return None
    return backslash(f"{line[: start.column].strip()} {single(typed[1:-1])}".strip())


def backslash(example: str) -> Invalid:
    """Say that a backslash is no letter there, and how the line is written."""
    what = _("A backslash between these quotation marks takes the letter behind it.")
    return Invalid(what, _("Use the simple ones: {example}", example=example))


def _dash(node: ScalarNode, lines: list[str]) -> Invalid | None:
    line, column = lines[node.start_mark.line], node.start_mark.column
    found = _OTHER_DASH.match(line, column)
    if node.style or line[:column].strip() or not found:
        return None
    what = _("“{mark}” makes no list.", mark=found[1])
    return Invalid(what, _("A list needs hyphens: {example}", example=f"- {found[2]}"))


def quoted_line(line: str) -> str | None:
    """Return the line of a key with its whole value in quotation marks; None for another line."""
    found = _KEY.fullmatch(line)
    if found is None:
        return None
    return f"{found['key'].strip()} {quoted(_without_marks(found['value']))}"


def quoted(value: str) -> str:
    """Return a value in the quotation marks that need the least of it to be changed."""
    return single(value) if '"' in value or "\\" in value else f'"{value}"'


def single(value: str) -> str:
    """Return a value in simple quotation marks, in which nothing but they is special."""
    return "'" + value.replace("'", "''") + "'"


def _bare(typed: str, node: ScalarNode) -> str:
    """A value without the marks that it had, when text behind them is to be part of it."""
    if node.style in {'"', "'"}:
        return typed.replace(node.style, "", 1).replace(f"{node.style} ", " ", 1)
    return typed


def _without_marks(value: str) -> str:
    """A value without the marks around it, where others stand within: 'Oma's Küche'."""
    mark = value[0]
    if mark not in "\"'" or value[-1] != mark or value.count(mark) < 3:
        return value
    second = value.index(mark, 1)
    is_within = value[second - 1].isspace() or value[second + 1].isalnum()
    return value[1:-1] if is_within else value
