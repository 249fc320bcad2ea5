"""More problems than anybody reads: on one screen, counted to the last one."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.report.excerpt import Excerpts
from schaukasten.report.report import Report
from schaukasten.report.selection import FEW, LINES, QUOTED, fitting
from tests.worlds import german

EVERY = "check --all"
MANY = 10_000


def vague(number: int, severity: Severity = Severity.WARNING) -> Problem:
    what = _("“{text}” leads anywhere.", text=number)
    return Problem(f"{number:05}.md", 2, severity, what, Message("Say where."))


def of_a_kind(kind: int, severity: Severity = Severity.HINT) -> Problem:
    return Problem("a.md", kind + 1, severity, Message(f"Kind {kind}."), Message("Mend it."))


@pytest.fixture
def printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    for number in range(30):
        (tmp_path / f"{number:05}.md").write_text("one\ntwo\n")

    def run(problems: list[Problem], every: str = EVERY, in_full: bool = False) -> list[str]:
        Report(tmp_path, "content", german, every).print(problems, in_full)
        return capsys.readouterr().out.splitlines()

    return run


def counted(lines: list[str]) -> int:
    """The places that are printed, and those of which is said only how many there are."""
    cut = [re.search(r"weitere (?:dieser|anderer) Art: (\d+)", line) for line in lines]
    places = [line for line in lines if re.match(r"content/[\w.]+:\d+: ", line)]
    return len(places) + sum(int(found[1]) for found in cut if found)


def test_of_many_of_one_kind_the_remedy_is_told_once_and_the_rest_is_counted(printed):
    lines = printed([vague(number) for number in range(MANY)])
    assert len(lines) <= LINES
    assert lines[0] == "content/00000.md:2: Warnung: “0” leads anywhere. Say where."
    assert lines[3] == "content/00001.md:2: Warnung: “1” leads anywhere."
    shown = sum(line.startswith("content/") for line in lines)
    assert lines[-2:] == [
        f"… weitere dieser Art: {MANY - shown}. „check --all“ nennt jede Stelle.",
        f"Warnungen: {MANY}",
    ]
    assert sum("^" in line for line in lines) == QUOTED


def test_a_remedy_that_is_another_one_is_told_at_its_place(printed):
    found = [
        Problem("a.md", line, Severity.WARNING, Message("Long."), _("Cut {count}.", count=line))
        for line in range(1, FEW + 2)
    ]
    assert f"content/a.md:{FEW + 1}: Warnung: Long. Cut {FEW + 1}." in printed(found)


def test_a_list_that_is_hardly_too_long_is_told_to_its_end(printed):
    lines = printed([vague(number) for number in range(FEW + 1)])
    assert not any("weitere" in line for line in lines)
    assert counted(lines) == FEW + 1


@pytest.mark.parametrize("severity", Severity)
def test_however_they_are_mixed_they_fit_and_none_is_passed_over(printed, severity):
    for count, kinds in product([0, 1, 3, 24, 25, 48, 49, 60, 300], [0, 1, 2, 15, 24, 25, 49, 60]):
        problems = [vague(number) for number in range(count)]
        problems += [of_a_kind(kind, severity) for kind in range(kinds)]
        lines = printed(problems)
        assert counted(lines) == count + kinds
        # An error has its own line always, and where it can be quoted two more.
        errors = kinds if severity is Severity.ERROR else 0
        assert count + kinds <= FEW or len(lines) <= LINES + 3 * errors


def test_errors_come_first_and_none_is_cut(printed):
    errors = [vague(number, Severity.ERROR) for number in range(3 * LINES)]
    others = [vague(number) for number in range(MANY)]
    others += [of_a_kind(kind, Severity.OPEN) for kind in range(3)]
    lines = printed([*others, *errors])
    places = [line for line in lines if line.startswith("content/")]
    for number, line in enumerate(places[: 3 * LINES]):
        assert line.startswith(f"content/{number:05}.md")
        assert "ebenso" not in line
    assert "Offen: Kind 0." in places[3 * LINES]
    assert counted(lines) == 3 * LINES + 3 + MANY


def test_the_kind_of_a_problem_with_a_key_is_the_kind_of_what_is_wrong_there():
    def wrong(key: str, line: int, what: Message) -> Problem:
        what = _("{key}: {what}", key=key, what=what)
        return Problem("a.md", line, Severity.WARNING, what, Message("Mend it."))

    problems = [wrong("date", line, _("no day: {day}", day=line)) for line in range(15)]
    problems += [wrong("end", line, _("no time")) for line in range(15)]
    assert [len(group.problems) for group in fitting(problems).groups] == [15, 15]


def test_each_is_told_in_full_where_somebody_asks_for_it(printed):
    lines = printed([vague(number) for number in range(60)], in_full=True)
    assert sum(line.endswith("Say where.") for line in lines) == 60
    assert sum("^" in line for line in lines) == 30


def test_nothing_is_left_out_that_no_command_would_name(printed):
    lines = printed([vague(number) for number in range(300)], every="")
    assert counted(lines) == sum(line.startswith("content/") for line in lines) == 300
    assert sum("Say where." in line for line in lines) == 1


def test_what_is_not_shown_is_neither_read_nor_translated(tmp_path, capsys, monkeypatch):
    read: list[Problem] = []
    monkeypatch.setattr(Excerpts, "of", lambda self, problem: read.append(problem))
    translated: list[str] = []

    def gettext(msgid: str) -> str:
        translated.append(msgid)
        return german(msgid)

    Report(tmp_path, "", gettext, EVERY).print([vague(number) for number in range(MANY)])
    assert len(read) == QUOTED
    assert len(translated) < 3 * LINES
