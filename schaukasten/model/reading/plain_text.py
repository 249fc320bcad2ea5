"""Text as it comes from all kinds of programs → the same in one spelling.

What looks the same to a person is the same here: umlauts of one or of two signs, spaces of any
width where a space is part of the notation, signs of no width at all. Nothing that can be seen
changes, and every line stays on its line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

#: Signs without width that carry nothing. Those that shape letters (U+200C, U+200D) or turn their
#: direction (U+200E, U+200F) stay.
_NOTHING = re.compile("[\u2060\ufeff\u180e\u2061\u2062\u2063\u2064]")
#: Thai, Lao, Burmese and Khmer put it where a line may break, since their words have no spaces.
_ZERO_WIDTH_SPACE = re.compile("(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")
#: Ends of lines that no editor shows as one.
_ENDS = re.compile("[\u2028\u2029\x85]")
#: Spaces of other widths, and those at which no line breaks.
_WIDE = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SOFT_HYPHEN = "\u00ad"
_ENDED = re.compile(rf"(?<!\\)\\[ \t{_WIDE}]{{1,9}}$", re.MULTILINE)
_HAS_WIDE = re.compile(f"[{_WIDE}]")
_BEGINNING = re.compile(rf"[ \t{_WIDE}]+")
_BEHIND_MARK = re.compile(rf"([ >]*(?:[-*+]|\d{{1,9}}[.)]|#{{1,6}}|>|\[[ xX]\]))[{_WIDE}]+")
_BEHIND_KEY = re.compile(rf"([ -]*[\"']?[A-Za-z_äöüÄÖÜß]+[\"']?)[ {_WIDE}]*:[ {_WIDE}]+")
_BEFORE_COMMENT = re.compile(rf"[{_WIDE}](?=#)")
_AROUND_TARGET = re.compile(rf"(?<=\]\()[{_WIDE}{_SOFT_HYPHEN}]+|[{_WIDE}{_SOFT_HYPHEN}]+(?=\))")


def plain(text: str) -> str:
    """Return any text of a file in one spelling (Unicode NFC)."""
    if text.isascii():
        return text
    text = _ENDS.sub(" ", _NOTHING.sub("", text))
    if "\u200b" in text:
        text = _ZERO_WIDTH_SPACE.sub("", text)
    return unicodedata.normalize("NFC", text)


def plain_yaml(text: str) -> str:
    """Return YAML in which only plain spaces stand where YAML wants a space."""
    return _by_line(text, _yaml_line)


def plain_markdown(text: str) -> str:
    """Return Markdown in which only plain spaces stand where Markdown wants a space."""
    # A blank behind the backslash that ends a line is one that nobody sees.
    return _by_line(_ENDED.sub(r"\\", text), _markdown_line)


def look(name: str) -> str:
    """Return how a name looks: two names that look the same are one.

    For names by which one place speaks of another: of files, rooms, audiences, tags.
    """
    return " ".join(plain(name).replace(_SOFT_HYPHEN, "").split())


def _by_line(text: str, change: Callable[[str], str]) -> str:
    if not _HAS_WIDE.search(text) and _SOFT_HYPHEN not in text:
        return text
    return "\n".join(change(_trimmed(line)) for line in text.split("\n"))


def _trimmed(line: str) -> str:
    """A line whose indentation is plain, and which has no wide space at its end."""
    if line and line[-1] in _WIDE:
        line = line.rstrip(f" \t{_WIDE}")
    found = _BEGINNING.match(line)
    return _HAS_WIDE.sub(" ", found[0]) + line[found.end() :] if found else line


def _yaml_line(line: str) -> str:
    for pattern, behind in ((_BEHIND_MARK, " "), (_BEHIND_KEY, ": ")):
        if (found := pattern.match(line)) and _HAS_WIDE.search(found[0]):
            line = found[1] + behind + line[found.end() :]
    return _BEFORE_COMMENT.sub(" ", line)


def _markdown_line(line: str) -> str:
    if found := _BEHIND_MARK.match(line):
        line = f"{found[1]} {line[found.end() :]}"
    return _AROUND_TARGET.sub("", line)
