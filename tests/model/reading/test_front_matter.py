import pytest

from schaukasten.model.reading.front_matter import split
from tests.worlds import german


@pytest.mark.parametrize(
    ("text", "data", "body", "body_line"),
    [
        ("---\ntitle: A\n---\nText", {"title": "A"}, "Text", 4),
        ("---  \ntitle: A\n--- \n\nText\n", {"title": "A"}, "\nText\n", 4),
        ("---\n---\nText", None, "Text", 3),
        ("---\ntitle: A\n---", {"title": "A"}, "", 4),
        ("---\na: b\n---\nText\n\n---\n\nmehr", {"a": "b"}, "Text\n\n---\n\nmehr", 4),
        ('---\na: "--- b"\n---\n', {"a": "--- b"}, "", 4),
    ],
    ids=["plain", "spaces", "empty", "no body", "a rule in the body", "hyphens in a value"],
)
def test_a_file_is_cut_at_its_two_lines_of_hyphens(text, data, body, body_line):
    front = split(text)
    assert (front.yaml.data, front.body, front.body_line) == (data, body, body_line)
    assert front.yaml.errors == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen."),
        ("title: A\n---\nText", "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen."),
        ("\n---\na: b\n---\n", "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen."),
        ("----\na: b\n---\n", "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen."),
        ("---\ntitle: A\n\nText", "Es fehlt die zweite Zeile aus drei Bindestrichen"),
    ],
)
def test_a_missing_line_of_hyphens_is_named_with_the_remedy(text, what):
    [(place, error)] = split(text).yaml.errors
    # The second one belongs before the empty line.
    assert place.line == (3 if text.startswith("---\n") else 1)
    assert error.what.text(german).startswith(what)
    assert error.remedy.text(german).startswith("Setzen Sie „---“ auf eine eigene Zeile")


def test_lines_of_the_front_matter_count_from_the_beginning_of_the_file():
    front = split("---\ntitle: A\nimage:\n  file: b\n---\nText")
    assert front.yaml.line_of(("image", "file")) == 4
