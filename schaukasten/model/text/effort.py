"""A piece of work → the same, or TooMuchEffort when it computes far longer than it ever should.

Parsers in Python go over some texts again and again: a hundred thousand opening brackets, which
fit into a small file, would keep a build busy for hours. Nobody can list all of these texts.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds of computing, however busy the machine is: a text as large as may be needs a fifth.
LIMIT = 20.0
#: Seconds for all texts of a site together, and for each of them.
SITE_LIMIT, TEXT_SHARE = 40.0, 0.1
#: Seconds that each text has though the others have used up all.
LEAST = 1.0


class TooMuchEffort(Exception):
    """The work was given up."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooMuchEffort in the block once it has computed for so many seconds.

    Only the main thread can be interrupted, and not on Windows; elsewhere there is no limit.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise TooMuchEffort

    before = signal.signal(signal.SIGVTALRM, give_up)
    # Again and again: somewhere on the way it may be taken for another error.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
