"""A few changed files → read and rendered by a second process, while this one gets ready to build.

What has to be loaded to read a text, and what to write pages, takes as long as all the rest of a
build. The forerunner loads the one and goes through the content, while this process loads the other
and follows: what it needs is on the shelf by then, or it waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import Any

from schaukasten.building.unchanged import Inputs
from schaukasten.kept.halves import WORTH, Copy
from schaukasten.kept.memory import Memory


@contextmanager
def forerunner(inputs: Inputs | None) -> Iterator[Copy | None]:
    """Yield the forerunner, and wait for its end in the end.

    There is none where nothing is to be read, or so much that both processes are needed for it.
    """
    copy = None
    if inputs is not None:
        memory = inputs.memory()
        if 0 < memory.stamps.unknown < WORTH:
            copy = _gone_ahead(inputs, memory)
    with copy or nullcontext():
        yield copy


def _gone_ahead(inputs: Inputs, memory: Memory) -> Copy | None:
    # This process needs it, too.
    from schaukasten.plugins.read_site import read_ahead

    def read(settings: Mapping[str, Any]) -> bytes:
        # What a copy puts on the shelf is there at once.
        read_ahead(settings, memory)
        return b""

    return Copy.at(read, [{**inputs.settings, "TODAY": inputs.today}])
