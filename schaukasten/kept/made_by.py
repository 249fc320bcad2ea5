"""What all kept work depends on: this code, the libraries, the version of Python."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from schaukasten.kept.digest import digest_of

_CODE = Path(__file__).parent.parent
_LOCK = _CODE.parent / "requirements.txt"


@lru_cache
def made_by() -> str:
    """Return the digest of the program, as it was when it was first asked for."""
    files = sorted(_CODE.rglob("*.py"))
    raw = [part for file in files for part in (str(file.relative_to(_CODE)), file.read_bytes())]
    lock = _LOCK.read_bytes() if _LOCK.is_file() else b""
    return digest_of(sys.version, lock, *raw)
