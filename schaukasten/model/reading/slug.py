"""Any text → the part of an address that stands for it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What a reader of the language would write on a typewriter; the rest loses its accents.
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l",
     "đ": "d", "ı": "i", "þ": "th", "ð": "d"}
)  # fmt: skip


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """Return `text` as a part of an address: ä→ae, ß→ss, other letters to ASCII, hyphens.

    >>> slugify("Grüße aus Köln!")
    'gruesse-aus-koeln'
    """
    text = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    text = "".join(" " if unicodedata.category(sign)[0] in "PSZ" else sign for sign in text)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")
