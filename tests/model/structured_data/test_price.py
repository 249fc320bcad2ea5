"""What something costs, in words → a price where it is plain."""

from __future__ import annotations

import pytest

from schaukasten.model.structured_data.price import Price, price


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        ("kostenlos", Price("0", "")),
        ("Kostenlos, Spenden sind willkommen", Price("0", "")),
        ("5 €", Price("5.00", "EUR")),
        ("5,50 €", Price("5.50", "EUR")),
        ("12,- €", Price("12.00", "EUR")),
        ("12,– Euro", Price("12.00", "EUR")),
        ("3 Euro.", Price("3.00", "EUR")),
        ("€ 4.20", Price("4.20", "EUR")),
        ("10 EUR", Price("10.00", "EUR")),
        ("Fr. 10.–", Price("10.00", "CHF")),
        ("£3", Price("3.00", "GBP")),
        # What is not one plain amount is for people to read.
        (None, None),
        ("5 bis 8 €", None),
        ("5 €, ermäßigt 3 €", None),
        ("ab 5 €", None),
        ("5 € pro Person", None),
        ("5", None),
        ("kostenlos, Essen 3 €", None),
        ("Spende erbeten", None),
        ("nach Absprache", None),
    ],
)
def test_one_plain_amount_is_a_price(cost: str | None, expected: Price | None) -> None:
    assert price(cost) == expected
