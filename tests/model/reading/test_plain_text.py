import unicodedata

import pytest

from schaukasten.model.reading.plain_text import look, plain, plain_markdown, plain_yaml

NBSP, NARROW, ZERO, SOFT = "\u00a0", "\u202f", "\u200b", "\u00ad"


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (unicodedata.normalize("NFD", "Grüße für Öl"), "Grüße für Öl"),
        (f"Fest{ZERO} im\u2060 Garten\ufeff", "Fest im Garten"),
        ("Eins\u2028zwei", "Eins zwei"),
        (f"e.{NBSP}V.", f"e.{NBSP}V."),
        (f"Mütter{SOFT}zentrum", f"Mütter{SOFT}zentrum"),
        ("می\u200cخواهم 👨\u200d👩\u200d👧", "می\u200cخواهم 👨\u200d👩\u200d👧"),
        ("ภาษา\u200bไทย", "ภาษา\u200bไทย"),
    ],
)
def test_what_looks_the_same_is_the_same_and_what_is_seen_stays(typed, same):
    assert plain(typed) == same


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (f"date:{NBSP}2026-11-17", "date: 2026-11-17"),
        (f"date: 2026-11-17{NBSP}", "date: 2026-11-17"),
        (f"date{NBSP}:{NARROW} 2026-11-17", "date: 2026-11-17"),
        (f"{NBSP}{NBSP}file: a.jpg", "  file: a.jpg"),
        (f"  -{NBSP}Garten", "  - Garten"),
        (f"tags: a{NBSP}# Notiz", "tags: a # Notiz"),
        (f"title: e.{NBSP}V. in{NARROW}Köln", f"title: e.{NBSP}V. in{NARROW}Köln"),
        ("title: Fest", "title: Fest"),
    ],
)
def test_only_plain_spaces_stand_where_yaml_wants_one(typed, read):
    assert plain_yaml(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (f"##{NBSP}Zeiten", "## Zeiten"),
        (f"-{NBSP}Besteck", "- Besteck"),
        (f"  1.{NARROW}Besteck", "  1. Besteck"),
        (f">{NBSP}Zitat", "> Zitat"),
        (f"a\n{NBSP}\nb", "a\n\nb"),
        (f"[x]({NBSP}plan.pdf{SOFT})", "[x](plan.pdf)"),
        (f"Um 15{NBSP}Uhr", f"Um 15{NBSP}Uhr"),
        (f"Mütter{SOFT}zentrum", f"Mütter{SOFT}zentrum"),
        ("Zeile  \nzwei", "Zeile  \nzwei"),
    ],
)
def test_only_plain_spaces_stand_where_markdown_wants_one(typed, read):
    assert plain_markdown(typed) == read


def test_names_that_look_the_same_are_one():
    screenshot = f"Bildschirmfoto um 10.00{NARROW}Uhr.png"
    assert look(screenshot) == look("Bildschirmfoto um 10.00 Uhr.png")
    assert look(unicodedata.normalize("NFD", "grün.jpg")) == look("grün.jpg")
    assert look(f"Offener{NBSP}Treff") == look(f"Offener Tr{SOFT}eff{ZERO}") == "Offener Treff"
    assert look("foto.jpg") != look("Foto.jpg")
