import json
from dataclasses import replace

from schaukasten.editor.findings import Finding
from schaukasten.editor.formats import as_github, as_json

FINDING = Finding(
    "content/a.md", 3, 7, "error", "Fehler", "vague_link", "Linktext", "Was.", "So.", "x: y", 3, 4
)


def test_json_is_one_object_with_every_field():
    found = json.loads(as_json([FINDING]))
    assert found["version"] == 1
    [problem] = found["problems"]
    assert problem == FINDING.as_dict()
    assert set(problem) == set(Finding.__dataclass_fields__)
    assert json.loads(as_json([])) == {"version": 1, "problems": []}


def test_a_note_for_github_has_file_line_and_columns():
    assert as_github([FINDING]) == (
        "::error file=content/a.md,line=3,col=7,endColumn=8,title=Linktext::Was. So."
    )


def test_the_weightiest_notes_come_first_each_of_its_kind():
    severities = ("hint", "warning", "open", "error")
    lines = as_github(replace(FINDING, severity=severity) for severity in severities).split("\n")
    assert [line.split(" ")[0] for line in lines] == [
        "::error",
        "::warning",
        "::warning",
        "::notice",
    ]


def test_a_hint_that_is_only_repeated_leaves_room_for_others():
    hints = [replace(FINDING, severity="hint", line=line) for line in range(4)]
    other = replace(FINDING, severity="hint", what="Anderes.")
    assert as_github([*hints, other]).split("\n") == [
        "::notice title=Linktext (4 ×)::Was. So.",
        "::notice file=content/a.md,line=3,col=7,endColumn=8,title=Linktext::Anderes. So.",
    ]


def test_without_a_rule_a_note_is_called_by_its_severity():
    assert ",title=Fehler::" in as_github([replace(FINDING, title="")])


def test_a_text_cannot_end_its_note_and_begin_a_command():
    hostile = replace(
        FINDING, file="a,line=1::x\n::set-env name=A::b", what="100 %\r\n::error::x", title="a:b,c"
    )
    [line] = as_github([hostile]).splitlines()
    assert line == (
        "::error file=a%2Cline=1%3A%3Ax%0A%3A%3Aset-env name=A%3A%3Ab,line=3,col=7,endColumn=8,"
        "title=a%3Ab%2Cc::100 %25%0D%0A::error::x So."
    )
