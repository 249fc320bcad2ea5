"""Something found in the HTML of a text → the line of the Markdown where it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

# What stands in code is text: it is never the culprit.
_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)


@dataclass
class Locator:
    """Finds one occurrence after the other, since the same mistake may stand on many lines."""

    text: str
    first_line: int
    _after: dict[str, int] = field(default_factory=dict)

    @cached_property
    def _without_code(self) -> str:
        return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), self.text)

    def line_of(self, source: str) -> int:
        """Return the line of the next occurrence of `source` as a whole, else the first line."""
        if not source:
            return self.first_line
        start = "" if not source[:1].isalnum() else r"(?<![\w/.:-])"
        end = "" if not source[-1:].isalnum() else r"(?![\w-])"
        pattern = re.compile(start + re.escape(source) + end)
        found = pattern.search(self._without_code, self._after.get(source, 0))
        found = found or pattern.search(self._without_code)
        if not found:
            return self.first_line
        self._after[source] = found.end()
        return self.first_line + self.text.count("\n", 0, found.start())
