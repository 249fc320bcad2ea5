"""Lines that begin with a number or a stroke → a list, or text that happens to begin so."""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_month_names
from markdown_it.rules_block import StateBlock, list_block

_MARKER = re.compile(r"(?:(?P<number>\d{1,9})[.)]|[-+*])(?=[ \t]|$)")
#: Whose texts are read: the days of any language that a house may speak with a number first.
_LANGUAGES = ("de", "en", "fr", "pl", "nl")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.")
#: What is counted in running German: the 3rd floor, the 2nd chairwoman, "2. und 3. Klasse".
_ORDINAL = re.compile(
    r"[a-zäöüß]|(?:OG|EG|UG|DG|Stock|Etage|Obergeschoss|Untergeschoss|Hinterhof|Vorsitzende[nr]?|"
    r"Vorsitz|Kassenwart|Preis|Platz|Klassen?|Jahrhundert|Geburtstag|Todestag|Jahrestag|Halbjahr|"
    r"Quartal|Schuljahr|Lebensjahr|Liga|Runde|FC|SC|SV|TSV|Weltkrieg|Advent|Auflage)\b"
)
#: A star behind a word that refers to a note; of a pair, both are emphasis.
_PAIRS = re.compile(r"\*\*[^*\n]+\*\*|(?<![\w*])\*(?![\s*])[^*\n]*\*")
_REFERS = re.compile(r"(?<=[^\s*\\])\*(?=[\s.,;:!?)]|$)")
#: Years and what is larger are no numbers of a list.
_LARGEST = 999


def begins_with_date(line: str) -> bool:
    """Whether a line begins with a day and its month, as in "24. Dezember" or "1. 5. 2026"."""
    return _DAY.match(line) is not None and _date().match(line) is not None


# When first asked: the words of five languages take a thirtieth of a second.
@cache
def _date() -> re.Pattern[str]:
    """24. Dezember; 1. 5. 2026; 8. bis 10. Mai; 1./2. Mai; 24. u. 25. 12."""
    names = {
        re.escape(name.rstrip("."))
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, locale=language).values()
    }
    months = "|".join(sorted(names, key=len, reverse=True))
    month = rf"(?:(?:{months})\b|(?:0?[1-9]|1[0-2])\.(?!\d))"
    between = r"(?:\s*(?:[–/+&-]|bis|und|u\.|oder|o\.|and|to)?\s*"
    day = _DAY.pattern
    return re.compile(rf"{day}{between}{day})?\s+{month}", re.IGNORECASE)


def list_of(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule of CommonMark for lists, less the lines that only look like one."""
    line = _line(state, start)
    marker = _MARKER.match(line)
    if marker is None:
        return False
    if not _goes_on(state, start, marker) and _is_day_or_year(state, start, end):
        return False
    if not _goes_on(state, start, marker) and _is_text(state, start, end, line, marker):
        return False
    if silent and _is_wrapped(state, start, end, line, marker):
        return False
    if marker["number"] and _begins_an_item(state, start) and not _has_sibling(state, start, end):
        # "- 2. Vorsitzende: Erika" is one entry, not a list in a list.
        return False
    first = len(state.tokens)
    if not list_block(state, start, end, silent):
        return False
    if not silent:
        _keep_numbers(state, first)
    return True


def is_doubtful(above: str, line: str) -> bool:
    """Whether a single line with a marker goes on with the sentence above it.

    "… im Garten\\n- und viel Musik": a list begins after a colon or a whole sentence.
    """
    item = _MARKER.sub("", line, count=1).strip()
    if above.rstrip().endswith(":"):
        return False
    return item[:1].islower() or not above.rstrip().endswith((".", "!", "?", "…", "*", "_"))


def _is_day_or_year(state: StateBlock, start: int, end: int) -> bool:
    """Whether the number of a line is a day or a year, and counts no items."""
    line = _line(state, start)
    marker = _MARKER.match(line)
    if marker is None or not marker["number"]:
        return False
    # "1. Jan Beispiel", "2. Erika Beispiel" are people.
    is_date = begins_with_date(line) and not _has_sibling(state, start, end)
    return is_date or int(marker["number"]) > _LARGEST


def _is_text(state: StateBlock, start: int, end: int, line: str, marker: re.Match[str]) -> bool:
    """Whether a line without a second one of its kind is no list, whatever it begins with.

    "2. Vorsitzende ist …"; or the note to a star in the text: "* kostenlos für Mitglieder".
    """
    rest = line[marker.end() :].strip()
    below_list = bool(state.tokens) and state.tokens[-1].type.endswith("_list_close")
    if not rest or state.listIndent >= 0 or below_list or _has_sibling(state, start, end):
        return False
    if marker["number"]:
        return _ORDINAL.match(rest) is not None
    if marker[0] != "*":
        return False
    if "refers" not in state.env:
        state.env["refers"] = _REFERS.search(_PAIRS.sub("", state.src)) is not None
    return bool(state.env["refers"])


def _goes_on(state: StateBlock, start: int, marker: re.Match[str]) -> bool:
    """Whether a line is the next item of the list in which it stands."""
    if state.listIndent < 0 or state.sCount[start] >= state.blkIndent:
        return False
    item = next((one for one in reversed(state.tokens) if one.type == "list_item_open"), None)
    return item is not None and item.markup == marker[0][-1]


def _is_wrapped(state: StateBlock, start: int, end: int, line: str, marker: re.Match[str]) -> bool:
    """Whether a line that would interrupt a paragraph goes on with it."""
    interrupts = state.parentType == "paragraph" and state.sCount[start] >= state.blkIndent
    if not interrupts or state.listIndent >= 0 or start == 0:
        return False
    if marker["number"] and int(marker["number"]) != 1:
        return False  # which no list does: `list_block` refuses it
    return not _has_sibling(state, start, end) and is_doubtful(_line(state, start - 1), line)


def _has_sibling(state: StateBlock, start: int, end: int) -> bool:
    """Whether another item of the same kind follows before the next empty line but one."""
    marker = _MARKER.match(_line(state, start))
    kind = marker[0][-1] if marker else ""
    empty = 0
    for number in range(start + 1, end):
        line = _line(state, number)
        if not line:
            empty += 1
            if empty > 1:
                return False
        elif state.sCount[number] <= state.sCount[start] and _kind(line) == kind:
            return True
        elif empty and state.sCount[number] <= state.sCount[start]:
            return False
    return False


def _kind(line: str) -> str:
    """The last sign of a line's marker, by which items belong together; empty for text and days."""
    marker = _MARKER.match(line)
    return marker[0][-1] if marker and not begins_with_date(line) else ""


def _begins_an_item(state: StateBlock, start: int) -> bool:
    """Whether the marker of another list stands before it on the same line."""
    physical = state.src.rfind("\n", 0, state.bMarks[start]) + 1
    return bool(state.src[physical : state.bMarks[start] + state.tShift[start]].strip(" \t>"))


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()


def _keep_numbers(state: StateBlock, first: int) -> None:
    """Give an item its number as typed where counting on would give another.

    Items that all bear the same number ask to be counted.
    """
    opening = state.tokens[first]
    if opening.type != "ordered_list_open":
        return
    items = [
        token
        for token in state.tokens[first:]
        if token.type == "list_item_open" and token.level == opening.level + 1
    ]
    numbers = [int(item.info) for item in items]
    if len(set(numbers)) == 1:
        return
    for item, number, before in zip(items[1:], numbers[1:], numbers, strict=False):
        if number != before + 1:
            item.attrSet("value", str(number))
