"""What Pelican says → the terminal, by rich; its line at the end needs that only at a terminal."""

from __future__ import annotations

import logging
import os
import re
import sys
from functools import cached_property
from typing import Any

#: Where nothing says how wide it is.
_WIDTH = 80
#: What is marked up, or broken within a word. One colon ends a word, two may name a picture.
_INTRICATE = re.compile(rf"[^ -~]|[\[\]\\]|:.*:|\S{{{_WIDTH + 1}}}")
#: By them rich takes another width, or colours what is no terminal.
_ASKED = ("COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")


class Console:
    """A console of rich, made when something is printed that needs it."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    @cached_property
    def real(self) -> Any:
        from rich.console import Console

        return Console()

    def print(self, *told: Any, **how: Any) -> None:
        """Print as rich does."""
        match told:
            case (str() as text,) if not how and not _INTRICATE.search(text) and _is_plain():
                print(wrapped(text), flush=True)
            case _:
                self.real.print(*told, **how)


class Handler(logging.Handler):
    """The one of rich that writes to a console, made when there is something to write."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        self._real.setFormatter(self.formatter)
        self._real.emit(record)

    @cached_property
    def _real(self) -> logging.Handler:
        from rich.logging import RichHandler

        return RichHandler(console=self._console.real)


def wrapped(text: str) -> str:
    """Break a text without marks as rich does where nobody says how wide it is."""
    lines = [""]
    for word in re.findall(r"\s*\S+\s*", text):
        if lines[-1] and len(lines[-1]) + len(word.rstrip()) > _WIDTH:
            lines.append("")
        lines[-1] += word
    # Blanks stand where they fit.
    return "\n".join(line[:_WIDTH] if line[_WIDTH:].isspace() else line for line in lines)


def _is_plain() -> bool:
    if sys.platform == "win32" or any(name in os.environ for name in _ASKED):
        return False
    return not (sys.stdout.isatty() or any(_is_terminal(one) for one in range(3)))


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
