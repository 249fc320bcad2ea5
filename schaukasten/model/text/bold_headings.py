"""A paragraph that looks like a heading and is none, or is one by accident → how to write it.

Who cannot see goes from heading to heading, and would pass over it (WCAG 2.2, 1.3.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markdown_it.token import Token

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.text.slip import how

#: Characters; what is longer is a sentence that somebody wants to be read.
_LONGEST = 50
_ENDS = (".", "!", "?", "…", ",", ";")
#: Fewer dashes are the mark of a signature.
_RULE = 3


def bold_headings(tokens: list[Token]) -> Iterator[tuple[int, Severity, Invalid]]:
    """Yield the line from 0 of each paragraph that is one row of bold words above another."""
    level = next((token.tag for token in tokens if token.type == "heading_open"), "h2")
    for number, token in enumerate(tokens[:-2]):
        text = _bold(token) if token.type == "inline" and token.level == 1 else None
        if text is None or tokens[number - 1].type != "paragraph_open":
            continue
        below = tokens[number + 2]
        if below.type in {"paragraph_open", "bullet_list_open", "ordered_list_open", "table_open"}:
            what = _("This line looks like a heading, and is none.")
            line = token.map[0] if token.map else 0
            yield line, Severity.HINT, Invalid(what, how(f"{'#' * int(level[1])} {text}"))


def accidental_headings(
    tokens: list[Token], lines: list[str]
) -> Iterator[tuple[int, Severity, Invalid]]:
    """Yield the line from 0 of the dashes that make a heading of sentences above them."""
    for heading, text in pairwise(tokens):
        if heading.type == "heading_open" and heading.markup == "-" and heading.map:
            dashes = heading.map[1] - 1
            is_short = len(lines[dashes].strip("> \t")) < _RULE
            if "\n" in text.content or text.content.endswith(_ENDS) or is_short:
                what = _("These dashes make a heading of the lines above them.")
                remedy = _("Leave an empty line above them; or write the heading with ##.")
                yield dashes, Severity.WARNING, Invalid(what, remedy)


def _bold(token: Token) -> str | None:
    """Return the words of a paragraph all of which are bold, as short as a heading's."""
    children = [child for child in token.children or [] if child.content or child.nesting]
    kinds = [child.type for child in children]
    if kinds != ["strong_open", "text", "strong_close"]:
        return None
    text = children[1].content.strip()
    is_heading = len(text) <= _LONGEST and not text.endswith(_ENDS)
    return text.rstrip(":") if is_heading else None
