import pytest

from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.telephone import telephone
from tests.worlds import german


@pytest.mark.parametrize(
    ("number", "country", "target"),
    [
        ("0231 14 16 62", "DE", "+49231141662"),
        ("(0231) 14 16-62", "DE", "+49231141662"),
        ("0231/141662", "DE", "+49231141662"),
        ("+49 231 141662", "AT", "+49231141662"),
        ("0049 231 141662", "DE", "+49231141662"),
        ("020 7946 0000", "GB", "+442079460000"),
    ],
)
def test_a_number_is_dialled_with_its_country(number, country, target):
    assert telephone(number, country) == target


@pytest.mark.parametrize("number", ["-----", "((((((", "     ", "/", "+999 1234567"])
def test_a_number_that_nobody_can_dial_is_refused_with_the_remedy(number):
    with pytest.raises(Invalid) as refused:
        telephone(number, "DE")
    assert refused.value.what.text(german) == f"„{number}“ ist keine Telefonnummer."
    assert refused.value.remedy.text(german) == "Schreiben Sie Ziffern und Leerzeichen: 0231 123456"
