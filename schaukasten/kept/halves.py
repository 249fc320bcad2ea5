"""Work on many things → a result for each; where it is much, two processes share it.

The second process is a copy of this one (fork), so that nothing has to be sent to it; what it has
made comes back as bytes. Where there is no fork, no second processor, or another thread that might
hold a lock, one process does it all.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
from collections.abc import Callable, Sequence
from typing import IO, TypeVar

T = TypeVar("T")

#: For fewer things a copy is not worth the while.
WORTH = 40
_LENGTH = 8
_is_copy = False


def in_halves(work: Callable[[T], bytes], things: Sequence[T], worth: int = WORTH) -> list[bytes]:
    """Return what `work` makes of each thing; it may depend on nothing that it changes itself.

    Fewer things than `worth` are no work for two.
    """
    if len(things) < worth:
        return [work(thing) for thing in things]
    mine, others = things[::2], things[1::2]
    copy = Copy.at(work, others)
    if copy is None:
        return [work(thing) for thing in things]
    with copy:
        made = [work(thing) for thing in mine]
        sent = copy.results()
    # Whatever has become of the other process, its work is done here.
    sent += [work(thing) for thing in others[len(sent) :]]
    return [one for pair in zip(made, [*sent, b""], strict=False) for one in pair][: len(things)]


class Copy:
    """A copy of this process that is at work; to be used as a context, which waits for its end."""

    def __init__(self, process: int, pipe: IO[bytes]):
        self._process = process
        self._pipe = pipe

    @classmethod
    def at(cls, work: Callable[[T], bytes], things: Sequence[T]) -> Copy | None:
        """Return a copy that does the work on some things; None where there can be none."""
        # A copy of a copy would go on when that is stopped.
        if is_copy() or not _may_fork():
            return None
        reader, writer = os.pipe()
        try:
            process = os.fork()
        except OSError:  # No memory for it, or too many processes.
            os.close(reader)
            os.close(writer)
            return None
        if process == 0:
            _be_the_other(work, things, reader, writer)
        os.close(writer)
        return cls(process, os.fdopen(reader, "rb"))

    def results(self) -> list[bytes]:
        """Return what it has made of the first things, once it is done; all, if it is well."""
        return _parted(self._pipe.read())

    def ends_within(self, seconds: float) -> bool:
        """Wait so long for the end of its work at most; return whether it is there."""
        return bool(select.select([self._pipe], [], [], seconds)[0])

    def stop(self) -> None:
        """End its work, whatever it is at; what it has put on a shelf is whole."""
        # Of one that has ended, somebody else may have the number by now.
        if not self.ends_within(0):
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
        self.__exit__()

    def __enter__(self) -> Copy:
        return self

    def __exit__(self, *_exception: object) -> None:
        # Closed whatever happens: else the copy would wait until somebody reads, and this process
        # for its end.
        self._pipe.close()
        # Nobody has to wait for it where somebody has said so for all processes of a session.
        with contextlib.suppress(ChildProcessError):
            _code = os.waitpid(self._process, 0)


def _be_the_other(
    work: Callable[[T], bytes], things: Sequence[T], reader: int, writer: int
) -> None:
    """Do the work, send it, and end without anything that the end of a program does."""
    global _is_copy
    _is_copy = True
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


def is_copy() -> bool:
    """Whether this process is the copy of another one."""
    return _is_copy


def _may_fork() -> bool:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return processors > 1 and hasattr(os, "fork") and threading.active_count() == 1
