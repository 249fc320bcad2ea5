import pytest

from schaukasten.model.reading.slug import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Grüße aus Dortmund!", "gruesse-aus-dortmund"),
        ("Ähre, Öl & Übung", "aehre-oel-uebung"),
        ("STRAẞE", "strasse"),
        ("U\u0308bung", "uebung"),
        ("Café à la crème", "cafe-a-la-creme"),
        ("Un cœur", "un-coeur"),
        ("İstanbul, Ağrı", "istanbul-agri"),
        ("Kadın çalışması", "kadin-calismasi"),
        ("Łódź", "lodz"),
        ("Smørrebrød", "smorrebrod"),
        ("  --a//b..c--  ", "a-b-c"),
        ("Mutter-Kind-Gruppe (0–3)", "mutter-kind-gruppe-0-3"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_a_name_becomes_a_part_of_an_address(text, slug):
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["Grüße aus Dortmund!", "İstanbul", "x-y"])
def test_a_slug_stays_what_it_is(text):
    assert slugify(slugify(text)) == slugify(text)
