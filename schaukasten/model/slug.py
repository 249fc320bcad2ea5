"""Any text → the part of an address that stands for it."""

from __future__ import annotations

import re
import unicodedata


def slugify(text: str) -> str:
    """Return `text` as a part of an address: ä→ae, ß→ss, other letters to ASCII, hyphens.

    >>> slugify("Grüße aus Köln!")
    'gruesse-aus-koeln'
    """
    text = unicodedata.normalize("NFC", text).lower()
    for letter, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        text = text.replace(letter, letters)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")
