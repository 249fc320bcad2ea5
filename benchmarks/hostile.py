"""Ten thousand random files through the model, other ones in every run: pages, problems, time.

What `tests/hostile/test_random.py` holds for three hundred files must hold for all of them.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from tests.hostile.examination import Examination
from tests.hostile.strategies import files

EXAMPLES = 10_000


def main() -> None:
    outcomes: Counter[bool] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        examination = Examination(Path(folder))

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(raw=files)
        def examine(raw: bytes) -> None:
            outcomes[examination.is_page(raw)] += 1

        begin = time.perf_counter()
        examine()
        seconds = time.perf_counter() - begin
    print(
        f"hostile: {sum(outcomes.values())} random files in {seconds:.0f} s: "
        f"{outcomes[True]} harmless pages, {outcomes[False]} with problems"
    )


if __name__ == "__main__":
    main()
