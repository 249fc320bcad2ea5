"""Work that mostly waits for answers, done many times at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

#: Requests under way at once. OpenSSH's server works them off one by one; what counts is that
#: none waits for the answer to another.
IN_FLIGHT = 96

#: Seconds until a host that answers nothing, or takes no file, counts as broken. Keepalive does
#: not notice: another process answers it than the one that hangs on a disk.
LONGEST_ANSWER, LONGEST_FILE = 60, 900


async def together(worker: Callable[[], Coroutine[Any, Any, None]], count: int) -> None:
    """Run the worker `count` times at once; the first failure stops the others and is raised."""
    try:
        async with asyncio.TaskGroup() as group:
            for _number in range(count):
                group.create_task(worker())
    except BaseExceptionGroup as failures:
        first = failures.exceptions[0]
        raise first from first.__cause__
