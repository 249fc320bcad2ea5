"""A line of a file is told by the field, and by the entries of lists, in which it lies."""

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
LINES: list[tuple[str, int, list[str], str]] = [
    (HOUSES, 1, [], "entries"),
    (HOUSES, 2, ["Am Hafen"], "entries.0.name"),
    (HOUSES, 3, ["Am Hafen"], "entries.0.phone"),
    (HOUSES, 7, ["Am Hafen", "Montag"], "entries.0.hours.value.0.von"),
    (HOUSES, 10, ["Am Hafen", "Dienstag"], "entries.0.hours.value.1.wochentag"),
    (HOUSES, 14, ["Im Hof"], "entries.1.phone.confirmed"),
    (HOUSES, 99, ["Im Hof"], "entries.1.phone.confirmed"),
    (HISTORY, 1, [], "short_name"),
    (HISTORY, 4, ["1994"], "history.0.confirmed"),
    ("- name: x\n  phone: [\n", 2, [], ""),
    ("- name: &x y\n", 1, [], ""),
    ("- Küche\n- Hof\n", 2, [], "entries.1"),
    ("", 1, [], ""),
]


def test_a_line_lies_in_a_field_and_in_entries_with_names() -> None:
    script = (
        "import { placeAt } from './format/lines.js';"
        "tell(given.lines.map(([text, line]) => placeAt(text, line, 'yaml')));"
    )
    wanted = [{"entries": names, "path": path} for _text, _line, names, path in LINES]
    assert told(script, lines=LINES) == wanted


def test_of_a_text_it_is_the_front_matter_that_has_fields_and_the_body_is_one() -> None:
    text = (
        "---\ntitle: Fest\npictures:\n  - file: a.webp\n    people: ja\n---\n\n- name: no entry\n"
    )
    script = (
        "import { placeAt } from './format/lines.js';"
        "tell([2, 5, 8].map((line) => placeAt(given.text, line, 'front-matter')));"
    )
    assert told(script, text=text) == [
        {"entries": [], "path": "title"},
        {"entries": ["a.webp"], "path": "pictures.0.people"},
        {"entries": [], "path": "body"},
    ]
