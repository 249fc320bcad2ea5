"""An account → the QR code from which a bank's app fills in a transfer (EPC069-12, "GiroCode")."""

from __future__ import annotations

import io

import segno

from schaukasten.model.bank import Bank


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


def svg(text: str) -> str:
    """Return a QR code with the standard's error correction M, dark on light with its margin."""
    code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")
    out = io.BytesIO()
    # Black on white in the dark scheme too: that is what scanners read best.
    code.save(out, kind="svg", xmldecl=False, svgns=False, light="white", omitsize=True, nl=False)
    return out.getvalue().decode("utf-8")
