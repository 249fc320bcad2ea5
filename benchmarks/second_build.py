"""Five hundred series of edits, other ones in every run: is each build what a clean one would be?

What `tests/site/test_series_of_edits.py` holds for some must hold for all of them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from random import Random, SystemRandom

from tests.site.edits.every import EDITS, SITES, Step, differing, project_of

#: The small sites most often: what goes wrong in one seldom needs a large one.
SERIES = {"minimal": 250, "bare": 150, "harbour": 60, "crowded": 25, "real": 15}
STEPS = 4
#: So many differences are shown.
_SHOWN = 5


def main() -> None:
    seed = SystemRandom().randrange(10**6)
    random = Random(seed)
    differing_ones: list[str] = []
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as home:
        cache, folder = Path(home, "cache"), Path(home, "project")
        for site in SITES:
            for _number in range(SERIES[site]):
                project = project_of(site, folder, cache)
                differing_ones += differing(project, _series(random))
                # The next one begins with what this one has kept.
                shutil.rmtree(cache, ignore_errors=True)
                shutil.copytree(project.cache, cache, symlinks=True)
                shutil.rmtree(folder)
    seconds = time.perf_counter() - begin
    count = sum(SERIES.values())
    print(
        f"second build: {count} series of {STEPS} edits (seed {seed}), each edit built twice, "
        f"in {seconds:.0f} s, {len(differing_ones)} differences"
    )
    for line in differing_ones[:_SHOWN]:
        print(f"  {line}")
    if differing_ones:
        sys.exit(1)


def _series(random: Random) -> list[Step]:
    return [(random.choice(sorted(EDITS)), random.randrange(1000)) for _step in range(STEPS)]


if __name__ == "__main__":
    main()
