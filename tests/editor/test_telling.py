"""What the panel and the terminal are told of a site with more problems than anybody reads."""

from __future__ import annotations

import json

from schaukasten.editor.rebuild import Result
from schaukasten.editor.telling import Teller
from schaukasten.language.messages import Message
from schaukasten.model.reading.problem import Problem, Severity
from tests.worlds import german


def many(tmp_path) -> Result:
    warnings = [
        Problem(f"{number:04}.md", 1, Severity.WARNING, Message("Lang."), Message("Kürzen."))
        for number in range(1000)
    ]
    error = Problem("z.md", 1, Severity.ERROR, Message("Falsch."), Message("Ändern."))
    return Result(tmp_path, german, "de", problems=[*warnings, error])


def test_the_panel_gets_the_weightiest_and_says_how_many_it_shows_of_how_many(tmp_path):
    told = json.loads(Teller(tmp_path, tmp_path).view(many(tmp_path)).news)
    assert told["words"]["counts"] == "Fehler: 1 · Warnungen: 1000 · hier gezeigt: 200"
    assert len(told["findings"]) == 200
    assert told["findings"][0]["what"] == "Falsch."


def test_the_terminal_names_the_command_that_tells_each(tmp_path, capsys):
    Teller(tmp_path, tmp_path).tell(many(tmp_path), 1.0)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 60
    assert lines[0].endswith("z.md:1: Falsch. Ändern.")
    assert lines[-3].endswith("„check --release --all“ nennt jede Stelle.")
    assert lines[-2] == "Fehler: 1 · Warnungen: 1000"


def test_the_desk_gets_every_problem_by_the_name_that_it_has_for_the_file(tmp_path):
    view = Teller(tmp_path, tmp_path / "inhalte").view(many(tmp_path))
    told = json.loads(view.every())
    assert told["build"] == view.build
    assert told["words"]["counts"] == "Fehler: 1 · Warnungen: 1000"
    files = [finding["file"] for finding in told["findings"]]
    assert files[:2] == ["content/z.md", "content/0000.md"]
    assert len(files) == 1001
