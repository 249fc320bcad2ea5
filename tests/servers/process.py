"""A server as a process of a test: started on a free port of loopback, stopped without a rest."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.servers.account import as_root, run

#: Seconds until a server that does not answer counts as broken.
PATIENCE = 20


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def server(command: Callable[[int], list[str]], log: Path) -> Iterator[int]:
    """Run what `command` returns for a port, as root; gives the port once somebody listens."""
    # Between finding a port and listening on it another program may be faster.
    for _attempt in range(3):
        port = free_port()
        with log.open("ab") as sink:
            process = subprocess.Popen(
                as_root(*command(port)), stdin=subprocess.DEVNULL, stdout=sink, stderr=sink
            )
        if _listens(process, port):
            break
        _stop(process)
    else:
        raise RuntimeError(f"The server did not start:\n{log.read_text('utf-8', 'replace')}")
    try:
        yield port
    finally:
        _stop(process)


def _listens(process: subprocess.Popen[bytes], port: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.02)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    # By its number: what was started by sudo belongs to root.
    run("pkill", "-TERM", "-P", str(process.pid), check=False)
    run("kill", "-TERM", str(process.pid), check=False)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        run("kill", "-KILL", str(process.pid), check=False)
        process.wait(PATIENCE)
