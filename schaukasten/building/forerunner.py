"""A build that begins → its texts, read and rendered by a second process while this one gets ready.

What has to be loaded to read a text, and what to write pages, takes as long as all the rest of a
build. The forerunner loads the one and goes through the content, while this process loads the other
and follows: what it needs is on the shelf by then, or it waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from schaukasten.kept.halves import Copy


class Asked(NamedTuple):
    """What is to be built: the settings file, the content, the day (YYYY-MM-DD)."""

    conf: Path
    content: Path
    today: str | None


@contextmanager
def forerunner(asked: Asked) -> Iterator[Copy | None]:
    """Yield the forerunner, if there can be one; it has to end with this context."""
    copy = Copy.at(_go_ahead, [asked])
    try:
        yield copy
    finally:
        if copy is not None:
            copy.stop()


def _go_ahead(asked: Asked) -> bytes:
    # What it loads, this process need not, or not yet.
    from schaukasten.building.settings import settings_of
    from schaukasten.kept.memory import Memory, kept_in
    from schaukasten.plugins.read_site import read_ahead

    settings = settings_of(asked.conf, {"PATH": str(asked.content), "TODAY": asked.today})
    memory = Memory.of(asked.content, kept_in(settings))
    memory.shelf.is_hasty = True
    read_ahead(settings, memory)
    memory.keep_measured()
    return b""
