"""What all kept work depends on: this code, the libraries, the version of Python."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from schaukasten.kept.digest import digest_of
from schaukasten.kept.stamps import TICK, stamp

_CODE = Path(__file__).parent.parent
_LOCK = _CODE.parent / "requirements.txt"
#: Settings of Pelican that bring into pages what nobody here can see through.
_OF_OTHERS = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS", "THEME_TEMPLATES_OVERRIDES")


@lru_cache
def made_by() -> str:
    """Return the digest of the program, as it was when it was first asked for.

    Of its files it is enough how they look, unless one was written just now.
    """
    found = dict(_looked_at(str(_CODE)))
    newest = max(max(stat.st_mtime_ns, stat.st_ctime_ns) for stat in found.values())
    is_settled = newest < time.time_ns() - TICK
    looks = (
        part
        for path, stat in sorted(found.items())
        for part in (path, stamp(stat) if is_settled else Path(path).read_bytes())
    )
    lock = _LOCK.read_bytes() if _LOCK.is_file() else b""
    return digest_of(sys.version, lock, *looks)


def _looked_at(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield all modules below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _looked_at(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path, entry.stat()


def is_all_ours(settings: Mapping[str, Any]) -> bool:
    """Whether pages hang on this program alone, and on no plugin, filter or folder of others."""
    plugins = (str(one) for one in settings["PLUGINS"] or ())
    return all(one.startswith("schaukasten.") for one in plugins) and not any(
        settings.get(name) for name in _OF_OTHERS
    )
