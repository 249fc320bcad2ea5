"""Two figures and what was aimed at → a line that says whether it is met."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure of ours, and what it is divided by."""

    what: str
    ours: float
    whose: str
    theirs: float
    #: The ratio that is aimed at, and the one that is required.
    goal: float | None = None
    required: float | None = None
    #: The same ratio of seconds of processors, to tell a slow hour of the machine.
    cpu_ratio: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    def line(self) -> str:
        aims = [f"≤ {self.goal:g}"] if self.goal is not None else []
        aims += [f"required ≤ {self.required:g}"] if self.required is not None else []
        cpu = "" if self.cpu_ratio is None else f"{self.cpu_ratio:.2f}"
        return (
            f"| {self.what} | {self.ours:.2f} s | {self.whose} {self.theirs:.2f} s "
            f"| {self.ratio:.2f} | {cpu} | {', '.join(aims)} | {self.verdict()} |"
        )

    def verdict(self) -> str:
        if self.goal is None:
            return ""
        if self.ratio <= self.goal:
            return "met"
        if self.required is None:
            return "missed"
        return "required met" if self.ratio <= self.required else "MISSED"


def table(rows: list[Row]) -> str:
    head = ("figure", "ours", "against", "ratio", "of CPU", "goal", "")
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *(row.line() for row in rows)]
    return "\n".join(lines)
