"""What all kept work depends on: this code, the libraries, the version of Python."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from schaukasten.kept.digest import digest_of

_CODE = Path(__file__).parent.parent
_LOCK = _CODE.parent / "requirements.txt"
#: Settings of Pelican that bring into pages what nobody here can see through.
_OF_OTHERS = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS", "THEME_TEMPLATES_OVERRIDES")


@lru_cache
def made_by() -> str:
    """Return the digest of the program, as it was when it was first asked for."""
    files = sorted(_CODE.rglob("*.py"))
    raw = [part for file in files for part in (str(file.relative_to(_CODE)), file.read_bytes())]
    lock = _LOCK.read_bytes() if _LOCK.is_file() else b""
    return digest_of(sys.version, lock, *raw)


def is_all_ours(settings: Mapping[str, Any]) -> bool:
    """Whether pages hang on this program alone, and on no plugin, filter or folder of others."""
    plugins = (str(one) for one in settings["PLUGINS"] or ())
    return all(one.startswith("schaukasten.") for one in plugins) and not any(
        settings.get(name) for name in _OF_OTHERS
    )
