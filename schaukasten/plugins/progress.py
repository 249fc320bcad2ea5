"""Work that takes long → how far it is, at a terminal and in the log of a CI."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from schaukasten.language.messages import Gettext, Message

#: Seconds: until then nobody wonders, and how often a log is told. A terminal's line is made anew.
_PATIENCE = 2
_OFTEN, _SELDOM = 0.3, 10


class Progress:
    """Says how far it is; to be used as a context."""

    def __init__(self, gettext: Gettext):
        self._gettext = gettext
        self._at_terminal = sys.stdout.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._has_told = False

    def tell(self, count: Callable[[], int], sentence: Callable[[int], Message]) -> None:
        """Say how much is done, if it is time for that; only then it is counted."""
        if (now := time.monotonic()) < self._next:
            return
        self._next = now + (_OFTEN if self._at_terminal else _SELDOM)
        self._has_told = True
        text = sentence(count()).text(self._gettext)
        # ECMA-48, 8.3.41: to the end of the line, where a longer one may have stood.
        print(*(["\r", text, "\x1b[K"] if self._at_terminal else [text, "\n"]), sep="", end="")
        sys.stdout.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._has_told and self._at_terminal:
            print("\r\x1b[K", end="", flush=True)
