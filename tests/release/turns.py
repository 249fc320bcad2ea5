"""Several at once, one step of one at a time, in an order that a number decides.

What only happens when two meet at an unlucky moment happens here for some number, and again for
the same one.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Mapping

from schaukasten.release.transports.base import Done, Read, nobody
from schaukasten.release.transports.local import LocalTransport


class Turns:
    """`pause()` in one of the works ends its turn; `run()` goes on until all are through."""

    #: Who has slept already.
    slept: set[threading.Thread]

    def __init__(self, number: int, *works: Callable[[], None]):
        self._random = random.Random(number)
        self._rests = threading.Event()
        self.slept = set()
        self._go = {
            threading.Thread(target=self._work, args=(work,)): threading.Event() for work in works
        }

    def run(self, first: int) -> None:
        """Begin with so many of the works, one after the other until each sleeps."""
        threads = list(self._go)
        for thread in threads:
            thread.start()
        for thread in threads[:first]:
            while thread in self._go and thread not in self.slept:
                self._turn_of(thread)
        while self._go:
            self._turn_of(self._random.choice(list(self._go)))

    def _turn_of(self, thread: threading.Thread) -> None:
        self._rests.clear()
        self._go[thread].set()
        self._rests.wait()

    def pause(self) -> None:
        """Called by anybody else, it does nothing: by the thread that renews a lock."""
        if (go := self._go.get(threading.current_thread())) is not None:
            go.clear()
            self._rests.set()
            go.wait()

    def _work(self, work: Callable[[], None]) -> None:
        self._go[threading.current_thread()].wait()
        try:
            work()
        finally:
            del self._go[threading.current_thread()]
            self._rests.set()


class Clock(threading.local):
    """In the place of the module `time`: each thread's own, which only moves while it sleeps."""

    def __init__(self, turns: Turns):
        self._turns = turns
        self._now = 0.0

    def monotonic(self) -> float:
        return self._now

    time = monotonic

    def sleep(self, seconds: float) -> None:
        self._now += seconds
        self._turns.slept.add(threading.current_thread())
        self._turns.pause()


class Stepwise(LocalTransport):
    """A host of which each question is a step."""

    def __init__(self, turns: Turns):
        self._turns = turns

    def read(self, path: str) -> bytes | None:
        self._turns.pause()
        return super().read(path)

    def make_folder(self, path: str, private: bool = False) -> bool:
        self._turns.pause()
        return super().make_folder(path, private)

    def move_folder(self, path: str, to: str) -> bool:
        self._turns.pause()
        return super().move_folder(path, to)

    def remove_folder(self, path: str) -> bool:
        self._turns.pause()
        return super().remove_folder(path)

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        self._turns.pause()
        super().store(files, done)

    def rename(self, moves: Mapping[str, str], done: Done = nobody) -> None:
        self._turns.pause()
        super().rename(moves, done)

    def delete(self, paths: Iterable[str], done: Done = nobody) -> None:
        for path in paths:
            self._turns.pause()
            super().delete([path], done)

    def kinds(self, paths: Iterable[str]) -> dict[str, str]:
        self._turns.pause()
        return super().kinds(paths)
