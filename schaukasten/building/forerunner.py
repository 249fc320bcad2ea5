"""A few changed texts → read and rendered by a second process while this one gets ready to build.

What has to be loaded to read a text, and what to write pages, takes as long as all the rest of a
build. The forerunner loads the one and goes through the content, while this process loads the other
and follows: what it needs is on the shelf by then, or it waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from schaukasten.building.unchanged import Inputs
from schaukasten.kept.halves import WORTH, Copy
from schaukasten.plugins.read_site import read_ahead


@contextmanager
def forerunner(inputs: Inputs | None) -> Iterator[Copy | None]:
    """Yield the forerunner, if there is one; it has to end with this context.

    Where nothing is to be read there is none, nor where it is so much that both processes share it.
    """
    copy = None
    if inputs is not None and 0 < inputs.memory.stamps.unknown < WORTH:
        copy = Copy.at(_go_ahead, [inputs])
    try:
        yield copy
    finally:
        if copy is not None:
            copy.stop()


def _go_ahead(inputs: Inputs) -> bytes:
    # What a copy puts on the shelf is there at once.
    read_ahead({**inputs.settings, "TODAY": inputs.today}, inputs.memory)
    inputs.memory.keep_measured()
    return b""
