import pytest

from schaukasten.model.text.meant import meant


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("example.org", "https://example.org"),
        ("www.example.org/amt?a=b#c", "https://www.example.org/amt?a=b#c"),
        ("Example.ORG/Amt", "https://example.org/Amt"),
        ("http:/example.org", "https://example.org"),
        ("https:\\\\example.org\\a", "https://example.org/a"),
        ("//example.org/x", "https://example.org/x"),
        ("post@example.org", "mailto:post@example.org"),
        ("Mail: post@example.org", "mailto:post@example.org"),
        ("post@example.org?subject=A", "mailto:post@example.org?subject=A"),
        ("0231 141662", "tel:+49231141662"),
        ("Tel. 0231/141662", "tel:+49231141662"),
        ("plan.pdf", None),
        ("../seiten/kontakt.md", None),
        ("kontakt", None),
        ("#anfahrt", None),
        ("siehe oben", None),
    ],
)
def test_a_target_is_read_as_a_person_would(target, wanted):
    assert meant(target, "DE") == wanted
