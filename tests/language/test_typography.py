import pytest

from schaukasten.language.typography import printed


@pytest.mark.parametrize(
    ("typed", "set_in_german"),
    [
        ('Das "Haus"', "Das „Haus“"),
        ('Sie sagte:"Kommt alle!"', "Sie sagte:„Kommt alle!“"),
        ('="so"', "=„so“"),
        ('"A" und "B"', "„A“ und „B“"),
        ('("A")', "(„A“)"),
        ('"A", "B"; "C".', "„A“, „B“; „C“."),
        ('"Er rief: "Komm!" und ging', "„Er rief: „Komm!“ und ging"),
        ("17\" Bildschirm, 5' hoch", "17\" Bildschirm, 5' hoch"),
        ("'Guten Tag'", "‚Guten Tag‘"),
        ("\"'Komm!', rief sie\"", "„‚Komm!‘, rief sie“"),
        ("Geht's noch? Hans' Rad", "Geht’s noch? Hans’ Rad"),
        ("'s Häusle, 'ne Runde, 'n Kaffee", "’s Häusle, ’ne Runde, ’n Kaffee"),
        ("Die '68er und '90", "Die ’68er und ’90"),
        ("Rein in'n Garten, 'rüber zur Bühne", "Rein in’n Garten, ’rüber zur Bühne"),
        ("Geht´s? Geht`s? ´x und `", "Geht’s? Geht’s? ´x und `"),
        ("„Hallo\" und ging, ‚so'", "„Hallo“ und ging, ‚so‘"),
        ('Ein 26"-Rad und ein 24"-Rad', 'Ein 26"-Rad und ein 24"-Rad'),
        ("in den '90ern", "in den ’90ern"),
        ("Oma's Küche 'Zum Löffel'", "Oma’s Küche ‚Zum Löffel‘"),
        ("Rock 'n' Roll", "Rock ’n’ Roll"),
        ("10--12 Uhr -- so --- oder ...", "10–12 Uhr – so — oder …"),
        ("post@a--b.example und https://a.example/x--y'z", None),
        ("Schon „richtig“ – so", None),
        ("", None),
        ("'", "’"),
        ('"', None),
    ],
)
def test_a_value_is_printed_with_german_marks(typed, set_in_german):
    assert printed(typed, "de") == (typed if set_in_german is None else set_in_german)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“It’s”"),
        ("en-GB", "“It’s”"),
        ("fr", "«It’s»"),
        ("ar", "”It’s“"),
        ("xx", "“It’s”"),
    ],
)
def test_the_marks_are_those_of_the_language(language, expected):
    assert printed('"It\'s"', language) == expected
