"""`serve` on a copy of the real content: from a save to the new words in the reloaded page.

Each kind of file is saved many times while a real Chromium has a page open that shows it.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import parts  # noqa: E402

SAVES = 16
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
START = (
    "import sys; from pathlib import Path; from schaukasten.editor.serve import serve;"
    "sys.exit(serve(Path(sys.argv[1]), port=0))"
)


@dataclass(frozen=True)
class Edit:
    """A file, how its text changes with a word, and JavaScript that tells whether it is seen."""

    name: str
    file: str
    address: str
    changed: Callable[[str, str], str]
    seen: str = "word => document.body.innerText.includes(word)"


EDITS = (
    Edit(
        "a news item",
        "aktuelles/2018-04-13-bundesministerin-giffey-zu-besuch/index.md",
        "/aktuelles/2018/bundesministerin-giffey-zu-besuch/",
        lambda text, word: f"{text}\n\n{word}\n",
    ),
    Edit(
        "an offer",
        "angebote/beschaeftigung.md",
        "/angebote/beschaeftigung/",
        lambda text, word: f"{text}\n\n{word}\n",
    ),
    Edit(
        "a data file",
        "data/association.yaml",
        "/",
        lambda text, word: re.sub("^short_name: .*", f"short_name: {word}", text, flags=re.M),
    ),
    Edit(
        "a stylesheet",
        "../theme/static/css/base/document.css",
        "/",
        lambda text, word: f"{text}\n:root {{ --word: {word}; }}\n",
        "word => getComputedStyle(document.body).getPropertyValue('--word').trim() == word",
    ),
    Edit(
        "a template",
        "../theme/templates/base.html",
        "/",
        lambda text, word: text.replace("</body>", f"<p>{word}</p></body>"),
    ),
)


def main() -> None:
    path = parts.chromium_path()
    if path is None:
        print("The preview is not measured: needs Chromium.")
        return
    with (
        tempfile.TemporaryDirectory() as name,
        serving(Path(name)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        # The policy of the pages would not let Playwright wait inside of them.
        page = browser.new_page(bypass_csp=True)
        print(f"From a save to the new words in the page, {SAVES} saves each:")
        seconds: list[float] = []
        for edit in EDITS:
            seconds += measured(Path(name), address, page, edit)
        print(said("all", seconds))
        browser.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a copy of content, theme and settings; gives its address."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    # Pictures that are scaled already.
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    with (folder / "log.txt").open("w+", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(folder)], cwd=folder, stdout=log, text=True
        )
        try:
            yield announced(folder / "log.txt")
        finally:
            process.terminate()
            process.wait()


def announced(log: Path) -> str:
    while not (found := re.search(r"http://localhost:(\d+)", log.read_text("utf-8"))):
        time.sleep(0.05)
    return f"http://127.0.0.1:{found[1]}"


def measured(folder: Path, address: str, page: Page, edit: Edit) -> list[float]:
    """Return the seconds of each save; the file is put back in the end."""
    path = folder / "content" / edit.file
    text = path.read_text("utf-8")
    page.goto(address + edit.address)
    seconds = []
    for number in range(SAVES):
        word = f"Wort{number}"
        # As long as a page still loads, nobody has seen it.
        page.wait_for_load_state()
        start = time.perf_counter()
        path.write_text(edit.changed(text, word), "utf-8")
        page.wait_for_function(edit.seen, arg=word)
        seconds.append(time.perf_counter() - start)
    path.write_text(text, "utf-8")
    page.wait_for_function(f"word => !({edit.seen})(word)", arg=f"Wort{SAVES - 1}")
    print(said(edit.name, seconds), flush=True)
    return seconds


def said(name: str, seconds: list[float]) -> str:
    return f"  {name:12} median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s"


if __name__ == "__main__":
    main()
