"""A line of a file is told by the entries of lists in which it lies."""

from __future__ import annotations

import pytest

from tests.browser_editor.scripts import told

pytestmark = pytest.mark.needs("file format")

HOUSES = """\
# two houses
- name: "Am Hafen"
  phone: 0231 1
  hours:
    value:
      - wochentag: Montag
        von: 9:00

      # on request
      - {wochentag: Dienstag}
- name: Im Hof
  phone:
    value: 0231 2
    confirmed: no
"""
HISTORY = "short_name: Wir\nhistory:\n- value: {year: 1994, text: Start}\n  confirmed: no\n"


#: A file, one of its lines, and the names.
LINES: list[tuple[str, int, list[str]]] = [
    (HOUSES, 1, []),
    (HOUSES, 2, ["Am Hafen"]),
    (HOUSES, 3, ["Am Hafen"]),
    (HOUSES, 7, ["Am Hafen", "Montag"]),
    (HOUSES, 10, ["Am Hafen", "Dienstag"]),
    (HOUSES, 14, ["Im Hof"]),
    (HOUSES, 99, ["Im Hof"]),
    (HISTORY, 1, []),
    (HISTORY, 4, ["1994"]),
    ("- name: x\n  phone: [\n", 2, []),
    ("- name: &x y\n", 1, []),
    ("- Küche\n- Hof\n", 2, []),
    ("", 1, []),
]


def test_the_entries_around_a_line_have_names() -> None:
    script = (
        "import { entriesAt } from './format/lines.js';"
        "tell(given.lines.map(([text, line]) => entriesAt(text, line, 'yaml')));"
    )
    assert told(script, lines=LINES) == [names for _text, _line, names in LINES]


def test_of_a_text_it_is_the_front_matter_that_counts() -> None:
    text = (
        "---\ntitle: Fest\npictures:\n  - file: a.webp\n    people: ja\n---\n\n- name: no entry\n"
    )
    script = (
        "import { entriesAt } from './format/lines.js';"
        "tell([2, 5].map((line) => entriesAt(given.text, line, 'front-matter')));"
    )
    assert told(script, text=text) == [[], ["a.webp"]]
