import pytest

from tests.model.text.rendering import rendered


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Danke an alle!\n-- \nErika", 5),
        ("Wir danken allen.\n---\nErika", 5),
        ("Eins\nzwei\n-----\n", 6),
    ],
)
def test_dashes_that_make_a_heading_of_sentences_are_named(world, typed, line):
    _html, problems = rendered(world, typed)
    assert [one[:2] for one in problems if "eine Überschrift" in one] == [f"{line}:"]


@pytest.mark.parametrize("typed", ["Zeiten\n------\n\nText", "Eins\n\n---\n\nZwei", "Zeiten\n==="])
def test_a_heading_with_a_line_below_it_and_a_rule_are_no_problem(world, typed):
    assert not any("eine Überschrift" in problem for problem in rendered(world, typed)[1])
