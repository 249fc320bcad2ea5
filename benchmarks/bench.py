"""This generator and its peers, side by side in one run; figures are ratios, machines are noisy.

1. A cold build of 1,000 news items against stock Pelican with its default theme.
2. `check` of the same items against that build, and of the real content without start-up.
3. The start of `python3 tasks.py` against plain `inv`.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
ITEMS = 1000
ROUNDS = 3
WORDS = (
    "Haus Familie Nachbarn Garten Kinder Eltern Café Treffen Sprache Hilfe gemeinsam offen "
    "morgen Stadt lernen lachen feiern Werkstatt Gespräch Mittagessen Großeltern Ehrenamt"
).split()


@dataclass(frozen=True)
class Item:
    """A news item without a form; each generator's form is made of it."""

    number: int
    date: str
    title: str
    summary: str
    tags: list[str]
    body: str


def items() -> list[Item]:
    """The same texts in every run: about 350 words each, headings, a list, a quotation."""
    dice = random.Random(1)

    def words(count: int) -> str:
        return " ".join(dice.choice(WORDS) for _ in range(count))

    def body(number: int) -> str:
        # Every fourth text has typewriter quotes and dashes, which only this generator mends.
        said = f'"{words(4)}" -- {words(12)}' if number % 4 == 0 else words(16)
        return "\n\n".join(
            [
                f"{words(60)}.",
                f"## {words(3)}",
                f"{words(80)} **{words(2)}** [{words(2)}](https://example.org/{number}).",
                "\n".join(f"- {words(8)}" for _ in range(4)),
                f"> {words(25)}",
                f"{words(60)}, {said}.",
                f"### {words(2)}",
                f"{words(70)}.",
            ]
        )

    return [
        Item(
            number,
            f"{2005 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}",
            f"{words(5)} {number}",
            words(18),
            dice.sample(WORDS, 2),
            body(number),
        )
        for number in range(ITEMS)
    ]


def stock_content(folder: Path) -> Path:
    content = folder / "stock"
    content.mkdir()
    for item in items():
        head = f"Title: {item.title}\nDate: {item.date}\nSummary: {item.summary}\n"
        text = f"{head}Tags: {', '.join(item.tags)}\n\n{item.body}\n"
        (content / f"{item.number}.md").write_text(text, encoding="utf-8")
    return content


def own_content(folder: Path) -> Path:
    content = folder / "own"
    shutil.copytree(MINIMAL, content)
    for item in items():
        head = f"title: {item.title}\ndate: {item.date}\nsummary: {item.summary}\n"
        text = f"---\n{head}tags: [{', '.join(item.tags)}]\n---\n\n{item.body}\n"
        path = content / "aktuelles" / f"{item.date}-{item.number}" / "index.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return content


def seconds(command: list[str], folder: Path = ROOT) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
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
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stock, own = stock_content(folder), own_content(folder)
        (folder / "plain").mkdir()

        def stock_build() -> float:
            shutil.rmtree(folder / "stock-output", ignore_errors=True)
            command = [python, "-m", "pelican", str(stock), "-o", str(folder / "stock-output")]
            # Away from the project, so that it finds no pelicanconf.py.
            return seconds(command, folder / "plain")

        def own_build() -> float:
            shutil.rmtree(folder / "own-output", ignore_errors=True)
            command = [python, "-m", "invoke", "build", "--content", str(own)]
            return seconds([*command, "--output", str(folder / "own-output")])

        name = f"Cold build of {ITEMS} news items against stock Pelican"
        side_by_side(name, "at most 1.5", own_build, stock_build, ROUNDS)
        pages = len(list((folder / "own-output").rglob("*.html")))
        peer_pages = len(list((folder / "stock-output").rglob("*.html")))
        print(f"  pages written: {pages} against {peer_pages}")

        def own_check() -> float:
            return seconds([python, "-m", "invoke", "check", "--content", str(own)])

        name = f"check of {ITEMS} news items against stock Pelican's build of them"
        side_by_side(name, "below 0.5", own_check, stock_build, ROUNDS)
    code = (
        "import time; from pathlib import Path; from schaukasten.editor.check import check;"
        "start = time.perf_counter(); check(Path()); print(time.perf_counter() - start)"
    )
    command = [python, "-c", code]
    answers = [subprocess.check_output(command, cwd=ROOT, text=True) for _ in range(ROUNDS)]
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
