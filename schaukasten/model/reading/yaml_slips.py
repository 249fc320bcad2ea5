"""An error of the YAML parser and the text → what its editor wrote, and on which line."""

from __future__ import annotations

import re

from ruamel.yaml.error import MarkedYAMLError

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Invalid, Place
from schaukasten.model.reading.yaml_lost import backslash, quoted, quoted_line, single

# The parser notices these at the end of the text; they were made where it began to read.
_NOTICED_LATE = ("unexpected end of stream", "could not find expected ':'")

# ruamel's words for the slips that people really make → ours.
_SLIPS: dict[str, tuple[Message, Message]] = {
    "mapping values are not allowed": (
        _("There is a colon in the middle of this value."),
        _("Put the whole value in quotation marks: {example}", example='key: "text: more text"'),
    ),
    "cannot start any token": (
        _("A value must not begin with this character (often a tab)."),
        _("Indent with spaces only, or put the value in quotation marks."),
    ),
    "could not find expected ':'": (
        _("This line has no colon after its key."),
        _("Write it as key: value."),
    ),
    "found unexpected end of stream": (
        _("A quotation mark is opened here and never closed."),
        _("Close it at the end of the value."),
    ),
    "expected <block end>": (
        _("This line is indented differently from its neighbours."),
        _("Let all keys of one group begin in the same column."),
    ),
}
UNKNOWN_SLIP = (
    _("This is not valid YAML."),
    _("Compare the line with one that works: key: value, lists with a hyphen, spaces not tabs."),
)

_KEY = r"\s*(?:- )?(?P<key>[A-Za-z_]+):"
_WITHOUT_SPACE = re.compile(_KEY + r"(?P<value>[^\s/].*)")
#: "Fest" im Garten; [Neu] Fest: the mark closes, and the line goes on.
_BEHIND_MARKS = re.compile(_KEY + r"\s+(?:\"[^\"]*\"|'[^']*'|\[[^\]]*\]|\{[^}]*\})[ ]*[^\s#,\]}].*")
_BACKSLASH = re.compile(_KEY + r"\s+\"(?P<value>[^\"]*\\[^\"\\][^\"]*)\"\s*")
_SPECIAL = re.compile(_KEY + r"\s+(?:[@`%*&!].*|[|>][ ]+\w.*)")
_WORD_WITH_HASH = re.compile(r"[\[,]\s*(#[^\W_][^,\]]*)")
#: title: "Fest im Garten
_OPENED = re.compile(_KEY + r"\s+(?P<value>(?P<mark>[\"'])(?:(?!(?P=mark)).)+)")
_CURVED = "„“”»«‚‘’"
_IN_CURVED_QUOTES = re.compile(_KEY + rf"\s+(?P<value>[{_CURVED}].*)")


def slip(error: MarkedYAMLError, text: str) -> tuple[Place, Invalid]:
    """Return the place, its line counting from 0, and what is wrong there."""
    mark = error.problem_mark or error.context_mark
    words = f"{error.problem} {error.context}"
    if any(late in words for late in _NOTICED_LATE):
        mark = error.context_mark or mark
    line = mark.line if mark else 0
    lines = text.split("\n")
    if found := _never_closed(lines[: line + 1]):
        return found
    # The parser often goes on to the next line before it notices.
    for number in (line - 1, line):
        if 0 <= number < len(lines) and (seen := _seen(lines[number])):
            return Place(number), seen
    what, remedy = next((ours for theirs, ours in _SLIPS.items() if theirs in words), UNKNOWN_SLIP)
    finished = quoted_line(lines[line]) if 0 <= line < len(lines) else None
    if finished and ("mapping values" in words or "end of stream" in words):
        remedy = _("Put the whole value in quotation marks: {example}", example=finished)
    return Place(line), Invalid(what, remedy)


def _never_closed(lines: list[str]) -> tuple[Place, Invalid] | None:
    """Return the first quotation mark that nothing closes but that of another value."""
    for number, line in enumerate(lines):
        opened = _OPENED.fullmatch(line)
        if opened is None:
            continue
        mark = opened["mark"]
        other = next((one for one in lines[number + 1 :] if mark in one), None)
        if other is None or re.match(_KEY + rf"\s+{mark}", other):
            what = _("A quotation mark is opened here and never closed.")
            closed = f"{opened['key']}: {opened['value'].rstrip()}{mark}"
            remedy = _("Close it at the end of the value: {example}", example=closed)
            return Place(number), Invalid(what, remedy)
    return None


def _seen(line: str) -> Invalid | None:
    """Return what a person sees at once and the parser takes for something else."""
    if "\t" in line:
        what = _("There is a tab in this line.")
        return Invalid(what, _("Delete it and type spaces in its place."))
    if found := _WITHOUT_SPACE.fullmatch(line):
        what = _("The space behind the colon is missing.")
        return Invalid(
            what,
            _("Write it like this: {key}: {example}", key=found["key"], example=found["value"]),
        )
    finished = quoted_line(line)
    if finished and _BEHIND_MARKS.fullmatch(line):
        what = _("Behind the closing mark of this value there is more text.")
        return Invalid(
            what, _("Put the whole value in quotation marks: {example}", example=finished)
        )
    if finished and (found := _BACKSLASH.fullmatch(line)):
        return backslash(f"{found['key']}: {single(found['value'])}")
    if finished and _SPECIAL.fullmatch(line):
        what = _("A value must not begin with this character (often a tab).")
        return Invalid(
            what, _("Put the whole value in quotation marks: {example}", example=finished)
        )
    if found := _WORD_WITH_HASH.search(line):
        what = _("All that stands behind “#” is passed over here.")
        return Invalid(
            what, _("Put the word in quotation marks: {example}", example=quoted(found[1]))
        )
    if found := _IN_CURVED_QUOTES.fullmatch(line):
        what = _("YAML only knows straight quotation marks.")
        value = found["value"]
        is_whole = value[-1] in _CURVED and not set(value[1:-1]) & set(_CURVED)
        example = f'"{value.strip(_CURVED)}"' if is_whole else quoted(value)
        return Invalid(
            what, _("Write it like this: {key}: {example}", key=found["key"], example=example)
        )
    return None
