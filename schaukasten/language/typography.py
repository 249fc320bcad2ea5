"""Typewriter marks → quotation marks, apostrophes and dashes as printed.

What opens and what closes is known only from all that is read in one go: a value, or the text of a
block whatever emphasis and links are in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Opening and closing quotation marks, double and single, by language (CLDR, delimiters).
QUOTES = {
    "ar": "”“’‘",
    "de": "„“‚‘",
    "en": "“”‘’",
    "fr": "«»‹›",
    "pl": "„”‚’",
    "ru": "«»„“",
    "tr": "“”‘’",
    "uk": "«»„“",
}
_APOSTROPHE = "’"
_DASHES = {"--": "–", "---": "—", "...": "…"}
MARKS = re.compile(r"---?|\.\.\.|[\"'´`]")
#: Addresses are copied, never printed otherwise.
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ADDRESS = re.compile(rf"{_WEB.pattern}|\S+@\S+\.\w+", re.IGNORECASE)
#: What begins with an apostrophe where German drops letters: 's Häusle, 'ne Runde, '68.
_SHORTENED = re.compile(
    r"'(?:s|n|ne[mnrs]?|nauf|nen|mal|ran|rauf|raus|rein|rüber|rum|runter|\d\d(?:ern?|s)?)(?![\w'])",
    re.IGNORECASE,
)
_AND = re.compile(r"(?<=\s)'n'(?=\s)")
_CLOSING_SINGLE = re.compile(r"(?<=\S)'(?!\w)")
_CLOSING = re.compile(r"(?<=\S)\"")


def printed(text: str, language: str) -> str:
    """Return a text with the marks of a language (BCP 47)."""
    result, end = "", 0
    for start, mark, new in changes(text, language):
        result += text[end:start] + new
        end = start + len(mark)
    return result + text[end:]


def changes(text: str, language: str) -> Iterator[tuple[int, str, str]]:
    """Yield each mark that changes: where it begins, how it was typed, how it is printed."""
    marks = list(MARKS.finditer(text))
    if not marks:
        return
    left, right, left_single, right_single = tuple(QUOTES.get(language.split("-")[0], QUOTES["en"]))
    # Of a long text without the sign, the search for mail boxes would read each end again.
    as_typed = _places(_ADDRESS if "@" in text else _WEB, text)
    joints = _places(_AND, text)
    double = _Pair(text, left, right, _CLOSING)
    single = _Pair(text, left_single, right_single, _CLOSING_SINGLE)
    for found in marks:
        start, mark = found.start(), found[0]
        before = text[start - 1 : start]
        if start in as_typed and start + 1 in as_typed:
            continue
        if mark in _DASHES:
            yield start, mark, _DASHES[mark]
        elif mark == '"':
            if double.closes(start):
                yield start, mark, double.close()
            elif not before.isdigit() and double.opens(start):  # else inches
                yield start, mark, double.open()
        elif start in joints or _is_apostrophe(text, start):
            yield start, mark, _APOSTROPHE
        elif mark in "´`":
            continue  # an accent by itself, or code that nothing ends
        elif single.closes(start):
            yield start, mark, single.close()
        elif not before.isalnum() and single.opens(start):
            yield start, mark, single.open()
        elif not before.isdigit():  # 5' are feet or minutes
            yield start, mark, _APOSTROPHE


class _Pair:
    """Opening and closing marks of a text; what is asked of it goes from its start to its end."""

    def __init__(self, text: str, left: str, right: str, closing: re.Pattern[str]):
        self.text, self.left, self.right = text, left, right
        self.is_open = False
        #: How many that were printed already stand open, before the place `seen`.
        self.printed, self.seen = 0, 0
        self.last = max((found.start() for found in closing.finditer(text)), default=-1)

    def closes(self, place: int) -> bool:
        """Whether a mark there closes what was opened, by one of these or by a printed one."""
        between = self.text[self.seen : place]
        self.printed += between.count(self.left) - between.count(self.right)
        self.seen = place
        is_open = self.is_open or self.printed > 0
        return is_open and not self.text[place - 1 : place].isspace()

    def opens(self, place: int) -> bool:
        """Whether a mark there opens: before a word, at its beginning or with its other end."""
        before, after = self.text[place - 1 : place], self.text[place + 1 : place + 2]
        if not after or after.isspace():
            return False
        at_beginning = not (before.isalnum() or before in tuple(".,;:!?="))
        return at_beginning or self.last > place + 1

    def open(self) -> str:
        self.is_open = True
        return self.left

    def close(self) -> str:
        self.is_open = False
        return self.right


def _places(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    """Return every place of a text that lies in what the pattern finds."""
    return frozenset(place for found in pattern.finditer(text) for place in range(*found.span()))


def _is_apostrophe(text: str, place: int) -> bool:
    """Whether a mark stands in a word, or where one has lost its first letters."""
    if text[place - 1 : place].isalnum():
        return text[place + 1 : place + 2].isalnum()
    return _SHORTENED.match(text, place) is not None
