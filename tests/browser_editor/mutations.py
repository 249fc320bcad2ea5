"""A file → the same data, written as other people and programs write YAML."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from schaukasten.model.reading.plain_text import plain
from tests.browser_editor.files import File
from tests.browser_editor.oracle import form_of

_KEY = re.compile(r"(?P<head> *(?:- )?[\w-]+: +)(?P<value>[^\s#'\"\[{|>&*!].*)")


def mutated(file: File, chance: random.Random, times: int = 8) -> File:
    """Return the file after up to `times` changes of its notation; what changes data is undone."""
    text, form = file.text, form_of(file.text, file.shape)
    for number in range(times):
        lines = text.split("\n")
        place = chance.randrange(_end(lines, file))
        chance.choice(_LINES)(lines, place, number, chance)
        tried = "\n".join(lines)
        try:
            if form_of(tried, file.shape) == form:
                text = tried
        except AssertionError:  # It was no YAML any more.
            continue
    for change in chance.sample(_WHOLE, chance.randrange(3)):
        text = change(text)
    assert form_of(text, file.shape) == form
    return File(file.name, text, file.shape)


def _end(lines: list[str], file: File) -> int:
    if file.shape["layout"] == "yaml":
        return len(lines)
    return [plain(line).rstrip() for line in lines].index("---", 1) + 1


def _note(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    indent = " " * chance.choice([0, 2, 4, 6])
    lines.insert(max(place, 1), f"{indent}# note {number}:\t„x“ [y, {{z}}")


def _note_behind(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    lines[place] += f"{' ' * chance.choice([1, 3])}# note {number}"


def _blank(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    lines.insert(max(place, 1), " " * chance.choice([0, 0, 3]))


def _blanks_behind(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    lines[place] += "  "


def _wide(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    lines[place] = re.sub(r": +(?=\S)", ":    ", lines[place], count=1)


def _no_break(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    where = chance.choice([r"(?<=:) (?=\S)", r"(?<=-) (?=\S)", "^ ", " (?=#)", "$"])
    lines[place] = re.sub(where, "\u00a0", lines[place], count=1)


def _no_width(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    at = chance.randrange(len(lines[place]) + 1)
    lines[place] = lines[place][:at] + chance.choice("\u200b\ufeff\u00ad") + lines[place][at:]


def _quoted(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    if found := _KEY.fullmatch(lines[place]):
        mark = chance.choice("'\"")
        lines[place] = f"{found['head']}{mark}{found['value'].replace(mark, mark * 2)}{mark}"


def _folded(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    if found := _KEY.fullmatch(lines[place]):
        pad = " " * (len(found["head"]) - len(found["head"].lstrip()) + 4)
        value = re.sub(" ", lambda _: chance.choice([" ", " ", f"\n{pad}"]), found["value"])
        style = chance.choice(["", "", f">-\n{pad}", f"|\n{pad}", f">\n\n{pad}"])
        if style.startswith("|"):
            value = found["value"]
        lines[place] = found["head"] + style + value


def _behind_key(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    if found := _KEY.fullmatch(lines[place]):
        pad = " " * (len(found["head"]) - len(found["head"].lstrip()) + 4)
        lines[place] = f"{found['head'].rstrip()}\n{pad}{found['value']}"


def _explicit(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    if found := re.fullmatch(r"( *)([\w-]+): (\S.*)", lines[place]):
        lines[place] = f"{found[1]}? {found[2]}\n{found[1]}: {found[3]}"


def _other_key(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    indent = re.match(r" *", lines[place])
    assert indent is not None
    lines.insert(max(place, 1), f"{indent[0]}zusatz{number}: [a, {{b: 'c'}}]")


def _outdented(lines: list[str], place: int, number: int, chance: random.Random) -> None:
    end = place + 1
    while end < len(lines) and lines[end].startswith("  "):
        end += 1
    if end > place + 1 and lines[place + 1].startswith("  - "):
        lines[place + 1 : end] = [line[2:] for line in lines[place + 1 : end]]


_LINES = (
    *(_note, _note, _note_behind, _note_behind, _blank, _blanks_behind, _wide, _quoted),
    *(_folded, _folded, _no_break, _no_width, _behind_key, _explicit, _other_key, _outdented),
)
_WHOLE: list[Callable[[str], str]] = [
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text,
    lambda text: text.rstrip("\n"),
    lambda text: text + "\n\n",
]
