"""A name that is not there → the one that was meant, where a person would see it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import PurePath

from schaukasten.model.reading.slug import slugify

#: How much alike two names have to be: a slip of a letter or two.
_ALIKE = 0.8


def nearest(wrong: str, names: Iterable[str]) -> str | None:
    """Return the name of a file or folder that differs by signs, or by a slip; None without one.

    >>> nearest("satzung_2026.pdf", ["Satzung 2026.pdf", "Satzung 2025.pdf"])
    'Satzung 2026.pdf'
    """
    # Another number is another thing, and no slip.
    alike = [name for name in sorted(names) if _numbers(name) == _numbers(wrong)]
    by_words = {slugify(PurePath(name).stem): name for name in alike}
    close = difflib.get_close_matches(slugify(PurePath(wrong).stem), by_words, 1, _ALIKE)
    return by_words[close[0]] if close else None


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", PurePath(name).stem)
