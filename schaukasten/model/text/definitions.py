"""What a text defines or divides, and what of it will not be on the page → problems.

Markdown passes over a footnote that nothing refers to, and over a cell that is one too many.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid, Severity

#: The line from 0, how bad it is, and what.
Lost = tuple[int, Severity, Invalid]

#: What may stand behind the marks of a fence: the language of the code.
_LANGUAGE = re.compile(
    r"\s*(?:bash|console|css|diff|html|ini|javascript|js|json|markdown|md|python|sh|shell|sql|text|"
    r"toml|txt|xml|ya?ml)?\s*",
    re.IGNORECASE,
)
#: What begins a heading, a list or a quotation where no list of terms goes on.
_BLOCK = re.compile(r"(?P<mark>#{1,6}|[-*+>]|\d{1,9}[.)])\s+(?P<text>.*)")
_LEADS = re.compile(r"[/.#@:]")


def lost(definitions: Mapping[str, Any], tokens: list[Token], lines: list[str]) -> Iterator[Lost]:
    """Yield what of a text is read and never shown."""
    yield from _links(definitions, tokens)
    yield from _footnotes(definitions)
    yield from _abbreviations(definitions, lines)
    yield from _cells(tokens, lines)
    yield from _fences(tokens, lines)
    yield from _terms(tokens)


def _links(definitions: Mapping[str, Any], tokens: list[Token]) -> Iterator[Lost]:
    used = {label for token in tokens for label in _labels(token.children or [])}
    for label, link in definitions.get("references", {}).items():
        if label in used:
            continue
        what = _("This line is not shown: it says where “[{name}]” leads, which stands nowhere.",
                 name=label.lower())  # fmt: skip
        if _LEADS.search(link["href"]):
            remedy = _("Write [{name}] in the text, or delete the line.", name=label.lower())
            yield link["map"][0], Severity.HINT, Invalid(what, remedy)
        else:
            remedy = _("Leave the brackets out: {example}", example=f"{label.capitalize()}: …")
            yield link["map"][0], Severity.ERROR, Invalid(what, remedy)
    for link in definitions.get("duplicate_refs", []):
        what = _("It is said twice where “[{name}]” leads.", name=link["label"].lower())
        yield link["map"][0], Severity.ERROR, Invalid(what, _("Keep one of the two lines."))


def _labels(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if "label" in token.meta:
            yield token.meta["label"]
        yield from _labels(token.children or [])


def _footnotes(definitions: Mapping[str, Any]) -> Iterator[Lost]:
    numbers = definitions.get("footnotes", {}).get("refs", {})
    seen: set[str] = set()
    for label, line in definitions.get("noted", []):
        if label in seen:
            what = _("The footnote “{name}” stands here twice.", name=label)
            yield line, Severity.ERROR, Invalid(what, _("Give each a name of its own: [^2]"))
        elif numbers.get(f":{label}", -1) < 0:
            what = _("This footnote is not shown: nothing in the text refers to it.")
            remedy = _("Write {mark} behind the words it belongs to, or delete it.",
                       mark=f"[^{label}]")  # fmt: skip
            yield line, Severity.ERROR, Invalid(what, remedy)
        seen.add(label)


def _abbreviations(definitions: Mapping[str, Any], lines: list[str]) -> Iterator[Lost]:
    for short, line in definitions.get("abbreviation_twins", []):
        what = _("“{name}” is explained twice in this text.", name=short)
        yield line, Severity.ERROR, Invalid(what, _("Keep one of the two lines."))
    text = "\n".join(line for line in lines if not line.lstrip().startswith("*["))
    for short, (_long, line) in definitions.get("abbreviations", {}).items():
        if not re.search(rf"\b{re.escape(short)}\b", text):
            what = _("This line is not shown: “{name}” stands nowhere in the text.", name=short)
            remedy = _("Write it as in the text, or delete the line.")
            yield line, Severity.HINT, Invalid(what, remedy)


def _cells(tokens: list[Token], lines: list[str]) -> Iterator[Lost]:
    columns = 0
    for number, token in enumerate(tokens):
        if token.type == "thead_open":
            end = next(i for i in range(number, len(tokens)) if tokens[i].type == "thead_close")
            columns = sum(one.type == "th_open" for one in tokens[number:end])
        elif token.type == "tr_open" and token.map and columns:
            row = lines[token.map[0]].strip().lstrip("> ").strip("|")
            if len(escapedSplit(row)) > columns:
                what = _("This row has more cells than the first one, and the last are not shown.")
                yield (
                    token.map[0],
                    Severity.ERROR,
                    Invalid(
                        what,
                        _("Give the first row and the dashes as many, or write \\| for a stroke."),
                    ),
                )


def _fences(tokens: list[Token], lines: list[str]) -> Iterator[Lost]:
    for token in tokens:
        if token.type == "fence" and token.map:
            if not _LANGUAGE.fullmatch(token.info):
                what = _("“{text}” is not shown: code begins on the next line.",
                         text=token.info.strip())  # fmt: skip
                remedy = _("Put it on a line of its own, below {mark}.", mark=token.markup)
                yield token.map[0], Severity.ERROR, Invalid(what, remedy)
            end = min(token.map[1], len(lines))
            last = lines[end - 1].strip().lstrip("> ")
            if end - 1 == token.map[0] or not last.startswith(token.markup):
                what = _("“{mark}” begins code here, and nothing ends it.", mark=token.markup)
                remedy = _("Write {mark} below it on a line of its own, or delete it.",
                           mark=token.markup)  # fmt: skip
                yield token.map[0], Severity.WARNING, Invalid(what, remedy)


def _terms(tokens: list[Token]) -> Iterator[Lost]:
    for before, token in itertools.pairwise(tokens):
        if before.type == "dt_open" and before.map and (found := _BLOCK.match(token.content)):
            what = _("“{mark}” is printed here: this line is a term, since “:” follows it.",
                     mark=found["mark"])  # fmt: skip
            remedy = _("Write it like this: {example}", example=found["text"])
            yield before.map[0], Severity.ERROR, Invalid(what, remedy)
