"""Pieces of a line, each with its style → the line, coloured where colours work."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

#: Words, and their style as rich names it; "" is none.
Piece = tuple[str, str]


def printer() -> Callable[..., None]:
    """Return what prints the pieces of a line to stdout."""
    # Where nothing is coloured, rich would cost ten times as much as all else.
    if sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
        return _coloured()
    return _plain


def _coloured() -> Callable[..., None]:
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False, emoji=False, markup=False)
    return lambda *pieces: console.print(Text.assemble(*pieces))


def _plain(*pieces: Piece) -> None:
    print("".join(words for words, _style in pieces))
