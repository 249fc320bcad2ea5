"""Three thousand random events, other ones in every run: does all of a site say the same of each?

What `tests/site/test_agreement.py` holds for three hundred must hold for all of them. Each is built
twice, on days on which it is about to come, and on which it is one of the next.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import sys
import tempfile
import time
from pathlib import Path
from random import Random, SystemRandom

from tests.site.test_agreement import EVENTS, WEEKS, fill, site
from tests.worlds import World

ROUNDS = 10
#: So many differences are shown.
_SHOWN = 5


def main() -> None:
    seed = SystemRandom().randrange(10**6)
    random = Random(seed)
    events, times = 0, 0
    differing: list[str] = []
    begin = time.perf_counter()
    for day in ROUNDS * [dt.date.fromisoformat(week) for week in WEEKS]:
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            world = World(Path(folder))
            fill(world, random, day, EVENTS)
            for today in (day, day - dt.timedelta(10)):
                built = site(world, today)
                differing += [f"{today}: {one}" for one in built.differences()]
            events += len(built.said)
            times += sum(len(said.times) for said in built.said.values())
    seconds = time.perf_counter() - begin
    print(
        f"agreement: {events} random events (seed {seed}) with {times} sittings, each built twice, "
        f"in {seconds:.0f} s, {len(differing)} differences"
    )
    for line in differing[:_SHOWN]:
        print(f"  {line}")
    if differing:
        sys.exit(1)


if __name__ == "__main__":
    main()
