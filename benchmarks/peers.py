"""This generator, Hugo and stock Pelican with the same articles, by turns in one run.

Each time is that of a whole process from its command line; compared are medians. Where nothing is
kept, pictures are: scaling them all is a figure of its own, since neither peer scales any.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from benchmarks import peer_sites
from benchmarks.articles import articles
from benchmarks.goals import Row, table
from benchmarks.peer_sites import CLEAN, WARNED, Site
from benchmarks.processes import Ran, run

OURS = (CLEAN, WARNED)
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

    def run(self, step: str, site: Site, command: list[str] | None = None, shown: str = "") -> None:
        """Run its command line, or another; the page of its newest article must show the words."""
        ran = run(command or site.command, site.place, {"SCHAUKASTEN_CACHE": str(site.cache)})
        if shown and not ran.fault and not site.shows(shown):
            ran = replace(ran, fault=f"its page does not show: {shown}")
        fault = f", FAILED: {ran.fault}" if ran.fault else ""
        print(f"  {site.name}, {step}: {ran.said()}{fault}", flush=True)
        if ran.fault and site.name not in OURS:
            raise SystemExit(f"Nothing can be compared with {site.name}.")
        self.runs[site.name, step].append(ran)

    def seconds(self, name: str, step: str) -> float:
        """Return the median; what fails is never done."""
        runs = self.runs[name, step]
        return math.inf if any(ran.fault for ran in runs) else median(ran.seconds for ran in runs)

    def cpu(self, name: str, step: str) -> float:
        return median(ran.cpu for ran in self.runs[name, step])

    def megabytes(self, name: str, step: str) -> float:
        return max(ran.megabytes for ran in self.runs[name, step])

    def rows(self) -> list[Row]:
        return [
            compared(self, step, name, self, theirs, peer, *GOALS.get((self.count, step), ()))
            for step, (peer, theirs) in AGAINST.items()
            for name in OURS
        ]


def compared(
    ours: Figures,
    step: str,
    name: str,
    theirs: Figures,
    their_step: str,
    peer: str,
    goal: float | None = None,
    required: float | None = None,
) -> Row:
    warned = ", with warnings" if name == WARNED else ""
    return Row(
        f"{step}, {ours.count:,} items{warned}",
        ours.seconds(name, step),
        f"{peer}, {theirs.count:,} items, {their_step}:",
        theirs.seconds(peer, their_step),
        goal,
        required,
        ours.cpu(name, step) / theirs.cpu(peer, their_step),
    )


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
    own = [site for site in sites if site.name in OURS]
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
            figures.run("one edit", site, shown=sentence)
    for _ in range(again):
        for site in keeping:
            figures.run("nothing changed", site)
    figures.pages = {site.name: site.pages() for site in sites}
    return figures


def growth(small: Figures, large: Figures) -> list[Row]:
    goal = GROWTH * large.count / small.count / 10
    return [compared(large, "cold", name, small, "cold", name, goal) for name in OURS]


def tell_more(figures: Figures) -> None:
    """Print what has no ratio: pages, memory, and scaling."""
    print(f"\nWith {figures.count:,} items:")
    for name, pages in figures.pages.items():
        peak = figures.megabytes(name, "cold")
        goal = ""
        if figures.count == max(SIZES) and name in OURS:
            goal = f" (goal: ≤ {MEGABYTES} MB, {'met' if peak <= MEGABYTES else 'missed'})"
        print(f"  {name}: {pages:,} pages, {peak:.0f} MB{goal}")
    scaled = figures.seconds(CLEAN, "cold, no picture scaled")
    print(f"  {CLEAN}, with all pictures to scale: {scaled:.2f} s")


if __name__ == "__main__":
    main()
