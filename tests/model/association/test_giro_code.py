"""The code of a transfer: its lines by EPC069-12, and that a scanner reads them."""

from __future__ import annotations

import pytest
import resvg_py
import zxingcpp

from schaukasten.model.association.bank import Bank
from schaukasten.model.association.giro_code import transfer
from schaukasten.model.association.qr_code import svg
from tests.model.files.pictures import decoded

IBAN = "DE02 1203 0000 0000 2020 51"


def scanned(code: str) -> zxingcpp.Barcode:
    drawn = resvg_py.svg_to_bytes(svg_string=code.replace("<svg", '<svg width="330" height="330"'))
    return zxingcpp.read_barcode(decoded(bytes(drawn)).convert("RGB"))


def test_the_lines_stand_in_the_order_of_the_standard() -> None:
    bank = Bank(holder="Förderverein Größe", iban=IBAN, bic="BYLADEM1001")
    assert transfer(bank, "Spende").split("\n") == [
        "BCD",
        "002",
        "1",
        "SCT",
        "BYLADEM1001",
        "Förderverein Größe",
        "DE02120300000000202051",
        "",
        "",
        "",
        "Spende",
    ]


def test_without_a_bic_its_line_is_empty() -> None:
    assert transfer(Bank(holder="A", iban=IBAN), "Spende").split("\n")[4] == ""


def test_names_and_purposes_are_no_longer_than_a_bank_takes() -> None:
    lines = transfer(Bank(holder="A" * 99, iban=IBAN), "B" * 199).split("\n")
    assert (len(lines[5]), len(lines[10])) == (70, 140)


@pytest.mark.parametrize("holder", ["Förderverein Größe e. V.", "Ж" * 70])
def test_a_scanner_reads_what_was_written(holder: str) -> None:
    text = transfer(Bank(holder=holder, iban=IBAN), "Spende")
    found = scanned(svg(text))
    assert found.text == text
    assert found.ec_level == "M"


@pytest.mark.parametrize(
    ("iban", "in_euros"), [(IBAN, True), ("GB82 WEST 1234 5698 7654 32", False)]
)
def test_only_accounts_in_euros_have_a_code(iban: str, in_euros: bool) -> None:
    assert Bank(holder="A", iban=iban).takes_euros is in_euros


def test_an_iban_is_shown_in_groups_of_four() -> None:
    assert Bank(holder="A", iban="de02120300000000202051").iban_in_fours == IBAN
