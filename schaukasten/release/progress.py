"""How far a run has come: a bar that moves on a terminal, plain lines in a log."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from babel.numbers import format_decimal

from schaukasten.language.messages import Gettext, Message, _
from schaukasten.release.harmless import harmless
from schaukasten.release.targets.target import Secrets

#: Seconds between two lines in a log.
PAUSE = 10.0

#: Called with the size in bytes of each file that is through; from any thread.
Step = Callable[[int], None]


class Progress:
    """Writes to `stream`, in the language of `gettext`; `bars` where it is a terminal."""

    def __init__(
        self,
        stream: TextIO,
        gettext: Gettext,
        language: str,
        bars: bool,
        pause: float = PAUSE,
        secrets: Secrets | None = None,
    ):
        self._secrets = secrets or Secrets()
        self._stream = stream
        self.gettext = gettext
        self._language = language.replace("-", "_")
        self._bars = bars
        self._pause = pause

    def tell(self, message: Message) -> None:
        self.write(message.text(self.gettext))

    def write(self, line: str) -> None:
        print(harmless(line, self._secrets), file=self._stream, flush=True)

    @contextmanager
    def step(self, title: Message, files: int, size: int = 0) -> Iterator[Step]:
        """Show a step over that many files of `size` bytes in all; 0 where bytes do not matter."""
        name = title.text(self.gettext)
        steps = self._moving(name, files, size) if self._bars else self._lines(name, files, size)
        with steps as step:
            yield step

    @contextmanager
    def _moving(self, name: str, files: int, size: int) -> Iterator[Step]:
        # Imported when used: a log has no need of it.
        from rich import progress
        from rich.console import Console

        columns: list[progress.ProgressColumn] = [
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.TextColumn("{task.fields[files]}/{task.fields[of]}"),
        ]
        if size:
            columns += [
                progress.DownloadColumn(),
                progress.TransferSpeedColumn(),
                progress.TimeRemainingColumn(),
            ]
        with progress.Progress(*columns, console=Console(file=self._stream)) as bars:
            bar = bars.add_task(name, total=size or files, files=0, of=files)
            count = _Count()

            def step(through: int) -> None:
                done, _bytes = count.add(through)
                bars.update(bar, advance=through if size else 1, files=done)

            yield step

    @contextmanager
    def _lines(self, name: str, files: int, size: int) -> Iterator[Step]:
        of = f", {self.amount(size)}" if size else ""
        self.write(f"{name}: {self.number(files)}{of}")
        start = told = time.monotonic()
        count = _Count()

        def step(through: int) -> None:
            nonlocal told
            done, sent = count.add(through)
            now = time.monotonic()
            if now - told < self._pause or done == files:
                return
            told = now
            rate = sent / (now - start)
            numbers = {"done": self.number(done), "files": self.number(files)}
            if not size:
                self.write("  " + _("{done} of {files}", **numbers).text(self.gettext))
                return
            message = _(
                "{done} of {files}, {sent} of {size}, {rate}/s, {seconds} s left",
                **numbers,
                sent=self.amount(sent),
                size=self.amount(size),
                rate=self.amount(round(rate)),
                seconds=self.number(round((size - sent) / rate)) if rate else "?",
            )
            self.write("  " + message.text(self.gettext))

        yield step

    def amount(self, size: int) -> str:
        """Return a number of bytes as people say it, in decimal units (IEC 80000-13)."""
        for unit, factor in (("MB", 1_000_000), ("KB", 1_000)):
            if size >= factor:
                return f"{format_decimal(round(size / factor, 1), locale=self._language)} {unit}"
        return f"{size} B"

    def number(self, number: float) -> str:
        return format_decimal(number, locale=self._language)


class _Count:
    """Files and bytes, counted by several threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._files = self._bytes = 0

    def add(self, size: int) -> tuple[int, int]:
        with self._guard:
            self._files += 1
            self._bytes += size
            return self._files, self._bytes
