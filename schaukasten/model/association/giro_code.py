"""An account → the QR code from which a bank's app fills in a transfer (EPC069-12, "GiroCode")."""

from __future__ import annotations

from schaukasten.model.association.bank import Bank


def transfer(bank: Bank, purpose: str) -> str:
    """Return the lines of the code: a SEPA transfer in euros, the amount left to the giver."""
    lines = [
        "BCD",
        "002",
        "1",  # UTF-8
        "SCT",
        bank.plain_bic,
        bank.holder[:70],
        bank.plain_iban,
        "",  # amount
        "",  # purpose, as a code of ISO 20022
        "",  # structured reference
        purpose[:140],
    ]
    return "\n".join(lines)
