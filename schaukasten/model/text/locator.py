"""Something found in the HTML of a text → the line of the Markdown where it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

# What stands in code or in a comment is never the culprit.
_CODE = re.compile(
    r"<!--.*?-->"
    r"|^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
# '## Text', a line under the text, or HTML.
_HEADING = re.compile(
    r"^[ >]*(?:(?:[-*+]|\d{1,3}\.) {1,3})?#"
    r"|^(?! *(?:[-*+>#]|\d{1,3}\.) )[^\n]+(?=\n(?:=+|-+) *$)"
    r"|<h[1-6]\b",
    re.MULTILINE,
)


@dataclass
class Locator:
    """Finds one occurrence after the other, since the same mistake may stand on many lines."""

    text: str
    first_line: int
    _after: dict[str, int] = field(default_factory=dict)

    @cached_property
    def without_code(self) -> str:
        """The text with blanks in the place of code, so that every line stays where it is."""
        return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), self.text)

    def line_of(self, source: str) -> int:
        """Return the line of the next occurrence of `source` as a whole, else the first line."""
        if not source:
            return self.first_line
        found = self._find(source, self._after.get(source, 0))
        if found < 0:
            found = self._find(source, 0)
        if found < 0:
            return self.first_line
        self._after[source] = found + len(source)
        return self._line_at(found)

    def heading_lines(self) -> Iterator[int]:
        """Yield the line of each heading."""
        return (self._line_at(found.start()) for found in _HEADING.finditer(self.without_code))

    def _find(self, source: str, start: int) -> int:
        """Return where `source` stands from `start` on and is no part of a longer word, or -1."""
        text = self.without_code
        while (found := text.find(source, start)) >= 0:
            end = found + len(source)
            before, after = text[max(found - 1, 0) : found], text[end : end + 1]
            joined_before = source[0].isalnum() and (_is_word(before) or before in tuple("/.:-"))
            joined_after = source[-1].isalnum() and (_is_word(after) or after == "-")
            if not joined_before and not joined_after:
                break
            start = found + 1
        return found

    def _line_at(self, position: int) -> int:
        return self.first_line + self.without_code.count("\n", 0, position)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
