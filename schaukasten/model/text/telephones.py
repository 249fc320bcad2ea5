"""A running text → the telephone numbers in it, and nothing that only looks like one.

A number that is no link is copied by hand; an account number that is one rings somewhere. So in
doubt it stays text: what is found is written like a number of the country, with its area code or
country code, is valid by that country's numbering plan, and is not said to be something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A whole row of digits, however it is divided; so that no part of a longer one is taken.
_ROW = re.compile(r"(?:\+|\(0|\(\+|0)[\d ()/–-]{4,24}\d")
_BOUNDED = re.compile(r"[\w/.,:+§#€$%*=_@-]")
#: What the digits are, when the word before them says so: an end of a word, or a whole one.
_OTHERWISE = re.compile(
    r"(?:(?:nummern?|nr|zeichen|konto|kennung|schl(?:ü|ue)ssel|code|stück|stelle|seiten?|referenz|"
    r"zweck|ticket|signatur|register|zahl|ziffer|matrikel|linie|fax|id|pin|tan)|(?<!\w)(?:iban|"
    r"bic|kto|blz|az|akte|aktenplan|st|ust|vr|hr[ab]|isbn|issn|ean|gtin|art|passwort|drucksache|vorlage|beschluss|antrag|plz|postfach|police|inventar|los|"
    r"raum|zimmer|band|heft|flur|gemarkung|zähler|paket|lfd|ur|rechnung|bestellung|kasse|version|kurs|bus|vertrag|meeting|"
    r"bahn|zug|flug|ausweis|karte|"
    r"vom|am|bis|seit|zwischen|von|uhr|jahre?))[-.:\s]*$",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}[\s\d]*$")
_DIGITS_BEFORE = re.compile(r"\d,?[ \t]?\Z")
#: 01/02/2026, 01-02-26, 0123/2026: a day, or the number of something in a year.
_DAY_OR_YEAR = re.compile(
    r"0?\d{1,2}[/ -]\s?\d{1,2}[/ -]\s?(?:\d{2}){1,2}|0\d{0,4}\s?[/–-]\s?(?:19|20)?\d{2}"
)
#: 0930-1130
_HOURS = re.compile(r"[012]\d[0-5]\d\s?[-–/]\s?[012]\d[0-5]\d")
_CUE = re.compile(
    r"(?:(?<!\w)tel(?!e?fax)|telefon|rufnummer|notruf|anruf|handy|mobil|(?<!\w)(?:fon|phone)|whatsapp"
    r"|(?<!\w)signal|☎|📞|📱|✆)[^\s,;]{0,10}[\s.:]*$",
    re.IGNORECASE,
)
_UNITS = re.compile(r"\s?(?:€|euro?\b|uhr\b|kg\b|km\b|m²|%|stück\b|°)", re.IGNORECASE)
#: Characters before a number that may say what it is.
NEAR = 80
#: Digits, with the area code.
_SHORTEST = 7
_DIGITS = re.compile(r"\d+")
#: Digits without a gap that are more than any number with an area code has, but for mobile ones.
_UNBROKEN = re.compile(r"0(?!1[567])\d{10,}")


#: Spaces at which no line breaks divide a number, too.
_NARROW = re.compile("[\u00a0\u202f\u2009]")


def telephones(text: str, country: str, before: str = "") -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each number in `text`, and what a phone dials: +49231141662.

    `country` is the ISO 3166 code in which national numbers are read; `before` is what a reader has
    read before the text.
    """
    if not _DIGITS.search(text):
        return
    text = _NARROW.sub(" ", text)
    for found in _ROW.finditer(text):
        start, end = found.span()
        # A bracket that closes behind the number is not its own.
        start += found[0].startswith("(") and ")" not in found[0]
        number = _dialled(text[start:end], country)
        if number and _is_one(before + text, len(before) + start, len(before) + end):
            yield start, end, number


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether nothing around a number says that it is something else."""
    before, row, after = text[max(start - NEAR, 0) : start], text[start:end], text[end:]
    if before and _BOUNDED.match(before[-1]) and not _CUE.search(before):
        return False
    if after and (after[0].isalnum() or re.match(r"[/–-]?\d|[.,:]\d|[@_=§€%*]", after)):
        return False
    if _ACCOUNT.search(before) or _DIGITS_BEFORE.search(before) or _UNITS.match(after):
        return False
    if _DAY_OR_YEAR.fullmatch(row) or _HOURS.fullmatch(row):
        return False
    if _CUE.search(before):
        return True
    if len(_divided(row)[0] + _divided(row)[1]) == _SHORTEST:
        return False  # such as a city hall has; without a word before it, it may be anything
    return not _OTHERWISE.search(before) and not _UNBROKEN.fullmatch(row)


def _dialled(row: str, country: str) -> str | None:
    """Return the number in E.164, or None where it is none, or not written like one."""
    if row.count("(") != row.count(")") or "  " in row:
        return None
    area, rest = _divided(row)
    if (
        not row.startswith("+")
        and rest
        and (not (2 if country == "AT" else 3) <= len(area) <= 5 or rest.startswith("0"))
    ):
        return None
    # The numbering plans of all countries, for the texts that have a number.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(row, country or None)
    except phonenumbers.NumberParseException:
        return None
    if not _SHORTEST <= len(area + rest) <= 15 or not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _divided(row: str) -> tuple[str, str]:
    """Return the digits of the area code and of the rest: 0231, 141662 for (02 31) 14 16 62."""
    divided = re.match(r"\(([\d ]+)\)(.*)|([\d ]+?)\s?/(.*)|(\d+)(.*)", row.lstrip("+"))
    if divided is None:
        return "", ""
    area, rest = (part for part in divided.groups() if part is not None)
    return "".join(_DIGITS.findall(area)), "".join(_DIGITS.findall(rest))
