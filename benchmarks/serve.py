"""`serve`, on the real site and on a large one: from a save to the new words in the reloaded page.

Each kind of file is saved many times while a real Chromium has a page open that shows it. With
`--against REVISION` the real site of that revision is served and saved by turns with them.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks import previews
from benchmarks.checkouts import checkout
from benchmarks.goals import Row, table
from benchmarks.previews import Preview
from tests import parts

SAVES = 16
ITEMS = 1_000
#: The ratios to an older revision's real site: of the real site, and of the large one.
GOALS = (0.35, 0.6)
#: Milliseconds, until a page is given up.
PATIENCE = 180_000
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@dataclass(frozen=True)
class Edit:
    """How the text of a file changes with a word, and JavaScript that tells whether it is seen."""

    name: str
    changed: Callable[[str, str], str]
    seen: str = "word => document.body.innerText.includes(word)"


EDITS = (
    Edit("a news item", lambda text, word: f"{text}\n\n{word}\n"),
    Edit("an offer", lambda text, word: f"{text}\n\n{word}\n"),
    Edit(
        "a data file",
        lambda text, word: re.sub("^short_name: .*", f"short_name: {word}", text, flags=re.M),
    ),
    Edit(
        "a stylesheet",
        lambda text, word: f"{text}\n:root {{ --word: {word}; }}\n",
        "word => getComputedStyle(document.body).getPropertyValue('--word').trim() == word",
    ),
    Edit("a template", lambda text, word: text.replace("</body>", f"<p>{word}</p></body>")),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", metavar="REVISION")
    parser.add_argument("--items", type=int, default=ITEMS, help="how many news the large site has")
    parser.add_argument("--saves", type=int, default=SAVES, help="how often each file is saved")
    options = parser.parse_args()
    path = parts.chromium_path()
    if path is None:
        print("The preview is not measured: needs Chromium.")
        return
    with tempfile.TemporaryDirectory() as name, ExitStack() as ending:
        folder = Path(name)
        sites = [
            previews.real(folder / "real", "real site", previews.ROOT),
            previews.large(folder / "large", f"{options.items:,} items", options.items),
        ]
        if options.against:
            code = checkout(options.against)
            sites.append(previews.real(folder / "against", options.against, code))
        served = [ending.enter_context(site) for site in sites]
        playwright = ending.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        print(f"From a save to the new words in the page, {options.saves} saves each:")
        for edit in EDITS:
            for preview in served:
                preview.seconds.extend(measured(preview, browser, edit, options.saves))
        browser.close()
    for preview in served:
        print(said(preview, "all", preview.seconds))
    if options.against:
        print(table(compared(*served)))


def measured(preview: Preview, browser: Browser, edit: Edit, saves: int) -> list[float]:
    """Return the seconds of each save; the file is put back in the end."""
    file, address = preview.pages[edit.name]
    path = preview.folder / file
    text = path.read_text("utf-8")
    # The policy of the pages would not let Playwright wait inside of them.
    page = browser.new_page(bypass_csp=True)
    page.set_default_timeout(PATIENCE)
    page.goto(preview.address + address)
    seconds = []
    for number in range(saves):
        word = f"Wort{number}"
        # As long as a page still loads, nobody has seen it.
        page.wait_for_load_state()
        start = time.perf_counter()
        path.write_text(edit.changed(text, word), "utf-8")
        page.wait_for_function(edit.seen, arg=word)
        seconds.append(time.perf_counter() - start)
    path.write_text(text, "utf-8")
    page.wait_for_function(f"word => !({edit.seen})(word)", arg=f"Wort{saves - 1}")
    page.close()
    print(said(preview, edit.name, seconds), flush=True)
    return seconds


def said(preview: Preview, name: str, seconds: list[float]) -> str:
    median, worst = statistics.median(seconds), max(seconds)
    return f"  {preview.name}, {name}: median {median:.2f} s, worst {worst:.2f} s"


def compared(real: Preview, large: Preview, older: Preview) -> list[Row]:
    before = statistics.median(older.seconds)
    return [
        Row(
            f"save to reloaded page, {now.name}",
            statistics.median(now.seconds),
            f"{older.name}, real site:",
            before,
            goal,
        )
        for now, goal in zip((real, large), GOALS, strict=True)
    ]


if __name__ == "__main__":
    main()
