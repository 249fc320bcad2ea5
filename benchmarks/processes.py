"""A command line → how long it took as a whole process, how much memory at its peak, and how long
it said nothing."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Seconds between two looks at the memory of a process and its helpers.
_LOOK = 0.2
_START = 0.02


@dataclass(frozen=True)
class Ran:
    seconds: float
    #: Of all its processors; where others work on the machine, too, it swings less.
    cpu: float
    megabytes: float
    #: The longest time in seconds for which it said nothing.
    silence: float
    #: The end of what it said, where it failed.
    fault: str = ""

    def said(self) -> str:
        return f"{self.seconds:.2f} s ({self.cpu:.2f} s CPU), {self.megabytes:.0f} MB"


def run(command: list[str], folder: Path, environment: dict[str, str]) -> Ran:
    """Run it to its end; what it prints goes into a file, as in a job of CI."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(process.pid, said.fileno())
        watch.start()
        # The usage of this child alone, with those that it has waited for.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        watch.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        fault = said.read()[-1000:].strip() or "no word" if process.returncode else ""
    # The system counts the memory of who has started it; it is asked of what ends at once.
    peak = watch.peak or usage.ru_maxrss / 1024
    return Ran(seconds, usage.ru_utime + usage.ru_stime, peak, watch.silence, fault)


class _Watch(threading.Thread):
    """Adds up the memory of a process and all its children; `wait4` knows only the largest.

    It looks as well at how long the file of what is said does not grow.
    """

    def __init__(self, pid: int, said: int):
        super().__init__(daemon=True)
        self.pid = pid
        self.said = said
        self.peak = self.silence = 0.0
        self._over = threading.Event()

    def run(self) -> None:
        size, since = 0, time.monotonic()
        while not self._over.wait(_LOOK):
            if (now := os.fstat(self.said).st_size) != size:
                size, since = now, time.monotonic()
            self.silence = max(self.silence, time.monotonic() - since)
            if self._megabytes() > self.peak:
                # A child that is just being started shows its parent's memory as its own.
                time.sleep(_START)
                self.peak = max(self.peak, self._megabytes())

    def _megabytes(self) -> float:
        return sum(map(_megabytes, _with_children(self.pid)))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:  # It has ended meanwhile.
        return
    for task in tasks:
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _with_children(int(child))


def _megabytes(pid: int) -> float:
    """Return its memory, what it shares with others by its part; 0 where that is not told."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
