"""What our own reader refuses of YAML, the file format knows before it writes it."""

from __future__ import annotations

import pytest

from schaukasten.model.reading.yaml_text import parse
from tests.browser_editor.scripts import told

pytestmark = pytest.mark.needs("file format")

#: A file, and what is refused of it.
FILES = {
    'title: "a\\nb"\n': ['"a\\nb"'],
    'title: "a\\"b\\\\c"\n': [],
    "title: 'a\\nb'\ntext: a\\nb\n": [],
    "tags:\n  – a\n": ["– a"],
    "tags:\n  - – a\nend: – a\n": [],
    "tags: [x, {a: \"b\\tc\"}]\n": ['"b\\tc"'],
    "title: a\x07b\n": ["\x07"],
    "title: |\n  a\x0bb\n": ["\x0b"],
}  # fmt: skip


@pytest.mark.parametrize("text", FILES, ids=ascii)
def test_both_refuse_the_same(text: str) -> None:
    script = """
    import { slips } from './format/slips.js';
    import { Source } from './format/source.js';
    tell(slips(Source.of(given.text, 'yaml')));
    """
    assert told(script, text=text) == FILES[text]
    assert bool(parse(text).errors) == bool(FILES[text])
