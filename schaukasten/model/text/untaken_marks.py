"""Signs in the words of a paragraph that were to set something off, and are read themselves."""

from __future__ import annotations

import re

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.text.emphasis import that_takes
from schaukasten.model.text.slip import Say, how, printed

BOTH_ENDS = _("Put them before and behind the words, or delete them.")
DELETE = _("Delete it: this site knows no such marks.")


def _braces(found: re.Match[str], _country: str) -> Invalid:
    return printed(found[0], DELETE)


def _tag(found: re.Match[str], _country: str) -> Invalid:
    if "<" in found[0][1:] or not found[0].endswith(">"):
        return printed(found[0], _("Write “\\<” for the sign itself, or close the bracket."))
    return printed(found[0], DELETE)


def _heading(found: re.Match[str], _country: str) -> Invalid:
    return printed(found[0], how(f"## {found['text'].strip()}"))


def _note(found: re.Match[str], _country: str) -> Invalid:
    return printed(found[0], how("> …"))


def _raised(found: re.Match[str], _country: str) -> Invalid:
    tag = "sup" if "^" in found[0] else "sub"
    return printed(found[0], how(f"{found['before']}<{tag}>{found['text']}</{tag}>"))


def _apostrophes(found: re.Match[str], _country: str) -> Invalid:
    signs = "*" * (len(found["signs"]) - 1)
    return printed(found[0], how(f"{signs}{found['text'].strip()}{signs}"))


def _emphasis(found: re.Match[str], _country: str) -> Invalid:
    what = _("The signs “{mark}” are printed as they stand.", mark=found["mark"])
    example = that_takes(found)
    return Invalid(what, BOTH_ENDS if example is None else how(example))


def _single(found: re.Match[str], _country: str) -> Invalid:
    what = _("The signs “{mark}” are printed as they stand.", mark=found[0])
    return Invalid(what, BOTH_ENDS)


def _emoji(found: re.Match[str], _country: str) -> Invalid:
    return printed(found["text"], _("Type the picture itself, or leave it out."))


#: One of these is in all that follow.
SIGN = re.compile(r"[{!\[<=*_~^':]")
MARKS: tuple[tuple[re.Pattern[str], Say], ...] = (
    (re.compile(r"\{[:#.][^{}\n]{0,80}\}|^:::.*|\{[{%<][^{}\n]{0,80}[}%>]\}"), _braces),
    (re.compile(r"^!!! [a-z]+(?: \".*\")?$"), _note),
    (re.compile(r"\[/?[a-z][\w-]*(?: [\w-]+=[^\s\]]+)+ ?/?\]|\[/[a-z][\w-]*\]"), _braces),
    (re.compile(r"</?[a-z][a-z0-9]{0,10}(?=[\s/>])[^<>\n]{0,200}>?"), _tag),
    (re.compile(r"^={2,6} (?P<text>[^=\n]{1,100}) ={2,6}$"), _heading),
    (
        re.compile(r"(?<![*_~=])(?P<mark>\*\*|__|~~|==)(?![*_~=])"
                   r"(?P<text>\s?[^*_~=\n]{1,300}?\s?)(?<![*_~=])(?P=mark)(?![*_~=])"),
        _emphasis,
    ),
    (
        re.compile(
            r"(?<![\w*_])(?P<mark>[*_])(?P<text>[^\s*_][^*_\n]{0,200}?\s)(?P=mark)(?![\w*_])"
        ),
        _emphasis,
    ),
    (re.compile(r"(?<![\w*_~])(?:\*\*|~~)(?=\w)|(?<=\w)(?:\*\*|~~)(?![\w*_~])"), _single),
    (re.compile(r"(?<!\w)(?P<before>\w{1,40})(?:\^(?P<text>[^\s^]{1,10})\^(?!\w*\^))"), _raised),
    (re.compile(r"(?P<before>\b[A-Z][a-z]?)~(?P<text>\d{1,3})~"), _raised),
    (re.compile(r"(?<!')(?P<signs>'{2,3})(?P<text>[^'\n]{1,200})(?P=signs)(?!')"), _apostrophes),
    (re.compile(r"(?<![\w:])(?P<text>:[a-z][a-z_]{2,30}:)(?![\w:])"), _emoji),
)  # fmt: skip
