"""A few changed files → read and rendered by a second process, while this one gets ready to build.

What has to be loaded to read a text, and what to write pages, takes as long as all the rest of a
build. The forerunner loads the one and goes through the content; what it makes is kept. So this
process, which loads the other meanwhile, finds that there is nothing left to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from schaukasten.building.unchanged import Inputs
from schaukasten.kept.halves import WORTH, Copy


@contextmanager
def forerunner(inputs: Inputs | None) -> Iterator[AbstractContextManager[object] | None]:
    """Yield a context that waits for the forerunner, as does the end of this one.

    There is none where nothing is to be read, or so much that both processes are needed for it.
    """
    copy = None
    if inputs is not None and 0 < inputs.unknown < WORTH:
        copy = Copy.at(_go_ahead, [inputs])
    with copy or nullcontext() as ahead:
        yield ahead


def _go_ahead(inputs: Inputs) -> bytes:
    """Read the content, and keep what is made of it."""
    from schaukasten.plugins.read_site import read_site

    memory = inputs.memory()
    read_site({**inputs.settings, "TODAY": inputs.today}, memory)
    memory.close()
    return b""
