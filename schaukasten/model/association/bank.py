"""The account for donations, with the check of its number."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.reading.answers import OrNone, says_none
from schaukasten.model.reading.fields import Text
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema

#: Countries whose accounts are in euros (2026), so that a bank's app reads their GiroCode.
_EURO = frozenset(
    "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA".split()
)


class Bank(Schema):
    holder: Text = Field(examples=["Verein Beispiel e. V."])
    iban: Text = Field(examples=["DE02 1203 0000 0000 2020 51"])
    bic: Annotated[Text | None, OrNone] = Field(default=None, examples=["BYLADEM1001"])
    institute: Annotated[Text | None, OrNone] = Field(default=None, examples=["Beispielbank"])

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        return {"holder": "…", "iban": text}

    @model_validator(mode="after")
    def _iban_checks_out(self) -> Bank:
        # ISO 13616: move the first four characters to the end, letters to numbers, modulo 97 = 1.
        iban = self.plain_iban
        if says_none(self.iban):
            what = _("An account without an IBAN takes no money.")
            raise Invalid(what, _("Where there is no account, write one line: bank: keine"))
        turned = iban[4:] + iban[:4]
        if (
            not (_joined(self.iban).isascii() and turned.isalnum())
            or not 15 <= len(iban) <= 34
            or _mod_97(turned) != 1
        ):
            what = _("The IBAN “{iban}” is wrong: its check digits do not fit.", iban=self.iban)
            raise Invalid(what, _("Copy it from a bank statement."))
        return self

    @model_validator(mode="after")
    def _bic_is_one(self) -> Bank:
        # ISO 9362: bank, country and place, and perhaps a branch.
        form = r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"
        if self.bic and not (_joined(self.bic).isascii() and re.fullmatch(form, self.plain_bic)):
            what = _("The BIC “{bic}” is wrong: it has 8 or 11 letters and digits.", bic=self.bic)
            raise Invalid(what, _("Copy it from a bank statement."))
        return self

    @property
    def plain_bic(self) -> str:
        return _joined(self.bic or "").upper()

    @property
    def plain_iban(self) -> str:
        return _joined(self.iban).upper()

    @property
    def iban_in_fours(self) -> str:
        """The number as ISO 13616 prints it."""
        iban = self.plain_iban
        return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))

    @property
    def takes_euros(self) -> bool:
        return self.plain_iban[:2] in _EURO


def _joined(number: str) -> str:
    """A number without its spaces; in capitals an ß would be two letters."""
    return "".join(number.split())


def _mod_97(characters: str) -> int:
    return int("".join(str(int(character, 36)) for character in characters)) % 97
