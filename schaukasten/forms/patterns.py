"""What a value passes in the model → a pattern that a browser can check, and how it refuses.

A pattern may let pass what the model refuses, but never refuse what the model takes: what looks the
same to a person (`plain_text.look`), answers such as `keine`, capitals. Regular expressions are
those of JavaScript with the flag `u`; each is for the whole value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from schaukasten.forms.parts import Check, Value
from schaukasten.language.messages import Message, _
from schaukasten.model.association.palette import Oklch
from schaukasten.model.reading.address_fields import (
    Email,
    LocalAddress,
    Phone,
    SiteAddress,
    Slug,
    WebAddress,
)
from schaukasten.model.reading.answers import ANSWERS, OrNone
from schaukasten.model.reading.fields import EndTime, LastTime, Time
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.time.words import Weekdays


@dataclass(frozen=True)
class Pattern:
    """A regular expression, and what to write where a value does not fit it."""

    source: str
    ignores_case: bool
    remedy: Message

    def for_browser(self, sentence: str) -> list[str]:
        """Return what Sveltia CMS takes as the `pattern` of a field."""
        return [f"/^(?:{self.source})$/{'iu' if self.ignores_case else 'u'}", sentence]


#: Signs that nobody sees, which names may hold.
_SIGNS = r"\u00ad\u200b\u2060\ufeff\u180e\u2061-\u2064"
_UNSEEN = f"[{_SIGNS}]*"
_AROUND = rf"[\s{_SIGNS}]*"
_CLOCK = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"


def _spelled(word: str) -> str:
    """A word in which signs may stand that nobody sees."""
    return _UNSEEN.join(word)


#: What every way of naming a day has in it: `words`.
_DAYS = "|".join(map(_spelled, "mo di mi do fr sa so täglich jeden wochenende".split()))
_WEB = rf"{_AROUND}{_spelled('http')}.*"
_STEP = rf"{_UNSEEN}[a-z0-9][a-z0-9{_SIGNS}]*"
_NUMBER = r"\p{Nd}{1,3}(?:\.\p{Nd}+)?"

#: By the type in the schemas: the pattern, and whether it ignores capitals.
_SOURCES: list[tuple[object, str, bool]] = [
    (Slug, rf"{_AROUND}{_STEP}(?:-{_STEP})*{_AROUND}", False),
    (Email, r"[^@]+@[^@]+\.[^@.]{2,}", False),
    (Phone, rf"{_AROUND}[+]?[\p{{Nd}}\s()\/{_SIGNS}\-]{{5,}}", False),
    (WebAddress, _WEB, True),
    (SiteAddress, _WEB, True),
    (LocalAddress, rf"{_AROUND}\/(?:[^]*[\/l])?{_AROUND}", False),
    (Oklch, rf"{_NUMBER}% {_NUMBER} {_NUMBER}", False),
    (Time, _CLOCK, False),
    (LastTime, rf"{_CLOCK}|24:00", False),
    (EndTime, rf"{_CLOCK}|24:00", False),
    (Weekdays, rf"[^]*(?:{_DAYS})[^]*", True),
]
#: What several keys check together, by schema and key.
_OF_KEYS: dict[str, tuple[str, bool]] = {
    "Bank.iban": (r"(?:\s*[a-z0-9]){15,34}", True),
    "Bank.bic": (r"(?:\s*[a-z0-9]){8}(?:(?:\s*[a-z0-9]){3})?", True),
}


def _remedy(type_: Any) -> Message:
    """What the model itself says of a value that cannot be right."""
    try:
        TypeAdapter(type_).validate_python("?")
    except ValidationError as error:
        invalid = error.errors()[0]["ctx"]["error"]
        assert isinstance(invalid, Invalid)
        return invalid.remedy
    raise AssertionError(f"“?” is a value of {type_}")


_PATTERNS: dict[Check, Pattern] = {
    get_args(type_)[-1]: Pattern(source, ignores_case, _remedy(type_))
    for type_, source, ignores_case in _SOURCES
}


def pattern_of(value: Value, key: str, is_fact: bool = False) -> Pattern | None:
    """Return the pattern of a value; `key` as in `Bank.iban`; None where there is none."""
    found = next((_PATTERNS[one] for one in reversed(value.checks) if one in _PATTERNS), None)
    if key in _OF_KEYS:
        found = Pattern(*_OF_KEYS[key], _("Copy it from a bank statement."))
    if found and (is_fact or OrNone in value.checks):
        # It may also say that there is none, or that nobody knows.
        source = rf"{found.source}|(?:{ANSWERS})[.!\s]*"
        return Pattern(source, True, found.remedy)
    return found
