"""Something in a text → where in its file it stands, as the parser knows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

from markdown_it.token import Token

from schaukasten.model.reading.problem import Place

#: The attribute that carries a place as `line` or `line:start-end`, all counting from 0.
PLACE = "data-place"
_WRITTEN = re.compile(r"(\d+)(?::(\d+)-(\d+))?")


#: Stands in rows for what is no running text, one for each sign.
OTHER = "\N{OBJECT REPLACEMENT CHARACTER}"
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


@dataclass(frozen=True)
class Rows:
    """The rows of a paragraph: `content` as the parser has it, from the line `first` of the text.

    `kind` is the type of the token around it; `lines` are those of the whole text.
    """

    content: str
    tokens: list[Token]
    first: int
    kind: str
    lines: list[str]

    @cached_property
    def typed(self) -> list[str]:
        """The rows as typed, without the links, pictures, code and HTML that were found in them.

        A bare address stays: it may stand in brackets that made no link.
        """
        text = self.content
        for token in self.tokens:
            if "start" in token.meta and not token.meta.get("bare"):
                start, end = token.meta["start"], token.meta["end"]
                # A break that was typed as HTML is worth the spaces that make one, too.
                sign = " " if _BREAK.fullmatch(text[start:end]) else OTHER
                text = text[:start] + re.sub(r"[^\n]", sign, text[start:end]) + text[end:]
        return _ESCAPED.sub(OTHER * 2, text).split("\n")

    @property
    def source(self) -> list[str]:
        """The lines on which the rows stand, with all that is before them."""
        rows = self.content.split("\n")
        lines = self.lines[self.first : self.first + len(rows)]
        return lines if len(lines) == len(rows) else rows

    @cached_property
    def said(self) -> list[str]:
        """The rows as they are read: without the signs of emphasis, with the words of links."""
        rows = [""]
        is_address = False
        for token, place in self.walk():
            missing = read_place(place).line - self.first - (len(rows) - 1)
            rows += [""] * missing
            is_address = (token.markup == "autolink" and token.nesting > 0) or (
                is_address and token.type == "text"
            )
            if token.type in {"code_inline", "image", "text_special"} or (
                is_address and token.type == "text"
            ):
                rows[-1] += OTHER
            elif token.type == "text":
                rows[-1] += token.content
        return rows

    def walk(self) -> Iterator[tuple[Token, str]]:
        """Yield each token of the paragraph with its place."""
        row = 0
        for token in self.tokens:
            start = token.meta.get("start")
            if start is not None:
                row = self.content.count("\n", 0, start)
            yield token, self._written(row, start, token.meta.get("end"))
            if token.type in {"softbreak", "hardbreak"}:
                row += 1
            elif start is not None and token.type != "link_open":
                row = self.content.count("\n", 0, token.meta["end"])

    def place(self, row: int, start: int = 0, end: int = 0) -> Place:
        """Return the place of `row[start:end]`, or of the whole row, in the text."""
        line = self.first + row
        rows = self.content.split("\n")
        if start >= end or line >= len(self.lines) or row >= len(rows):
            return Place(line)
        # A row is the end of its line: indentation and marks stand before it.
        before = self.lines[line].find(rows[row])
        if before < 0 or self.lines[line].count(rows[row]) > 1:
            return Place(line)
        return Place(line, (before + start, before + min(end, len(rows[row]))))

    def _written(self, row: int, start: int | None, end: int | None) -> str:
        if start is None or end is None:
            return str(self.first + row)
        begin = self.content.rfind("\n", 0, start) + 1
        place = self.place(row, start - begin, end - begin)
        columns = ":{}-{}".format(*place.columns) if place.columns else ""
        return f"{place.line}{columns}"


def read_place(written: str | None) -> Place:
    """Return the place that an attribute carries, the first line for none."""
    found = _WRITTEN.fullmatch(written or "")
    if found is None:
        return Place(0)
    line, start, end = found.groups()
    return Place(int(line), (int(start), int(end)) if start else None)


def placed(html: str, place: str) -> str:
    """Return a piece of typed HTML whose tags bear their place; it begins at `place`."""
    tags = _Tags()
    tags.feed(html)
    tags.close()
    first = read_place(place).line
    rows = html.split("\n")
    for line, column, length in reversed(tags.found):
        row = rows[line - 1]
        end = column + length
        mark = f' {PLACE}="{first + line - 1}"'
        rows[line - 1] = row[:end] + mark + row[end:]
    return "\n".join(rows)


class _Tags(HTMLParser):
    """Notes of each tag its line from 1, its column from 0, and the length of `<name`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, int, int]] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.found.append((line, column, 1 + len(tag)))
