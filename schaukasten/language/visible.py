"""Text from anywhere → the same as a terminal may print it: nothing in it steers or hides."""

from __future__ import annotations

import unicodedata

#: Controls, which move a terminal's cursor; formats, which turn the direction of the line (the
#: "Trojan Source" attack); halves of characters, which cannot be written; line separators.
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
#: Formats that belong to the writing of a language: soft hyphen, joiners.
_HARMLESS = "\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def visible(text: str) -> str:
    """Return `text` at the same length, with a sign in the place of what cannot be seen."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " "
        if sign == "\t"
        else "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(sign) in _HIDDEN and sign not in _HARMLESS
        else sign
        for sign in text
    )
