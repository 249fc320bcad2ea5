"""A language → the direction in which it is read."""

from __future__ import annotations

from babel import Locale


def direction(language: str) -> str:
    """Return the value of the `dir` attribute for a language."""
    order = Locale.parse(language, sep="-").character_order
    return "rtl" if order == "right-to-left" else "ltr"
