from tests.worlds import THEME, german, theme


def test_a_theme_has_all_colours_and_the_words_of_a_language():
    assert theme().palette.ink is not None
    assert theme().translate("de")("Table") == german("Table") != "Table"
    assert theme().translate("fr")("Table") == "Table"


def test_the_places_of_a_template_are_those_that_it_writes_out():
    anchors = theme().anchors
    assert {path.stem for path in (THEME / "templates").glob("*.html")} == set(anchors)
    assert "anfahrt" in anchors["contact"]
    assert "page-content" in anchors["base"]
    assert not any("{" in anchor for anchors in anchors.values() for anchor in anchors)
