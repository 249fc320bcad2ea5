"""Problems: their order, and the line that a person reads. With `messages.py`."""

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Problem, Severity, in_order
from tests.worlds import german


def problem(file: str, line: int, severity: Severity = Severity.ERROR, what: str = "x") -> Problem:
    return Problem(file, line, severity, Message(what), Message("y"))


def test_problems_come_by_file_and_line_and_errors_first_on_a_line():
    hint, warning = problem("a.md", 3, Severity.HINT), problem("a.md", 3, Severity.WARNING)
    expected = [problem("a.md", 2), problem("a.md", 3), warning, hint, problem("b.md", 1)]
    assert in_order(reversed(expected)) == expected


def test_lines_are_ordered_as_numbers():
    assert [one.line for one in in_order([problem("a", 10), problem("a", 9)])] == [9, 10]


def test_the_same_problem_is_told_once():
    assert in_order([problem("a", 1), problem("a", 1)]) == [problem("a", 1)]


def test_a_problem_reads_as_file_line_what_and_remedy_in_german():
    missing = Problem("a.md", 7, Severity.ERROR, _("“{key}” is missing.", key="date"), _("Events"))
    assert missing.text(german) == "a.md:7: Es fehlt „date“. Termine"
    assert missing.text(german, "content") == "content/a.md:7: Es fehlt „date“. Termine"


def test_a_message_within_a_message_is_translated_too():
    message = _("{key}: {what}", key="alt", what=_("The value is empty."))
    assert message.text(german) == "alt: Der Wert ist leer."


def test_braces_in_an_editors_text_stay_as_they_are():
    assert _("“{key}” is missing.", key="{0} {x}").text(german) == "Es fehlt „{0} {x}“."
