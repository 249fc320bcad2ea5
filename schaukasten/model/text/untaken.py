"""Text as it will stand on the page → the signs of Markdown in it that did not take.

What was meant as a link and is printed with its brackets, its address or the path of a file was
typed with a slip; the page would show it to every visitor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid, Place, Severity
from schaukasten.model.text.places import OTHER, Rows
from schaukasten.model.text.slip import (
    Say,
    how,
    leads_somewhere,
    printed,
    shown,
    slips_in,
    target_of,
)
from schaukasten.model.text.untaken_addresses import addresses_in
from schaukasten.model.text.untaken_marks import BOTH_ENDS, DELETE, MARKS, SIGN

#: Where, how bad, and what.
Slip = tuple[Place, Severity, Invalid]


def untaken(rows: Rows, country: str) -> Iterator[Slip]:
    """Yield what of a paragraph was meant as Markdown and is printed as it stands."""
    typed = rows.typed
    told: dict[int, list[str]] = defaultdict(list)
    for number, row in enumerate(typed):
        # Most rows have no bracket, and no slip of a link is without one.
        links = _LINKS if "[" in row or "]" in row else ()
        for found, invalid in slips_in(row, (*links, *addresses_in(row)), country):
            told[number].append(found[0])
            yield rows.place(number, found.start(), found.end()), Severity.ERROR, invalid
    for number, row in enumerate(rows.said):
        if not SIGN.search(row):
            continue
        for found, invalid in slips_in(row, MARKS, country):
            if any(found[0] in slip for slip in told[number]):
                continue
            if found.groupdict().get("mark") and found[0] not in typed[number]:
                # A link stands between the signs; its words alone would be no example.
                invalid = Invalid(invalid.what, BOTH_ENDS)
            yield rows.place(number), Severity.WARNING, invalid


def _gap(found: re.Match[str], country: str) -> Invalid | None:
    target = found["target"]
    mark, text = found["mark"], found["text"]
    if not mark and not leads_somewhere(target, country):
        return None
    what = _("There is a space between the brackets, so “{text}” is no link.", text=shown(text))
    if mark:
        what = _("There is a space between the brackets, so the picture is not shown.")
    return Invalid(what, how(f"{mark}[{text.strip()}]({target_of(target, country)})"))


def _swapped(found: re.Match[str], country: str) -> Invalid | None:
    if not leads_somewhere(found["target"], country) or found["target"][1:].isdigit():
        return None
    what = _("The brackets of the link are swapped.")
    return Invalid(what, how(f"[{found['text']}]({target_of(found['target'], country)})"))


def _spaced(found: re.Match[str], country: str) -> Invalid:
    mark, text, target = found["mark"], found["text"], found["target"].strip().lstrip("<")
    what = _("The address of the link contains a space, so it is none.")
    if quoted := _TITLE.fullmatch(target):
        target = f'{target_of(quoted["target"], country)} "{quoted["title"]}"'
        return Invalid(what, how(f"{mark}[{text}]({target})"))
    first, _space, rest = target.partition(" ")
    title = rest.strip(" \"'“”„>")
    if title and target_of(target, country).startswith("<") and leads_somewhere(first, country):
        is_whole = _WHOLE.fullmatch(first) and not re.search(r"[./]", title)
        is_title = is_whole or rest.startswith(('"', "'", "“", "„"))
        target = f'{target_of(first, country)} "{title}"' if is_title else f"<{target}>"
    else:
        target = target_of(target, country)
    return Invalid(what, how(f"{mark}[{text}]({target})"))


def _unclosed(found: re.Match[str], country: str) -> Invalid:
    example = how(f"{found['mark']}[{found['text']}]({target_of(found['target'], country)})")
    what = _("The bracket behind the address is not closed, so this is no link.")
    if found["mark"]:
        what = _("The bracket behind the file is not closed, so the picture is not shown.")
    return Invalid(what, example)


def _one_missing(found: re.Match[str], country: str) -> Invalid | None:
    if not leads_somewhere(found["target"], country):
        return None
    what = _("A bracket of the link is missing.")
    return Invalid(what, how(f"[{found['text'].strip()}]({target_of(found['target'], country)})"))


def _undefined(found: re.Match[str], _country: str) -> Invalid:
    what = _("Nowhere in this text does it say where “[{name}]” leads.",
             name=found["name"] or found["text"])  # fmt: skip
    return Invalid(what, how(f"[{found['text']}](https://…)"))


def _colon(found: re.Match[str], _country: str) -> Invalid:
    what = _("The colon behind “{mark}” is missing, so this is no footnote.",
             mark=f"[^{found['name']}]")  # fmt: skip
    return Invalid(what, how(f"[^{found['name']}]: {found['text'].strip()}"))


def _footnote(found: re.Match[str], _country: str) -> Invalid:
    what = _("The footnote “{name}” does not exist.", name=found["name"])
    remedy = _("Write it on a line of its own below the text: [^{name}]: …", name=found["name"])
    return Invalid(what, remedy)


def _note_without_hat(found: re.Match[str], _country: str) -> Invalid:
    name = found["name"]
    remedy = _("Write it like this: {example} – and [^{name}] where it belongs in the text.",
               example=f"[^{name}]: {found['text'].strip()}", name=name)  # fmt: skip
    return printed(f"[{name}]:", remedy)


def _note_in_place(found: re.Match[str], _country: str) -> Invalid:
    remedy = _("Write it like this: {example} – and [^{name}] where it belongs in the text.",
               example=f"[^1]: {found['text']}", name=1)  # fmt: skip
    return printed(found[0], remedy)


def _wiki(found: re.Match[str], _country: str) -> Invalid:
    if found["text"].strip("_").upper() == "TOC":
        return _contents(found, _country)
    return printed(found[0], how(f"[{found['text'].rpartition('|')[2]}](…)"))


def _contents(found: re.Match[str], _country: str) -> Invalid:
    return printed(found[0], DELETE)


#: An address or a file that lacks nothing: what follows behind a space is no part of it.
_WHOLE = re.compile(r"https?://[^/]+/?|.*\.[A-Za-z]{2,4}")
#: A target with a title behind it, in marks that belong together.
_TITLE = re.compile(r"(?P<target>.+?)>?\s+(?:\"|'|“|„)(?P<title>[^\"'“”„]+)(?:\"|'|“|”)")
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
    (
        re.compile(rf"(?<![\w{OTHER}])(?P<text>[^\s\[\](){OTHER}]{{1,60}})\]\({_TARGET}\)"),
        _one_missing,
    ),
    (re.compile(rf"\[(?P<text>[^\[\]()\n]{{1,200}})\({_TARGET}\)(?!\])"), _one_missing),
    (re.compile(rf"\[{_TEXT}\](?P<target>(?:https?://|www\.)[^\s()\[\]]+)"), _one_missing),
    (re.compile(r"\[\[(?P<text>[^\[\]\n]{1,100})\]\]"), _wiki),
    (re.compile(r"^\[(?:TOC|toc)\]$"), _contents),
    (re.compile(r"^\[\^(?P<name>[^\[\]\s]{1,60})\]\s*:?\s*(?P<text>[^\s:.,;].*)$"), _colon),
    (re.compile(r"\[\^(?P<name>[^\[\]\s]{1,60})\]"), _footnote),
    (re.compile(r"^\[(?P<name>\d{1,3})\]: +(?P<text>.+)$"), _note_without_hat),
    (re.compile(rf"\^\[{_TEXT}\]"), _note_in_place),
    (re.compile(rf"!?\[{_TEXT}\]\s?\[(?P<name>[^\[\]\n]{{0,100}})\]"), _undefined),
)
