"""The line and the columns of a problem are the parser's; nothing is searched for."""

import pytest

from schaukasten.model.text.references import References
from schaukasten.model.text.renderer import Renderer
from tests.model.text.rendering import document
from tests.worlds import german

BAD = "[per Mail](post@example.org)"


@pytest.mark.parametrize(
    ("typed", "line", "columns"),
    [
        (f"Schreiben Sie an post@example.org.\n\nOder {BAD}.", 2, (5, 33)),
        (f"post@example.org\nund {BAD}", 1, (4, 32)),
        (f"> Zitat\n> mit {BAD}", 1, (6, 34)),
        (f"- Punkt\n- mit {BAD}", 1, (6, 34)),
        (f"1. Punkt\n\n   Absatz {BAD}", 2, (10, 38)),
        (f"| A | B |\n| --- | --- |\n| post@example.org | {BAD} |", 2, (21, 49)),
        (f"## Zu {BAD}", 0, (6, 34)),
        (f"Text[^1]\n\n[^1]: Siehe {BAD}", 2, (12, 40)),
        (f"- a\n  - b\n    - c {BAD}", 2, (8, 36)),
        (f"> - Punkt\n>   {BAD}", 1, (4, 32)),
        (f"`{BAD}`\n\n{BAD}", 2, (0, 28)),
        (f"```\n{BAD}\n```\n\n{BAD}", 4, (0, 28)),
        (f"**fett {BAD}**", 0, (7, 35)),
        (f"Begriff\n: Erklärung {BAD}", 1, (12, 40)),
        (f"> [!NOTE]\n> {BAD}", 1, (2, 30)),
        (f"<!-- {BAD} -->\n\n{BAD}", 2, (0, 28)),
        ("post@example.org steht oben.\n\n[a\nb](post@example.org)", 2, (0, 2)),
        ("[per Mail] (https://example.org/)", 0, (0, 33)),
        ("Siehe https://example.org\n\nund (Zur Stadt)[https://example.org]", 2, (4, 36)),
        ("| A |\n| --- |\n| ok |\n| [x] (https://example.org/) |", 3, (2, 28)),
    ],
)
def test_a_problem_stands_where_it_was_typed(world, typed, line, columns):
    renderer = Renderer(
        References(world.content, {}, frozenset(), frozenset(), False), "de", "DE", german
    )
    read = document(typed)
    [problem] = renderer.render(read).problems
    assert (problem.line, problem.columns) == (read.body_line + line, columns)
