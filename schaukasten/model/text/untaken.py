"""Text as it will stand on the page → the signs of Markdown in it that did not take.

What was meant as a link and is printed with its brackets, its address or the path of a file was
typed with a slip; the page would show it to every visitor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Invalid, Place, Severity
from schaukasten.model.text.meant import meant
from schaukasten.model.text.places import Rows

#: Where, how bad, and what.
Slip = tuple[Place, Severity, Invalid]
#: More in one row is no slip any more.
_ENOUGH = 20
Say = Callable[[re.Match[str], str], Invalid | None]


def untaken(rows: Rows, country: str) -> Iterator[Slip]:
    """Yield what of a paragraph was meant as Markdown and is printed as it stands."""
    for number, row in enumerate(rows.typed):
        for found, invalid in _found(row, _LINKS, country):
            yield rows.place(number, found.start(), found.end()), Severity.ERROR, invalid
    for number, row in enumerate(rows.said):
        for _match, invalid in _found(row, _MARKS, country):
            yield rows.place(number), Severity.WARNING, invalid


def _found(
    row: str, slips: Sequence[tuple[re.Pattern[str], Say]], country: str
) -> Iterator[tuple[re.Match[str], Invalid]]:
    """Yield each slip; of two that share a sign, the one that stands first in the list."""
    taken: list[tuple[int, int]] = []
    for pattern, say in slips:
        for found in pattern.finditer(row):
            start, end = found.span()
            if len(taken) == _ENOUGH:
                return
            if any(start < last and first < end for first, last in taken):
                continue
            invalid = say(found, country)
            if invalid is not None:
                taken.append((start, end))
                yield found, invalid


def _gap(found: re.Match[str], country: str) -> Invalid | None:
    target = found["target"]
    mark, text = found["mark"], found["text"]
    if not mark and not _leads_somewhere(target, country):
        return None
    what = _("There is a space between the brackets, so “{text}” is no link.", text=text)
    if mark:
        what = _("There is a space between the brackets, so the picture is not shown.")
    return Invalid(what, _how(f"{mark}[{text}]({_target(target, country)})"))


def _swapped(found: re.Match[str], country: str) -> Invalid:
    what = _("The brackets of the link are swapped.")
    return Invalid(what, _how(f"[{found['text']}]({_target(found['target'], country)})"))


def _spaced(found: re.Match[str], country: str) -> Invalid:
    what = _("The address of the link contains a space, so it is none.")
    target = found["target"].strip()
    wanted = meant(target, country) or f"<{target}>"
    return Invalid(what, _how(f"{found['mark']}[{found['text']}]({wanted})"))


def _unclosed(found: re.Match[str], country: str) -> Invalid:
    how = _how(f"{found['mark']}[{found['text']}]({_target(found['target'], country)})")
    what = _("The bracket behind the address is not closed, so this is no link.")
    if found["mark"]:
        what = _("The bracket behind the file is not closed, so the picture is not shown.")
    return Invalid(what, how)


def _undefined(found: re.Match[str], _country: str) -> Invalid:
    what = _("Nowhere in this text does it say where “[{name}]” leads.", name=found["name"])
    return Invalid(what, _how(f"[{found['text']}](https://…)"))


def _footnote(found: re.Match[str], _country: str) -> Invalid:
    what = _("The footnote “{name}” does not exist.", name=found["name"])
    remedy = _("Write it on a line of its own below the text: [^{name}]: …", name=found["name"])
    return Invalid(what, remedy)


def _braces(found: re.Match[str], _country: str) -> Invalid:
    what = _("“{text}” is printed as it stands.", text=found[0])
    return Invalid(what, _("Delete it: this site knows no such marks."))


def _wiki(found: re.Match[str], _country: str) -> Invalid:
    what = _("“{text}” is printed as it stands.", text=found[0])
    return Invalid(what, _how(f"[{found['text']}](…)"))


def _emphasis(found: re.Match[str], _country: str) -> Invalid:
    mark, text = found["mark"], found["text"].strip()
    what = _("The signs “{mark}” are printed as they stand.", mark=mark)
    return Invalid(what, _how(f"{mark}{text}{mark}"))


def _single(found: re.Match[str], _country: str) -> Invalid:
    what = _("The signs “{mark}” are printed as they stand.", mark=found[0])
    return Invalid(what, _("Put them before and behind the words, or delete them."))


def _emoji(found: re.Match[str], _country: str) -> Invalid:
    what = _("“{text}” is printed as it stands.", text=found[0])
    return Invalid(what, _("Type the picture itself, or leave it out."))


def _how(example: str) -> Message:
    return _("Write it like this: {example}", example=example)


def _target(target: str, country: str) -> str:
    target = target.strip()
    return meant(target, country) or (f"<{target}>" if " " in target else target)


def _leads_somewhere(target: str, country: str) -> bool:
    """Whether what stands in round brackets is an address or a file, and no remark."""
    is_file = re.search(r"^\S*[\w-]/?\.[A-Za-z]{2,4}(?:#\S*)?$|^[./#]\S+$|^/\S*/$", target)
    return bool(is_file) or "://" in target or meant(target, country) is not None


_TEXT = r"(?P<text>[^\[\]\n]{1,200})"
_TARGET = r"(?P<target>[^()\n]{1,300})"
_LINKS: tuple[tuple[re.Pattern[str], Say], ...] = (
    (re.compile(rf"(?P<mark>!?)\[{_TEXT}\]\s+\({_TARGET}\)"), _gap),
    (re.compile(rf"(?P<mark>!)\s+\[{_TEXT}\]\({_TARGET}\)"), _gap),
    (
        re.compile(
            r"(?<!\])\((?P<text>[^()\[\]\n]{1,200})\)\s?\[(?P<target>[^\[\]\n]*[/.@#][^\[\]\n]*)\]"
        ),
        _swapped,
    ),
    (re.compile(rf"(?P<mark>!?)\[(?P<text>[^\[\]\n]{{0,200}})\]\({_TARGET}\)"), _spaced),
    (re.compile(r"(?P<mark>!?)\[(?P<text>[^\[\]\n]{0,200})\]\((?P<target>[^\s()\n]*)"), _unclosed),
    (re.compile(r"\[\[(?P<text>[^\[\]\n]{1,100})\]\]"), _wiki),
    (re.compile(r"\[\^(?P<name>[^\[\]\s]{1,60})\]"), _footnote),
    (re.compile(rf"!?\[{_TEXT}\]\s?\[(?P<name>[^\[\]\n]{{0,100}})\]"), _undefined),
)
_MARKS: tuple[tuple[re.Pattern[str], Say], ...] = (
    (re.compile(r"\{[:#.][^{}\n]{0,80}\}|^:::.*|\{[{%<][^{}\n]{0,80}[}%>]\}"), _braces),
    (re.compile(r"\[/?[a-z][\w-]*(?: [\w-]+=[^\s\]]+)+ ?/?\]|\[/[a-z][\w-]*\]"), _braces),
    (re.compile(r"</?[a-z][a-z0-9]{0,10}(?=[\s/>])[^<>\n]{0,200}>?"), _braces),
    (re.compile(r"(?P<mark>\*\*|__|~~|==)(?P<text>\s?[^*_~=\n]{1,300}?\s?)(?P=mark)"), _emphasis),
    (re.compile(r"(?<![\w*_~])(?:\*\*|~~)(?=\w)|(?<=\w)(?:\*\*|~~)(?![\w*_~])"), _single),
    (re.compile(r"(?<![\w:])(?P<text>:[a-z][a-z_]{2,30}:)(?![\w:])"), _emoji),
)
