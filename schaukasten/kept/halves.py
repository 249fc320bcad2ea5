"""Work on many things → a result for each; where it is much, two processes share it.

The second process is a copy of this one (fork), so that nothing has to be sent to it; what it has
made comes back as bytes. Where there is no fork, no second processor, or another thread that might
hold a lock, one process does it all.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

#: For fewer things a copy is not worth the while.
WORTH = 40
_LENGTH = 8


def in_halves(work: Callable[[T], bytes], things: Sequence[T], worth: int = WORTH) -> list[bytes]:
    """Return what `work` makes of each thing; it may depend on nothing that it changes itself.

    Fewer things than `worth` are no work for two.
    """
    if len(things) < worth or not _may_fork():
        return [work(thing) for thing in things]
    mine, others = things[::2], things[1::2]
    reader, writer = os.pipe()
    try:
        child = os.fork()
    except OSError:  # No memory for it, or too many processes.
        os.close(reader)
        os.close(writer)
        return [work(thing) for thing in things]
    if child == 0:
        _be_the_other(work, others, reader, writer)
    os.close(writer)
    try:
        # Closed whatever happens: else the other one would wait until somebody reads, and this one
        # for its end.
        with os.fdopen(reader, "rb") as pipe:
            made = [work(thing) for thing in mine]
            sent = _parted(pipe.read())
    finally:
        # Nobody has to wait for it where somebody has said so for all processes of a session.
        with contextlib.suppress(ChildProcessError):
            _code = os.waitpid(child, 0)
    # Whatever has become of the other process, its work is done here.
    sent += [work(thing) for thing in others[len(sent) :]]
    return [one for pair in zip(made, [*sent, b""], strict=False) for one in pair][: len(things)]


def _be_the_other(
    work: Callable[[T], bytes], things: Sequence[T], reader: int, writer: int
) -> None:
    """Do the work, send it, and end without anything that the end of a program does."""
    try:
        os.close(reader)
        made = [work(thing) for thing in things]
        with os.fdopen(writer, "wb") as pipe:
            for one in made:
                pipe.write(len(one).to_bytes(_LENGTH, "big") + one)
    finally:
        # An exception, too: the first process will meet it again, and tell it.
        os._exit(0)


def _parted(raw: bytes) -> list[bytes]:
    """Return the results that arrived whole."""
    found = []
    start = 0
    while start + _LENGTH <= len(raw):
        end = start + _LENGTH + int.from_bytes(raw[start : start + _LENGTH], "big")
        if end > len(raw):
            break
        found.append(raw[start + _LENGTH : end])
        start = end
    return found


def _may_fork() -> bool:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return processors > 1 and hasattr(os, "fork") and threading.active_count() == 1
