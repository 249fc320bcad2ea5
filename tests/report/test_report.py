import pytest

from schaukasten.language.messages import Message
from schaukasten.model.reading.problem import Columns, Problem, Severity
from schaukasten.report.report import Report
from tests.worlds import german


def problem(
    file: str,
    line: int,
    severity: Severity = Severity.ERROR,
    what: str = "x",
    columns: Columns | None = None,
) -> Problem:
    return Problem(file, line, severity, Message(what), Message("Neu schreiben."), columns=columns)


@pytest.fixture
def printed(tmp_path, capsys):
    (tmp_path / "a.md").write_text("---\ndate: gestern\nort: 日本 hier\n")

    def print_all(*problems: Problem) -> list[str]:
        Report(tmp_path, "content", german).print(problems)
        return capsys.readouterr().out.splitlines()

    return print_all


def test_an_error_is_told_with_its_line_and_its_place(printed):
    assert printed(problem("a.md", 2, columns=(6, 13))) == [
        "content/a.md:2: x Neu schreiben.",
        "     2 │ date: gestern",
        "       │       ^^^^^^^",
        "Fehler: 1",
    ]


def test_the_mark_stands_below_its_place_behind_wide_letters(printed, tmp_path):
    (tmp_path / "a.md").write_text("日本 hier")
    found = printed(problem("a.md", 1, columns=(3, 7)))
    assert found[1:3] == ["     1 │ 日本 hier", "       │      ^^^^"]


def test_what_is_no_error_says_what_it_is(printed):
    lines = printed(problem("a.md", 9, Severity.WARNING), problem("a.md", 9, Severity.HINT))
    assert lines == [
        "content/a.md:9: Warnung: x Neu schreiben.",
        "content/a.md:9: Hinweis: x Neu schreiben.",
        "Warnungen: 1 · Hinweise: 1",
    ]


def test_problems_come_by_file_and_line(printed):
    lines = printed(problem("b.md", 1), problem("a.md", 10), problem("a.md", 9))
    assert [line.split(" ")[0] for line in lines[:-1]] == [
        "content/a.md:9:", "content/a.md:10:", "content/b.md:1:",
    ]  # fmt: skip


def test_a_hint_that_is_only_repeated_is_told_once_with_its_places(printed):
    hints = [problem("a.md", line, Severity.HINT) for line in range(5, 9)]
    assert printed(*hints) == [
        "content/a.md:5: Hinweis: x Neu schreiben.",
        *(f"content/a.md:{line}: Hinweis: ebenso" for line in range(6, 9)),
        "Hinweise: 4",
    ]


def test_an_error_is_never_told_only_once_for_many_places(printed):
    assert len(printed(*(problem("a.md", line) for line in range(5, 9)))) == 5


def test_errors_come_before_all_that_can_wait(printed):
    lines = printed(problem("a.md", 9, Severity.WARNING), problem("b.md", 1))
    assert [line.split(" ")[0] for line in lines[:2]] == ["content/b.md:1:", "content/a.md:9:"]


def test_nothing_in_names_and_lines_steers_the_terminal_or_counts_as_markup(printed):
    lines = printed(problem("\x1b]0;x\x07[red]\nb.md", 1, what="[bold]\x1b[2J :smile:"))
    assert lines[0] == "content/�]0;x�[red]�b.md:1: [bold]�[2J :smile: Neu schreiben."


def test_colours_are_for_terminals(printed, monkeypatch):
    assert not any("\x1b" in line for line in printed(problem("a.md", 2)))
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert any(
        "\x1b[1;31mgestern\x1b[0m" in line for line in printed(problem("a.md", 2, columns=(6, 13)))
    )


def test_without_problems_nothing_is_said(printed):
    assert printed() == []
