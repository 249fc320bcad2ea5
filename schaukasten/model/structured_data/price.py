"""What something costs, in words → a price that search engines may show, where it is plain."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schaukasten.model.kinds.facets import is_free

_CURRENCIES = {"€": "EUR", "euro": "EUR", "eur": "EUR", "fr.": "CHF", "chf": "CHF", "£": "GBP"}
_CURRENCY = "|".join(map(re.escape, _CURRENCIES))
_AMOUNT = r"(?P<whole>\d{1,5})(?:[.,](?P<cents>\d{2}|[-–—]))?"
_PLAIN = re.compile(
    rf"(?:(?P<before>{_CURRENCY})\s*{_AMOUNT}|"
    + _AMOUNT.replace("whole", "amount").replace("cents", "rest")
    + rf"\s*(?P<behind>{_CURRENCY}))\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Price:
    """An amount with a point and two digits, or 0; `currency` as in ISO 4217, empty for nothing."""

    amount: str
    currency: str


def price(cost: str | None) -> Price | None:
    """Return the price if it is nothing or one plain amount; “5 to 8 €” is none."""
    if cost is None:
        return None
    if is_free(cost):
        return Price("0", "")
    found = _PLAIN.fullmatch(cost.strip())
    if found is None:
        return None
    cents = found["cents"] or found["rest"] or "00"
    amount = f"{found['whole'] or found['amount']}.{cents if cents.isdigit() else '00'}"
    return Price(amount, _CURRENCIES[(found["before"] or found["behind"]).casefold()])
