"""What staff write where there is no value: that there is none, or that nobody knows it yet."""

from __future__ import annotations

import re

from pydantic import BeforeValidator

# "nein" is not among them: whether a house has no steps is answered with it.
_NONE = re.compile(
    r"(?:(?:leider|noch|derzeit|zurzeit|bisher) )?"
    r"(?:kein(?:e[nrs]?|s)?(?: eigene[nrs]?)?(?: \w*(?:telefon(?:nummer|anschluss)?|handy|"
    r"fax(?:nummer|gerät|anschluss)?|e-?mail(?:-?adresse)?|anschrift|konto|bankverbindung|nummer|"
    r"(?:register)?eintrag(?:ung)?|ust-id|id|logo|beauftragte[rn]?|behörde|sprechzeiten|zeiten|"
    r"öffnungszeiten|satzung|vorhanden))?"
    r"|(?:gibt es|haben wir|ist) nicht|nicht (?:vorhanden|eingetragen)|entfällt|none)"
)
_UNKNOWN = re.compile(
    r"(?:noch )?(?:unbekannt|offen|unklar|nicht bekannt|ungeklärt)|(?:wird |bitte )?"
    r"(?:nachgereicht|folgt(?: noch)?|nachfragen|ergänzen|klären)|wei(?:ß|ss) nicht|"
    r"fehlt(?: noch)?|tbd|todo|keine angabe|k\. ?a|\?+|x{3,}|unknown"
)
#: All of them, for others that know regular expressions; letters may be capitals.
ANSWERS = (
    f"{_NONE.pattern}|{_UNKNOWN.pattern}".replace(" ?", r"\s*")
    .replace(" ", r"\s+")
    .replace(r"\w", r"\S")
)


def says_none(value: object) -> bool:
    """Return whether a value says that there is none: `keine`, `gibt es nicht`."""
    return _says(_NONE, value)


def says_unknown(value: object) -> bool:
    """Return whether a value says that nobody knows it yet: `unbekannt`, `folgt`."""
    return _says(_UNKNOWN, value)


def _says(words: re.Pattern[str], value: object) -> bool:
    """A list of one, and a mapping of which every value says so, say so too."""
    if isinstance(value, dict):
        return bool(value) and all(_says(words, part) for part in value.values())
    if isinstance(value, list):
        return len(value) == 1 and _says(words, value[0])
    if not isinstance(value, str):
        return False
    return bool(words.fullmatch(" ".join(value.split()).rstrip(".!").casefold()))


def _or_none(value: object) -> object:
    return None if says_none(value) else value


def _or_empty(value: object) -> object:
    return [] if says_none(value) else value


#: For a plain value that may be left out: `keine` leaves it out as well.
OrNone = BeforeValidator(_or_none)
#: For a list that may be empty; it stands behind `AsList`, and so `keine` reaches it first.
OrEmpty = BeforeValidator(_or_empty)
