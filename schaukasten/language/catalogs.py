"""A language → its gettext catalog, read straight from the `.po` file of the theme.

The compiled `.mo` is not committed, so that a catalog cannot lag behind its source.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

from schaukasten.language.po_file import PoTranslations

#: For messages when the association's own language cannot be read.
FALLBACK_LANGUAGE = "de"


@lru_cache
def catalog(theme: Path, language: str) -> NullTranslations:
    """Return the translations of the theme folder into `language` (BCP 47).

    Without a catalog the English texts of the source are used.
    """
    for name in (language.replace("-", "_"), language.split("-")[0]):
        path = theme / "translations" / name / "LC_MESSAGES" / "messages.po"
        if path.is_file():
            with path.open("rb") as source:
                return PoTranslations(source)
    return NullTranslations()
