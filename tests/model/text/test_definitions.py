import pytest

from tests.model.text.rendering import rendered


@pytest.mark.parametrize(
    ("typed", "line", "says"),
    [
        ("Text\n\n[Stadt]: https://example.org", 6, "Diese Zeile erscheint nicht: Sie sagt, wohin"),
        ("[Uhrzeit]: 10 \n", 4, "Diese Zeile erscheint nicht"),
        ("[a]\n\n[a]: https://a.org\n[a]: https://b.org", 7, "Wohin „[a]“ führt, steht hier zum"),
        (
            "Text\n\n[^1]: Note",
            6,
            "Diese Fußnote erscheint nicht: Nichts im Text verweist auf sie.",
        ),
        ("T[^1]\n\n[^1]: A\n\n[^1]: B", 8, "Die Fußnote „1“ steht hier zum zweiten Mal."),
        ("Text\n\n*[MGH]: Haus", 6, "Diese Zeile erscheint nicht: „MGH“ steht nirgends"),
        ("| A |\n| --- |\n| 1 | 2 |", 6, "Diese Zeile hat mehr Felder als die erste"),
        ("> | A |\n> | --- |\n> | 1 | 2 |", 6, "Diese Zeile hat mehr Felder als die erste"),
        ("```\noffen", 4, "„```“ leitet hier Computercode ein, und nichts beendet ihn."),
        ("- Punkt\n  ```\n  offen", 5, "„```“ leitet hier Computercode ein"),
    ],
)
def test_what_is_read_and_never_shown_is_told(world, typed, line, says):
    _html, problems = rendered(world, typed)
    assert any(one.startswith(f"{line}: {says}") for one in problems)
