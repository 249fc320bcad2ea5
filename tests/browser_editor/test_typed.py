"""Whatever somebody types or pastes, in whatever notation: our own reader reads that very text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise, product
from typing import Any

import pytest

from tests.browser_editor.edits import TEXTS
from tests.browser_editor.file_format import Form, Format
from tests.browser_editor.files import IS_BENCHMARK
from tests.browser_editor.oracle import form_of, normal_form
from tests.browser_editor.small import DATA, PAGE
from tests.browser_editor.spots import Path

WIDE = re.compile("[\u00a0\u2003\u202f]")
#: One file in each notation: everything that is typed into, in every one.
NOTATIONS = {
    "plain": "title: x\ntext: y\ntags:\n  - eins\n  - zwei\npair:\n  a: 1\nfact: f\nend: z\n",
    "double": 'title: "x"\ntext: "y"\ntags: ["eins", zwei]\npair: {a: "1"}\nfact: "f"\n',
    "single": "title: 'x'\ntext: 'y'\ntags: ['eins', zwei]\npair: {a: '1'}\nfact: 'f'\n",
    "literal": "title: |\n  x\ntext: |\n  y\n  yy\ntags:\n  - |\n    eins\n  - zwei\npair:\n"
    "  a: |\n    1\nfact: |\n  f\nend: z\n",
    "folded": "title: |-\n  x\ntext: >-\n  y\n  yy\ntags:\n  - >\n    eins\n  - zwei\npair:\n"
    "  a: >+\n    1\n\nfact: |+\n  f\n\nend: z\n",
    "lines": "title: x\n  xx\ntext: y\n  yy\ntags:\n  - eins\n    eins\n  - zwei\npair:\n  a: 1\n"
    "    1\nfact: f\n  f\nend: z\n",
    "quoted lines": "title: 'x\n  xx'\ntext: \"y\n  yy\"\ntags: ['eins\n  zwei', zwei]\n"
    "pair: {a: 'x\n    y'}\nfact: 'f\n  g'\n",
    "lines in brackets": "title: x\ntext: y\ntags: [eins\n  eins, zwei]\npair: {a: eins\n  eins}\n"
    "fact: {value: f\n  g}\n",
    "lines of their own": "title:\n  x\ntext:\n  'y'\ntags:\n  -\n    eins\n  - zwei\npair:\n  a:\n"
    "    1\nfact:\n  value:\n    f\n  source:\n    s\n",
    "full fact in brackets": "title: x\npair: {a: 'x', b: q}\nfact: {value: f, source: s}\n",
    "empty": "title:\ntext:\ntags:\npair:\nfact:\nend: z\n",
    "empty with notes": "title: # n\ntext: # n\ntags: # n\npair: # n\nfact: # n\nend: z\n",
    "absent": "end: z\n",
    "Windows": "\ufefftitle: x\r\ntext: |\r\n  y\r\npair: {a: 1}\r\nfact: f\r\n",
}
PLACES: list[Path] = [
    ("title",), ("text",), ("tags", 0), ("pair", "a"), ("fact", "value"), ("fact", "source"),
]  # fmt: skip
#: What Word, Excel, a telephone and a hurried person leave in a text.
TYPED = (
    *TEXTS,
    *("5.9.", "18–20 Uhr", unicodedata.normalize("NFD", "Übergröße"), "a\u00adb", "a\u200bb"),
    *("\ta", "--", "null ", "~ ", "Null", "NULL", "a\u0085b", "a\u200d b", "\u00a0a", "a\u00a0"),
    *("a \u00a0#b", "a\u00a0: b", "\u202fa\u202f", "a\u2003#b", "#\u00a0a", "-\u00a0a", "\u00a0"),
    *("Zu sehen:\n  Kinder", "a  \nb", "a\n\u00a0 b", "\u00a0q\nb", "q\n\u00a0b", "a\u00a0\nb"),
    *("a\n-\u00a0b", "a\n#\u00a0b", "a\n1.\u00a0b", "a\n>\u00a0b", "a\nb:\u00a0c", "b:\u00a0c\na"),
    *("- a\n\u00a0b", "a\n\u00a0\nb", "a\n \nb", "a\n\tb", "a\n#b", "a:\nb", "a\n'b'", 'a\n"b"'),
    *("a\\\nb", "a\n\\n", "a \n\n b", "a\u2028\nb", "null\na", "a\nnull", "~\n~", "a: b\n  c"),
    *(
        "a\nb \u00a0c",
        "b\u00a0 c\na",
        "a \u00a0 b",
        "a",
        ":a",
        "?a",
        "-a",
        "a\n> \u00a0b",
        "a\n-  \u00a0b",
        "",
        "  ",
        "\u2028",
        "\u200b",
    ),
)
#: Signs that nobody can type, and what is left of them.
UNSEEN = {
    "a\x07b": "ab", "a\x0bb": "a b", "a\x0cb": "a b", "a\0b": "ab", "\x1f": "", "a\x1fb": "ab",
    "a\ud83d": "a", "\ude00b": "b", "😀\ud83d": "😀", "a\ufffeb": "ab", "a\x90b": "ab",
    "a\x7fb\nc": "ab\nc", "a\n\x0bb": "a\nb", "\0a\nb": "a\nb", "\ud83d\nb": "b",
}  # fmt: skip


def typed(form: Form, path: Path, text: str) -> Form:
    at: Any = form
    for step, following in pairwise(path):
        if isinstance(step, str) and not at.get(step):
            at[step] = [""] if isinstance(following, int) else {}
        at = at[step]
    at[path[-1]] = text
    return form


def file_of(notation: str, layout: str) -> str:
    text = NOTATIONS[notation]
    end = "\r\n" if "\r\n" in text else "\n"
    if layout == "yaml":
        return text
    return f"---{end}{text.removeprefix(chr(0xFEFF))}---{end}{end}Body.{end}"


def cases(notation: str, layout: str) -> Iterator[tuple[Path, str]]:
    """Each text in each notation, and at each place in one of them.

    The notations are the same in both layouts; so in front matter it is a third of the texts, at
    half of the places. All of them are tried by `benchmarks/editor_files.py`.
    """
    number = list(NOTATIONS).index(notation)
    if IS_BENCHMARK:
        yield from product(PLACES, TYPED)
    elif layout == "yaml":
        yield from ((PLACES[(number + at) % len(PLACES)], text) for at, text in enumerate(TYPED))
    else:
        yield from product(PLACES[number % 2 :: 2], TYPED[number % 3 :: 3])


@pytest.mark.parametrize("layout", ["yaml", "front-matter"])
@pytest.mark.parametrize("notation", NOTATIONS)
def test_what_is_typed_is_what_is_read(notation: str, layout: str, file_format: Format) -> None:
    shape = DATA if layout == "yaml" else PAGE
    file = file_of(notation, layout)
    first = file_format.read(file, shape)
    for path, text in cases(notation, layout):
        form = typed(deepcopy(first), path, text)
        written = file_format.write(file, shape, form)
        assert lines(form_of(written, shape)) == lines(normal_form(form, shape)), (path, text)
        # And so it stays.
        assert file_format.write(written, shape, file_format.read(written, shape)) == written


@pytest.mark.parametrize("notation", NOTATIONS)
def test_signs_that_no_reader_takes_are_left_out(notation: str, file_format: Format) -> None:
    file = file_of(notation, "front-matter")
    first = file_format.read(file, PAGE)
    for path in [*PLACES, ("body",)]:
        for text, left in UNSEEN.items():
            form = typed(deepcopy(first), path, text)
            written = file_format.write(file, PAGE, form)
            wanted = typed(form, path, left)
            assert lines(form_of(written, PAGE)) == lines(normal_form(wanted, PAGE)), (path, text)


def lines(data: Any) -> Any:
    """The same without spaces at the ends of lines, which mean nothing in a field."""
    match data:
        case str():
            return "\n".join(WIDE.sub(" ", line).strip() for line in data.split("\n"))
        case dict():
            return {key: lines(one) for key, one in data.items()}
        case list() | tuple():
            return [lines(one) for one in data]
    return data
