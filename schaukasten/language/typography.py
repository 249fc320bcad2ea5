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
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
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
    if not MARKS.search(text):
        return
    left, right, left_single, right_single = tuple(QUOTES.get(language.split("-")[0], QUOTES["en"]))
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    is_open = is_open_single = False
    for found in MARKS.finditer(text):
        start, mark = found.start(), found[0]
        if any(first <= start < last - 1 for first, last in addresses):
            continue
        before, after = text[:start], text[found.end() :]
        if mark in _DASHES:
            yield start, mark, _DASHES[mark]
        elif mark == '"':
            if _closes(before, is_open) or _was_opened(before, left, right):
                is_open = False
                yield start, mark, right
            elif before[-1:].isdigit():
                continue  # inches
            elif _opens(before, after, _CLOSING):
                is_open = True
                yield start, mark, left
        elif _is_apostrophe(text, start):
            yield start, mark, _APOSTROPHE
        elif mark in "´`":
            continue  # an accent by itself, or code that nothing ends
        elif _closes(before, is_open_single) or _was_opened(before, left_single, right_single):
            is_open_single = False
            yield start, mark, right_single
        elif not before[-1:].isalnum() and _opens(before, after, _CLOSING_SINGLE):
            is_open_single = True
            yield start, mark, left_single
        elif not before[-1:].isdigit():  # 5' are feet or minutes
            yield start, mark, _APOSTROPHE


def _closes(before: str, is_open: bool) -> bool:
    return is_open and not before[-1:].isspace()


def _was_opened(before: str, left: str, right: str) -> bool:
    """Whether a printed mark was typed that nothing has closed yet."""
    return before.count(left) > before.count(right) and not before[-1:].isspace()


def _opens(before: str, after: str, closing: re.Pattern[str]) -> bool:
    """Whether a mark opens: before a word, and at the beginning of one or with its other end."""
    if not after or after[0].isspace():
        return False
    at_beginning = not before or not (before[-1].isalnum() or before[-1] in ".,;:!?=")
    return at_beginning or closing.search(after) is not None


def _is_apostrophe(text: str, place: int) -> bool:
    within = text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
    # Rock 'n' Roll
    if any(found.start() <= place < found.end() for found in _AND.finditer(text)):
        return True
    return within or (not text[place - 1 : place].isalnum() and bool(_SHORTENED.match(text, place)))
