"""The library `pelican`, without what it brings for readers and a server that nobody asks for.

Docutils, Pygments, Pillow and an HTTP server stand behind them, and rich behind its messages. Plain
`pelican` has loaded all of that before, and keeps it.
"""

from __future__ import annotations

import sys

from schaukasten.plugins.console import Console, Handler
from schaukasten.stand_in import Nothing, StandIn, standing_in

_NOT_ASKED_FOR = (
    *("docutils", "docutils.core", "docutils.io", "docutils.parsers.rst.languages"),
    *("docutils.writers.html4css1", "pelican.rstdirectives"),
    *("pelican.server", "watchfiles", "multiprocessing", "argparse"),
    *("dateutil.parser", "html.parser"),
)


_is_ours = "pelican" not in sys.modules
_INSTEAD = {
    **{name: StandIn(name) for name in _NOT_ASKED_FOR},
    # What may be missing is looked for, and not found.
    "markdown": None,
    "importlib.metadata": StandIn("importlib.metadata", version=Nothing),
    # To read XML from an address, which nobody gives; behind it stand an HTTP client and ssl.
    "urllib.request": StandIn("urllib.request"),
    "rich": StandIn("rich"),
    "rich.console": StandIn("rich.console", Console=Console),
    "rich.logging": StandIn("rich.logging", RichHandler=Handler),
}
with standing_in(_INSTEAD if _is_ours else {}):
    from pelican import Pelican, signals
    from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
    from pelican.log import init as init_logging
    from pelican.readers import RstReader
    from pelican.settings import read_settings
    from pelican.writers import Writer

if _is_ours:
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
