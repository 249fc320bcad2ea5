"""The lists of terms in a text → the questions in them, and those that were read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.text.places import Rows
from schaukasten.model.text.questions import asks

#: What a row begins with that was to explain the term above; `:smile:` and `:)` are none.
_EXPLAINS = re.compile(r":[ \t]+\S|:[^\W\d_][^\s:]*(?:\s|$)")


@dataclass
class Terms:
    """A list of terms, each with its line from 0 in the text."""

    entries: list[tuple[str, int]] = field(default_factory=list)

    @property
    def questions(self) -> list[tuple[str, int]]:
        """The entries, if all of them are questions; else none."""
        return self.entries if all(asks(term) for term, _line in self.entries) else []


def terms_in(tokens: list[Token]) -> list[Terms]:
    """Return every list of terms, also those within others."""
    found: list[Terms] = []
    open_: list[Terms] = []
    for number, token in enumerate(tokens):
        if token.type == "dl_open":
            open_.append(Terms())
            found.append(open_[-1])
        elif token.type == "dl_close":
            open_.pop()
        elif token.type == "dt_open" and token.map:
            open_[-1].entries.append((_said(tokens[number + 1]), token.map[0]))
    return found


def halfway(lists: list[Terms]) -> Iterator[tuple[int, Severity, Invalid]]:
    """Yield the first term of each list that is no question among others that are."""
    for terms in lists:
        others = [(term, line) for term, line in terms.entries if not asks(term)]
        if 0 < len(others) < len(terms.entries):
            term, line = others[0]
            what = _(
                "“{term}” is no question, so the answers to those beside it stay open.", term=term
            )
            remedy = _("Put a question mark behind it, or a heading between terms and questions.")
            yield line, Severity.HINT, Invalid(what, remedy)


def unexplained(paragraph: Rows) -> Iterator[tuple[int, Severity, Invalid]]:
    """Yield each row, from 0, that was to explain a term or answer a question, and is text."""
    for number, row in enumerate(paragraph.typed):
        if _EXPLAINS.match(row) and (number or row[1:2].isspace()):
            what = _("This line answers no question and explains no word: its colon is printed.")
            remedy = _(
                "Write the question or the word right above it, with an empty line before that, "
                "and a space behind the colon. A second paragraph is indented by two spaces."
            )
            yield number, Severity.WARNING, Invalid(what, remedy)


def _said(inline: Token) -> str:
    return "".join(
        child.content for child in inline.children or [] if child.type != "html_inline"
    ).strip()
