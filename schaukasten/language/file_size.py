"""How heavy a file is → as people say it, before they ask for it over a telephone."""

from __future__ import annotations

from babel.numbers import format_decimal


def file_size(size: int, language: str) -> str:
    """Return a number of bytes in KB or MB (of a thousand, IEC 80000-13) for a BCP 47 language."""
    locale = language.replace("-", "_")
    kilobytes = max(1, round(size / 1_000))
    if kilobytes < 1_000:
        return f"{kilobytes} KB"
    return f"{format_decimal(size / 1_000_000, '#,##0.0', locale=locale)} MB"
