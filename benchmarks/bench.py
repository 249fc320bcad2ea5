"""What runs before any work: the check of a small site, and the start of the program.

1. `check` of the real content, without start-up.
2. The start of `python3 tasks.py` against plain `inv`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
CHECK = (
    "import time; from pathlib import Path; from schaukasten.editor.check import check;"
    "start = time.perf_counter(); check(Path(), Path('content').absolute());"
    "print(time.perf_counter() - start)"
)


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def side_by_side(
    name: str, goal: str, ours: Callable[[], float], peers: Callable[[], float], rounds: int
) -> None:
    """Run both in turn and print medians, with the ratio of each round's pair."""
    pairs = [(ours(), peers()) for _ in range(rounds)]
    ratio = statistics.median(own / peer for own, peer in pairs)
    own, peer = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"{name}: {own:.2f} s against {peer:.2f} s, ratio {ratio:.2f} (goal: {goal})")


def main() -> None:
    python = sys.executable
    answers = [
        subprocess.check_output([python, "-c", CHECK], cwd=ROOT, text=True) for _ in range(ROUNDS)
    ]
    took = statistics.median(float(answer.split("\n")[-2]) for answer in answers)
    print(f"check of the real content, without start-up: {took:.2f} s (goal: below 1)")

    bare = getattr(sys, "_base_executable", python)
    side_by_side(
        "Start of tasks.py by a bare Python against plain inv",
        "at most 0.5 s more",
        lambda: seconds([bare, "tasks.py", "--list"]),
        lambda: seconds([python, "-m", "invoke", "--list"]),
        7,
    )


if __name__ == "__main__":
    main()
