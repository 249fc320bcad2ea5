"""One edit of one small file in each notation: what is written, to the byte."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser_editor.file_format import Format
from tests.browser_editor.small import edit, put

#: What is shown → the file, the path, what is put there, and the file then.
CASES: dict[str, tuple[str, tuple[str | int, ...], Any, str]] = {
    "a note behind a value stays": ("title:   x   # n\n", ("title",), "y", "title:   y   # n\n"),
    "single quotes stay": ("title: 'x'\n", ("title",), "it's", "title: 'it''s'\n"),
    "double quotes stay": ('title: "x"\n', ("title",), 'a "b"', 'title: "a \\"b\\""\n'),
    "a backslash stays a letter": ('title: "x"\n', ("title",), "C:\\n", "title: 'C:\\n'\n"),
    "digits keep the style of what they replace": ("title: 12\n", ("title",), "13", "title: 13\n"),
    "new digits are quoted": ("end: x\n", ("title",), "01067", 'title: "01067"\nend: x\n'),
    "new hours are not": ("end: x\n", ("title",), "18:00", "title: 18:00\nend: x\n"),
    "new days are not": ("end: x\n", ("title",), "2026-01-02", "title: 2026-01-02\nend: x\n"),
    "yes and no are not": ("end: x\n", ("title",), "nein", "title: nein\nend: x\n"),
    "true is": ("end: x\n", ("title",), "true", 'title: "true"\nend: x\n'),
    "a colon is quoted": ("title: x\n", ("title",), "a: b", 'title: "a: b"\n'),
    "a comma is quoted in brackets only": (
        "title: x\ntags: [x]\n",
        ("tags", 0),
        "a, b",
        'title: x\ntags: ["a, b"]\n',
    ),
    "an empty key is filled in before its note": (
        "fact:\n  value:   # nobody knows\n  source: s\n",
        ("fact", "value"),
        "x",
        "fact:\n  value: x   # nobody knows\n  source: s\n",
    ),
    "the value of a fact goes, its key stays": (
        "fact:\n  value: x # n\n  source: s\n",
        ("fact", "value"),
        "",
        "fact:\n  value: # n\n  source: s\n",
    ),
    "a value in the place of keys stays one": ("who: x # n\n", ("who", "a"), "y", "who: y # n\n"),
    "a value in the place of keys gets its key beside another": (
        "who: x # n\n",
        ("who", "b"),
        "z",
        "who:\n  a: x # n\n  b: z\n",
    ),
    "an entry in the place of keys stays one, in a fact": (
        "all:\n  - x\n  - {a: y, b: z}\n",
        ("all", "value", 0, "a"),
        "w",
        "all:\n  - w\n  - {a: y, b: z}\n",
    ),
    "a plain fact stays plain": ("fact: x\n", ("fact", "value"), "y", "fact: y\n"),
    "a fact that nobody has confirmed keeps saying so": (
        "house:\n  value:\n    a: x\n  confirmed: no # asked in May\n",
        ("house", "value", "a"),
        "y",
        "house:\n  value:\n    a: y\n  confirmed: no # asked in May\n",
    ),
    "a day replaces the word that there is none": (
        "fact:\n  value: x\n  confirmed: Nein\n",
        ("fact", "confirmed"),
        "2026-01-02",
        "fact:\n  value: x\n  confirmed: 2026-01-02\n",
    ),
    "a plain fact gets lines for its source": (
        "fact: x # n\n",
        ("fact", "source"),
        "s",
        "fact:\n  value: x # n\n  source: s\n",
    ),
    "keys of a plain fact move in under the value": (
        "house:\n  a: 1 # n\n\n  # note\n  b: |\n    one\n    two\n",
        ("house", "source"),
        "s",
        "house:\n  value:\n    a: 1 # n\n\n    # note\n    b: |\n      one\n      two\n"
        "  source: s\n",
    ),
    "entries of a plain fact move in under the value": (
        "hours:\n- a: 1\n- {a: 2}\n",
        ("hours", "confirmed"),
        "2026-01-02",
        "hours:\n  value:\n  - a: 1\n  - {a: 2}\n  confirmed: 2026-01-02\n",
    ),
    "a fact within brackets stays there": (
        "{fact: x, end: y}\n",
        ("fact", "source"),
        "s",
        "{fact: {value: x, source: s}, end: y}\n",
    ),
    "words in place of keys stay until these are filled in": (
        "house:\n  value: keine\n  source: s\n",
        ("house", "source"),
        "t",
        "house:\n  value: keine\n  source: t\n",
    ),
    "words in place of keys are replaced": (
        "pairs: keine # n\nend: x\n",
        ("pairs",),
        [{"a": "x"}],
        "pairs: # n\n  - a: x\nend: x\n",
    ),
    "keys that no form shows stay when the fact goes": (
        "house:\n  value:\n    a: x\n    other: y\n  source: s\nend: x\n",
        ("house",),
        None,
        "house:\n  value:\n    other: y\nend: x\n",
    ),
    "a new key comes where new files have it": (
        "title: x\n\n# note\nend: y\n",
        ("text",),
        "z",
        "title: x\ntext: z\n\n# note\nend: y\n",
    ),
    "a new key comes behind the block before it": (
        "pair:\n    a: x\n    # of a\n# of end\nend: y\n",
        ("tags",),
        ["z"],
        "pair:\n    a: x\n    # of a\ntags:\n  - z\n# of end\nend: y\n",
    ),
    "a new key comes before the first": (
        "# of the file\ntext: y\n",
        ("title",),
        "z",
        "# of the file\ntitle: z\ntext: y\n",
    ),
    "a key goes and the note above it stays": (
        "title: x # gone\n# stays\ntext: y # gone\n\nend: z\n",
        ("text",),
        "",
        "title: x # gone\n# stays\n\nend: z\n",
    ),
    "a list in lines keeps its indentation": (
        "tags:\n- a # of a\n- b\n",
        ("tags",),
        ["a", "b", "c"],
        "tags:\n- a # of a\n- b\n- c\n",
    ),
    "a list in brackets keeps them": (
        "tags: [ a, 'b' ] # n\n",
        ("tags",),
        ["x", "a", "b"],
        "tags: [ x, a, 'b' ] # n\n",
    ),
    "notes in brackets stay behind what they stand behind": (
        "tags: [\n  a, # of a\n  b,\n  c, # of c\n]\n",
        ("tags",),
        ["a", "c", "d"],
        "tags: [\n  a, # of a\n  c,\n  d, # of c\n]\n",
    ),
    "an entry takes its notes along": (
        "pairs:\n  - a: 1 # one\n\n  # of two\n  - {a: 2, b: 3}\nend: x\n",
        ("pairs",),
        [{"a": "2", "b": "3"}, {"a": "1"}],
        "pairs:\n  # of two\n  - {a: 2, b: 3}\n\n  - a: 1 # one\nend: x\n",
    ),
    "a new entry has a blank line where others have one": (
        "pairs:\n  - a: x\n\n  - a: y\nend: x\n",
        ("pairs",),
        [{"a": "x"}, {"a": "new"}, {"a": "y"}],
        "pairs:\n  - a: x\n\n  - a: new\n\n  - a: y\nend: x\n",
    ),
    "the first key of an entry goes": (
        "pairs:\n  - a: x # n\n\n    b: y\n",
        ("pairs", 0, "a"),
        "",
        "pairs:\n  - b: y\n",
    ),
    "an empty list that must be there is filled in": (
        "times: [] # n\nend: x\n",
        ("times",),
        [{"a": "x", "b": "y"}],
        "times: # n\n  - a: x\n    b: y\nend: x\n",
    ),
    "a list that must be there is emptied": (
        "times:\n  - a: x\n    b: y\nend: x\n",
        ("times",),
        [],
        "times: []\nend: x\n",
    ),
    "a single value becomes a list": ("tags: a\n", ("tags",), ["a", "b, c"], 'tags: [a, "b, c"]\n'),
    "single keys become a list": (
        "pairs:\n  a: x\n  # n\n  b: y\n",
        ("pairs",),
        [{"a": "x", "b": "y"}, {"a": "z"}],
        "pairs:\n  - a: x\n    # n\n    b: y\n  - a: z\n",
    ),
    "a bare day stays bare": ("off: [2026-01-01] # n\n", ("off", 0, "am"), "2026-01-02",
                              "off: [2026-01-02] # n\n"),
    "a bare day gets a key when it is given a reason": (
        "off:\n  - 2026-01-01 # n\n",
        ("off", 0, "grund"),
        "x",
        "off:\n  - am: 2026-01-01 # n\n    grund: x\n",
    ),
    "days stay a list": ("days: [Montag, Mittwoch]\n", ("days",), "Montag, Freitag",
                         "days: [Montag, Freitag]\n"),
    "a folded text is not wrapped anew": (
        "text: >-\n  one two\n  three four\n\n  five\nend: x\n",
        ("text",),
        "one two 3 four\nfive",
        "text: >-\n  one two\n  3 four\n\n  five\nend: x\n",
    ),
    "a plain text on several lines is not wrapped anew": (
        "text: one\n  two three\n  four # n\n",
        ("text",),
        "one two drei four",
        "text: one\n  two drei\n  four # n\n",
    ),
    "a quoted text on several lines is not wrapped anew": (
        "text: 'one\n\n  it''s three'\n",
        ("text",),
        "one\nit's 3",
        "text: 'one\n\n  it''s 3'\n",
    ),
    "a literal text keeps its other lines": (
        "text: |+\n    one\n\n      two\n\nend: x\n",
        ("text",),
        "one\n\n  2\nthree",
        "text: |+\n    one\n\n      2\n    three\n\nend: x\n",
    ),
    "a text gets several lines": (
        "text: x # n\nend: y\n",
        ("text",),
        "a\n\nb",
        "text: | # n\n  a\n\n  b\nend: y\n",
    ),
    "line ends stay those of Windows": (
        "\ufefftitle: x\r\nend: y\r\n",
        ("text",),
        "a\r\nb",
        "\ufefftitle: x\r\ntext: |\r\n  a\r\n  b\r\nend: y\r\n",
    ),
    "a file without a last line end gets none": ("title: x", ("end",), "y", "title: x\nend: y"),
    "a key on a line of its own": ("? title\n: x # n\n", ("title",), "y", "? title\n: y # n\n"),
    "a quoted key": ("\"title\": x\nend: y\n", ("title",), "z", "\"title\": z\nend: y\n"),
    "unknown keys stay in brackets": (
        "{other: [1, {x: y}], title: x} # n\n",
        ("end",),
        "y",
        "{other: [1, {x: y}], title: x, end: y} # n\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_what_is_written(what: str, file_format: Format) -> None:
    text, path, value, wanted = CASES[what]
    assert edit(file_format, text, put(*path, to=value)) == wanted
