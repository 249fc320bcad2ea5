"""This generator, Hugo and stock Pelican with the same articles, by turns in one run.

Each time is that of a whole process from its command line; compared are medians. Where nothing is
kept, pictures are: scaling them all is a figure of its own, since neither peer scales any.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import peer_sites
from benchmarks.articles import articles
from benchmarks.goals import Row, table
from benchmarks.peer_sites import CLEAN, WARNED, Site
from benchmarks.processes import Ran, run

SIZES = (1_000, 10_000)
ROUNDS = 5
#: Of a large site nothing is measured more often, and a cold build once.
LARGE, ROUNDS_OF_LARGE = 5_000, 3
#: A step of ours → the step of a peer that it is held against.
AGAINST = {
    "cold": ("Pelican", "cold"),
    "one edit": ("Hugo", "one edit"),
    "nothing changed": ("Hugo", "one edit"),
    "check, nothing kept": ("Pelican", "cold"),
    "check, kept": ("Pelican", "cold"),
}
#: The ratio that is aimed at and the one that is required, by the number of articles and the step.
GOALS: dict[tuple[int, str], tuple[float, float | None]] = {
    (1_000, "cold"): (1.0, 1.3),
    (1_000, "one edit"): (0.5, 1.0),
    (1_000, "nothing changed"): (0.5, 1.0),
    (1_000, "check, nothing kept"): (0.6, None),
    (1_000, "check, kept"): (0.15, None),
    (10_000, "one edit"): (0.25, None),
}
#: Ten times as many articles cost so many times as much.
GROWTH = 11
#: The peak with as many articles as that.
MEGABYTES = 250


@dataclass
class Figures:
    """What was measured with so many articles, by generator and step."""

    count: int
    runs: defaultdict[tuple[str, str], list[Ran]] = field(default_factory=lambda: defaultdict(list))
    pages: dict[str, int] = field(default_factory=dict)

    def run(self, step: str, site: Site, command: list[str] | None = None) -> None:
        ran = run(command or site.command, site.place, {"SCHAUKASTEN_CACHE": str(site.cache)})
        self.runs[site.name, step].append(ran)
        fault = f", FAILED: {ran.fault}" if ran.fault else ""
        print(f"  {site.name}, {step}: {ran.said()}{fault}", flush=True)

    def seconds(self, name: str, step: str) -> float:
        return statistics.median(ran.seconds for ran in self.runs[name, step])

    def megabytes(self, name: str, step: str) -> float:
        return max(ran.megabytes for ran in self.runs[name, step])

    def rows(self) -> list[Row]:
        return [
            Row(
                f"{step}, {self.count:,} items{', with warnings' if name == WARNED else ''}",
                self.seconds(name, step),
                f"{peer}, {theirs}:",
                self.seconds(peer, theirs),
                *GOALS.get((self.count, step), ()),
            )
            for step, (peer, theirs) in AGAINST.items()
            for name in (CLEAN, WARNED)
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, nargs="+", default=SIZES, help="how many articles")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    options = parser.parse_args()
    measured = []
    for count in sorted(options.items):
        print(f"{count:,} articles", flush=True)
        with tempfile.TemporaryDirectory() as name:
            measured.append(measure(Path(name), count, options.rounds))
    rows = [row for figures in measured for row in figures.rows()]
    if len(measured) > 1:
        rows += growth(measured[0], measured[-1])
    print(table(rows))
    for figures in measured:
        tell_more(figures)


def measure(folder: Path, count: int, rounds: int) -> Figures:
    """Run each step with each generator by turns, as often as that."""
    figures = Figures(count)
    sites = peer_sites.written(folder, articles(count))
    own = [site for site in sites if site.name in (CLEAN, WARNED)]
    # Stock Pelican keeps nothing: it makes everything anew at every time.
    keeping = [site for site in sites if site.name != "Pelican"]
    for site in own:
        figures.run("cold, no picture scaled", site)
    again = min(rounds, ROUNDS_OF_LARGE) if count > LARGE else rounds
    for _ in range(1 if count > LARGE else rounds):
        for site in own:
            site.forget()
            figures.run("check, nothing kept", site, peer_sites.own_check(site))
            figures.run("check, kept", site, peer_sites.own_check(site))
        for site in sites:
            site.forget()
            figures.run("cold", site)
    for number in range(again):
        sentence = f"Neu ist heute der Satz {number}."
        for site in keeping:
            site.save(site.articles[-1].edited(sentence))
            figures.run("one edit", site)
            if not site.shows(sentence):
                print(f"  {site.name} does not show the edit: FAILED")
    for _ in range(again):
        for site in keeping:
            figures.run("nothing changed", site)
    figures.pages = {site.name: site.pages() for site in sites}
    return figures


def growth(small: Figures, large: Figures) -> list[Row]:
    times = large.count / small.count
    return [
        Row(
            f"cold, {large.count:,} items{', with warnings' if name == WARNED else ''}",
            large.seconds(name, "cold"),
            f"ours, {small.count:,} items:",
            small.seconds(name, "cold"),
            GROWTH * times / 10,
        )
        for name in (CLEAN, WARNED)
    ]


def tell_more(figures: Figures) -> None:
    """Print what has no ratio: whether all went well, memory, pages, and scaling."""
    print(f"\nWith {figures.count:,} items:")
    for (name, step), runs in figures.runs.items():
        if any(ran.fault for ran in runs):
            print(f"  {name}, {step}: FAILED")
    for name, pages in figures.pages.items():
        peak = figures.megabytes(name, "cold")
        goal = ""
        if figures.count == max(SIZES) and name in (CLEAN, WARNED):
            goal = f" (goal: ≤ {MEGABYTES} MB, {'met' if peak <= MEGABYTES else 'missed'})"
        print(f"  {name}: {pages:,} pages, {peak:.0f} MB{goal}")
    scaled = figures.seconds(CLEAN, "cold, no picture scaled")
    print(f"  {CLEAN}, with all pictures to scale: {scaled:.2f} s")


if __name__ == "__main__":
    main()
