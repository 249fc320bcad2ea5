"""The library `pelican`, without what it brings for readers and a server that nobody asks for.

Docutils, Pygments, Pillow and an HTTP server stand behind them, and rich behind its messages. Plain
`pelican` has loaded all of that before, and keeps it.
"""

from __future__ import annotations

import logging
import sys
from functools import cached_property
from types import ModuleType
from typing import Any

_NOT_ASKED_FOR = (
    *("docutils", "docutils.core", "docutils.io", "docutils.parsers.rst.languages"),
    *("docutils.writers.html4css1", "pelican.rstdirectives"),
    *("pelican.server", "watchfiles"),
)
_OPTIONAL = ("markdown",)


class _Nothing:
    """What is taken for any class or function, and called with anything."""

    def __init__(self, *_arguments: object) -> None: ...


class _StandIn(ModuleType):
    """A module that holds nothing under each name."""

    def __getattr__(self, name: str) -> type[_Nothing]:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing


class _Console:
    """A console of rich, made when something is printed."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    @cached_property
    def real(self) -> Any:
        from rich.console import Console

        return Console()


class _Handler(logging.Handler):
    """The one of rich that writes to a console, made when there is something to write."""

    def __init__(self, console: _Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        self._real.setFormatter(self.formatter)
        self._real.emit(record)

    @cached_property
    def _real(self) -> logging.Handler:
        from rich.logging import RichHandler

        return RichHandler(console=self._console.real)


is_ours = "pelican" not in sys.modules
if is_ours:
    instead: dict[str, ModuleType | None] = {
        **{name: _StandIn(name) for name in _NOT_ASKED_FOR},
        # What may be missing is looked for, and not found.
        **dict.fromkeys(_OPTIONAL),
        **{name: ModuleType(name) for name in ("rich", "rich.console", "rich.logging")},
    }
    vars(instead["rich.console"])["Console"] = _Console
    vars(instead["rich.logging"])["RichHandler"] = _Handler
    before = {name: sys.modules[name] for name in instead if name in sys.modules}
    # None is a module that is not there, which typeshed does not know.
    sys.modules.update(instead)  # type: ignore[arg-type]
try:
    from pelican import Pelican, signals
    from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
    from pelican.log import init as init_logging
    from pelican.readers import RstReader
    from pelican.settings import read_settings
    from pelican.writers import Writer
finally:
    if is_ours:
        for name in instead:
            del sys.modules[name]
        sys.modules.update(before)
if is_ours:
    # It has nothing to read with; the setting READERS may say otherwise.
    RstReader.enabled = False

__all__ = [
    "ArticlesGenerator",
    "Generator",
    "PagesGenerator",
    "Pelican",
    "Writer",
    "init_logging",
    "read_settings",
    "signals",
]
