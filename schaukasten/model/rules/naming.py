"""Somebody who leaves → the places that still name them, in texts and in data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from schaukasten.model.association.data import Data
from schaukasten.model.association.person import Person
from schaukasten.model.reading.yaml_places import Loc

#: Words before a surname that stands alone: many surnames are words of the language as well.
_POLITE = r"(?:Frau|Herrn?|Fr\.|Hr\.|Ms\.?|Mrs\.?|Mr\.?|Dr\.|Prof\.)"
_BETWEEN = r"[\s*_>]+"
_TITLES = rf"(?:[\w-]+\.{_BETWEEN})*"
#: Shorter rows of digits are parts of something else.
_LEAST_DIGITS = 6
_NUMBER = re.compile(r"\+?\d[\d ()/–-]{4,24}\d")
_ADDRESS = re.compile(r"[^\s<>()\[\]:;,\"]+@[\w.-]*\w")
#: What is never a mention: references, which are told apart, files, and who made a picture
#: (§ 13 UrhG); where a fact comes from, and what was, stay true.
_OTHER_KEYS = frozenset("person id file credit consent source history aliases slug left".split())


@dataclass(frozen=True)
class Naming:
    """How texts name a person, as far as they can mean nobody else who stays."""

    person: Person
    has_own_name: bool
    has_own_surname: bool
    #: E-mail addresses in small letters, telephone numbers as digits.
    reach: frozenset[str]

    @classmethod
    def of(cls, person: Person, data: Data) -> Naming:
        """Return the naming of somebody who leaves, among those who stay."""
        entries = data.people.entries if data.people else []
        others = [one for one in entries if one.left is None and one.id != person.id]
        houses = data.locations.entries if data.locations else []
        common = {key for one in others for key in _reach(one.phone, one.email)}
        common |= {key for one in houses for key in _reach(one.phone.value, one.email.value)}
        return cls(
            person,
            all(one.names != person.names for one in others),
            all(one.names[-1] != person.names[-1] for one in others),
            frozenset(_reach(person.phone, person.email)) - common,
        )

    def lines_of(self, text: str, only_reach: bool = False) -> Iterator[tuple[int, str]]:
        """Yield the lines of a text, from 0, that name the person, each with the words.

        With `only_reach` those alone that also say how to get in touch: what was reported stays.
        """
        found: dict[int, str] = {}
        lines = text.split("\n")
        for number, line in enumerate(lines if self.reach else ()):
            if keys := self.reach & _keys(line):
                is_address = any("@" in key for key in keys)
                found[number] = (self.person.email if is_address else self.person.phone) or ""
        for one in self._names.finditer(text) if self._names else ():
            number = text.count("\n", 0, one.start())
            if not only_reach or "@" in lines[number] or _NUMBER.search(lines[number]):
                found.setdefault(number, " ".join(re.sub(r"[*_>]", "", one[0]).split()))
        yield from sorted(found.items())

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        """The full name in either order, and the surname behind a polite word."""
        *before, last = self.person.names
        surname = rf"{re.escape(last)}(?:s|['’]s?)?(?!\w)"
        ways = []
        if self.has_own_name and not before:
            ways.append(surname)
        if self.has_own_name and before:
            first, *between = map(re.escape, before)
            middle = "".join(rf"(?:{one}{_BETWEEN})?" for one in between)
            # In a text there may be one name more than in the data.
            ways.append(rf"{first}{_BETWEEN}{middle}(?:[A-ZÄÖÜ]\S*{_BETWEEN})?{surname}")
            ways.append(rf"{re.escape(last)},\s+{first}(?!\w)")
        if self.has_own_surname and before:
            ways.append(rf"{_POLITE}{_BETWEEN}{_TITLES}{surname}")
        return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})") if ways else None


def leavers(data: Data) -> list[Person]:
    """Return all who leave on some day, or have left."""
    return [one for one in data.people.entries if one.left] if data.people else []


def texts_in(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield the texts of YAML that are for readers, with their places."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _OTHER_KEYS:
                yield from texts_in(one, (*loc, str(key)))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from texts_in(one, (*loc, number))


def _reach(phone: str | None, email: str | None) -> Iterable[str]:
    digits = _digits(phone or "")
    return [*([email.casefold()] if email else []), *([digits] if _is_number(digits) else [])]


def _keys(line: str) -> set[str]:
    """Return the addresses and numbers in a line."""
    numbers = map(_digits, _NUMBER.findall(line))
    return {*_ADDRESS.findall(line.casefold()), *filter(_is_number, numbers)}


def _is_number(digits: str) -> bool:
    return len(digits) >= _LEAST_DIGITS


def _digits(number: str) -> str:
    """Return the digits of a number without those that lead into its country."""
    inland = re.sub(r"^\s*(?:\+|00)\d\d", "", number)
    return re.sub(r"\(0\)|\D", "", inland).removeprefix("0")
