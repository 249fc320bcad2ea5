"""A line between a client and a server on loopback: as slow as a distant one, and it can break."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Line:
    """Forwards bytes after `delay` seconds; ends after `breaks_after` bytes to the server."""

    def __init__(self, port: int, delay: float = 0.0, breaks_after: int | None = None):
        self._port = port
        self._delay = delay
        self.breaks_after = breaks_after
        self.port = 0
        self.carried = 0
        self._writers: list[asyncio.StreamWriter] = []

    async def serve(self, ready: threading.Event, done: asyncio.Event) -> None:
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=2**20)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await done.wait()
        server.close()
        self.cut()

    def cut(self) -> None:
        for writer in self._writers:
            writer.transport.abort()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to = await asyncio.open_connection("127.0.0.1", self._port, limit=2**20)
        self._writers += [writer, to]
        await asyncio.gather(
            self._carry(reader, to, True), self._carry(there, writer, False), return_exceptions=True
        )

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, up: bool
    ) -> None:
        loop = asyncio.get_running_loop()
        while block := await reader.read(2**16):
            if up:
                self.carried += len(block)
                if self.breaks_after is not None and self.carried > self.breaks_after:
                    self.cut()
                    return
            # Later, but without waiting: a distant line holds many bytes at once.
            loop.call_later(self._delay, _write, writer, block)
        loop.call_later(self._delay, _end, writer)


def _write(writer: asyncio.StreamWriter, block: bytes) -> None:
    if not writer.is_closing():
        writer.write(block)


def _end(writer: asyncio.StreamWriter) -> None:
    # The other side may have gone already.
    with contextlib.suppress(OSError):
        if writer.can_write_eof() and not writer.is_closing():
            writer.write_eof()


@contextmanager
def line(port: int, delay: float = 0.0, breaks_after: int | None = None) -> Iterator[Line]:
    """Run a line to a port of loopback; `delay` in seconds for each way."""
    carrier = Line(port, delay, breaks_after)
    ready = threading.Event()
    loop = asyncio.new_event_loop()
    done = asyncio.Event()

    def run() -> None:
        loop.run_until_complete(carrier.serve(ready, done))
        for task in asyncio.all_tasks(loop):
            task.cancel()
        # A moment for them to notice.
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield carrier
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join()
