"""What editors for content in Git are reported to have lost, each with the report's number."""

from __future__ import annotations

import pytest
from ruamel.yaml import YAML

from tests.browser_editor.edits import TEXTS
from tests.browser_editor.file_format import Format
from tests.browser_editor.small import DATA, PAGE, edit, put

#: Who lost what → a file; its key `end` is changed, and nothing else may.
REPORTS = {
    "decap-cms 5099: notes at the top of a data file": (
        "# Who edits this by hand: see README.\n# Second line.\n\ntitle: x\nend: a\n"
    ),
    "decap-cms 5253: the order of keys": "permalink: /x/\nend: a\nlast_modified_at: 1\ntitle: x\n",
    "decap-cms 5439: quotation marks around digits and commas": (
        'tags:\n    - "1,4,5,3,45,34"\nend: a\n'
    ),
    "decap-cms 2745: noughts at the beginning": "title: 008000\ntext: '008000'\nend: a\n",
    "vscode-front-matter 835: notes behind entries of a list": (
        "tags:\n  - fxcf9 # the post about x\n  - c4737 # the post about y\nend: a\n"
    ),
    "mcpvault 75, python-frontmatter 61: hours": "title: 10:00\ntext: 06:20\nend: a\n",
    "nimbalyst 1552: days, and quotes that are needed or not": (
        "title: 2026-09-19\ntext: \"yes\"\nother: 'gate: open'\nend: a # why\n"
    ),
    "hugo, jekyll: templates in comments and in texts": (
        "# {{ date }}\ntitle: \"{{ page.title }}\"\nend: a\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("shape", [DATA, PAGE], ids=["data", "page"])
def test_nothing_of_it_happens_here(report: str, shape: dict, file_format: Format) -> None:
    text = REPORTS[report] if shape is DATA else f"---\n{REPORTS[report]}---\n\nText.\n"
    wanted = text.replace("end: a", "end: changed")
    assert edit(file_format, text, put("end", to="changed"), shape) == wanted


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:20]))
def test_an_older_reader_of_yaml_finds_no_syntax_in_texts(text: str, file_format: Format) -> None:
    yaml = YAML(typ="rt", pure=True)
    yaml.version = (1, 1)
    form = {"title": text, "tags": [text, "x"], "fact": {"value": text, "source": text}}
    read = yaml.load(file_format.write(None, DATA, form))
    assert list(read) == ["title", "fact", "tags", "times"]
    assert len(read["tags"]) == 2
    assert not isinstance(read["title"], (dict, list))
