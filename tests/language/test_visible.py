import pytest

from schaukasten.language.visible import visible


@pytest.mark.parametrize("text", ["", "a b", "Grüße – „ä“ 😀", "שלום", "Haus\N{SOFT HYPHEN}tür"])
def test_what_can_be_seen_stays(text):
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mrot", "�[31mrot"),
        ("a\nb\r", "a�b�"),
        ("a\tb", "a b"),
        ("a\u202eb", "a�b"),
        ("\ufeffa\u2028", "�a�"),
        ("\ud800", "�"),
    ],
)
def test_what_steers_a_terminal_or_hides_is_shown_as_a_sign_at_the_same_length(text, shown):
    assert visible(text) == shown
    assert len(visible(text)) == len(text)
