"""Builds of a site with photographs of twelve megapixels, as a maintainer waits for them.

1. One photograph: the build that makes its files, and the next one.
2. Two hundred in ten galleries: seconds, memory, and how long the build said nothing.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import pictured_site
from benchmarks.own_site import MINIMAL, TODAY
from benchmarks.photographs import from_telephone
from benchmarks.processes import Ran, run
from benchmarks.programs import ROOT

GALLERIES, EACH = 10, 20
#: Seconds for which a build may say nothing.
SILENCE = 15
ROUNDS = 3


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        one_photograph(Path(name))
    with tempfile.TemporaryDirectory() as name:
        many(Path(name))


def one_photograph(folder: Path) -> None:
    content = folder / "content"
    shutil.copytree(MINIMAL, content)
    built = {"none": [_built(folder, f"{number}") for number in range(ROUNDS)]}
    front = "image: {file: foto.jpg, alt: Der Hof, credit: E, people: keine}"
    news = pictured_site.write_news(content, "besuch", front)
    (news / "foto.jpg").write_bytes(from_telephone(0))
    built["cold"] = [_built(folder, f"{number}") for number in range(ROUNDS)]
    built["kept"] = [_built(folder, f"{number}") for number in range(ROUNDS)]
    for what, runs in built.items():
        quickest = min(runs, key=lambda one: one.seconds)
        print(f"one photograph, {what}: {quickest.said()}", flush=True)


def many(folder: Path) -> None:
    content = folder / "content"
    shutil.copytree(MINIMAL, content)
    for number in range(GALLERIES):
        numbers = range(number * EACH, (number + 1) * EACH)
        pictured_site.write_gallery(content, f"fest-{number}", numbers)
    cold = _built(folder, "many")
    verdict = "met" if cold.silence <= SILENCE else "MISSED"
    print(
        f"{GALLERIES * EACH} photographs, cold: {cold.said()}, "
        f"silent for {cold.silence:.1f} s (goal: ≤ {SILENCE} s, {verdict})"
    )
    print(f"{GALLERIES * EACH} photographs, kept: {_built(folder, 'many').said()}")


def _built(folder: Path, kept: str) -> Ran:
    where = ["--content", str(folder / "content"), "--output", str(folder / "output")]
    command = [sys.executable, "tasks.py", "build", *where, "--today", str(TODAY)]
    ran = run(command, ROOT, {"SCHAUKASTEN_CACHE": str(folder / kept)})
    if ran.fault:
        raise SystemExit(ran.fault)
    return ran


if __name__ == "__main__":
    main()
