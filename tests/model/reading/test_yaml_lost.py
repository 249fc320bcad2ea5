import pytest

from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german


def remedies(text: str) -> list[tuple[int, str]]:
    """The lines to copy, each with its line."""
    return [(at.line, why.remedy.text(german).partition(": ")[2]) for at, why in parse(text).errors]


@pytest.mark.parametrize(
    ("typed", "line", "finished"),
    [
        ("a: b\ntitle: Fest #wirsindmehr im Garten", 2, 'title: "Fest #wirsindmehr im Garten"'),
        ("title: #nachbarschaft", 1, 'title: "#nachbarschaft"'),
        ("cost: 5 € #2 der Reihe", 1, 'cost: "5 € #2 der Reihe"'),
        ("title: 'Fest' #mehr", 1, 'title: "Fest #mehr"'),
        ("tags:\n  - #garten\n  - Kinder", 2, '- "#garten"'),
        ("tags: [Garten, #kinder]", 1, '"#kinder"'),
        ("summary: Eins\n  zwei #drei", 1, '"zwei #drei"'),
        ('title: "Fest" im Garten', 1, "title: '\"Fest\" im Garten'"),
        ("title: [Neu] Fest im Garten", 1, 'title: "[Neu] Fest im Garten"'),
        ("title: {Neu} Fest", 1, 'title: "{Neu} Fest"'),
        ("title: 'Oma's Küche'", 1, 'title: "Oma\'s Küche"'),
        ('title: "Sie rief "Halt" laut"', 1, "title: 'Sie rief \"Halt\" laut'"),
        ("title: *Fest*", 1, 'title: "*Fest*"'),
        ("title: @home im Garten", 1, 'title: "@home im Garten"'),
        ("title: !wichtig", 1, 'title: "!wichtig"'),
        ("title: > Alle da", 1, 'title: "> Alle da"'),
        ("title: Fest: alle da", 1, 'title: "Fest: alle da"'),
        ('place: "C:\\Neu"', 1, "place: 'C:\\Neu'"),
        ('place: "C:\\Users"', 1, "place: 'C:\\Users'"),
        ("tags:\n  – Garten", 1, "- Garten"),
        ("tags:\n  • Garten\n  • Kinder", 1, "- Garten"),
    ],
)
def test_what_yaml_would_pass_over_comes_with_the_line_that_keeps_it(typed, line, finished):
    assert remedies(typed) == [(line, finished)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("title: Fest # eine Notiz", "Fest"),
        ("title: Fest #", "Fest"),
        ("title: C#-Kurs", "C#-Kurs"),
        ("title: Fest#1", "Fest#1"),
        ("title: 'Fest #1'", "Fest #1"),
        ("#alt: x\ntitle: Fest", "Fest"),
        ("title: – so –", "– so –"),
        ("title: „Fest“ im Garten", "„Fest“ im Garten"),
        ("title: >\n  Fest #1", "Fest #1"),
        ('title: "Fest \\"A\\""', 'Fest "A"'),
        ("title: 10 % mehr", "10 % mehr"),
        ("title: Er & sie", "Er & sie"),
        ("title: 5*3", "5*3"),
    ],
)
def test_what_is_read_whole_is_no_problem(typed, value):
    read = parse(typed)
    assert (read.errors, read.data["title"]) == ([], value)


def test_the_finished_line_is_read_as_it_was_meant():
    for typed, text in (
        ("title: Fest #1: 'A' und \"B\"", "Fest #1: 'A' und \"B\""),
        ("title: Fest #1 im \\Haus", "Fest #1 im \\Haus"),
    ):
        [(_line, finished)] = remedies(typed)
        assert parse(finished).data == {"title": text}
