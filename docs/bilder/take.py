"""The pictures of docs/redaktion.md, taken anew: `python docs/bilder/take.py`.

What the program shows is photographed while it runs; GitHub, which cannot be reached from a test
machine, is drawn (`github.html`).
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from io import BytesIO, StringIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HANDBOOK = ROOT / "docs" / "redaktion.md"
CHROMIUM = "/usr/bin/chromium"
ITEM = "aktuelles/2026-06-15-sommerfest/index.md"
#: A terminal as it is photographed: its colours are those of the theme's paper and ink.
TERMINAL = """<meta charset="utf-8"><style>
body {{ margin: 0 }}
pre {{ margin: 0; padding: 24px; background: #221d19; color: #efe9e1 }}
pre {{ font: 15px/1.5 "DejaVu Sans Mono", monospace; white-space: pre-wrap }}
{stylesheet}
</style><pre>$ python3 tasks.py check
{code}</pre>"""


def main() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        drawings(browser)
        content = Path(folder, "content")
        shutil.copytree(ROOT / "content", content)
        path = content / ITEM
        path.parent.mkdir(parents=True)
        path.write_text(first_example(), encoding="utf-8")
        running(browser, content, path)
        terminal(browser, content, path)


def first_example() -> str:
    """The news item that the handbook tells its readers to copy."""
    found = re.search(r"```markdown\n(.*?)^```$", HANDBOOK.read_text("utf-8"), re.M | re.S)
    assert found is not None
    return found[1]


def drawings(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 920, "height": 800})
    page.goto((HERE / "github.html").as_uri())
    for section in page.locator("section").all():
        save(section, f"{section.get_attribute('id')}.webp")
    page.close()


def running(browser: Browser, content: Path, path: Path) -> None:
    """The preview while it is served, whole and with a mistake in it."""
    command = [sys.executable, "tasks.py", "serve", "--content", str(content), "--port", "8123"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = next(
            found[0] for line in server.stdout if (found := re.search(r"http://\S+/", line))
        )
        page = browser.new_page(viewport={"width": 1000, "height": 720})
        page.goto(f"{address}aktuelles/2026/sommerfest/")
        # The published preview has no panel.
        panel = page.locator("#schaukasten-panel")
        panel.evaluate("panel => { panel.style.display = 'none' }")
        save(page, "vorschau.webp")
        panel.evaluate("panel => { panel.style.display = '' }")
        path.write_text(path.read_text("utf-8").replace("2026-06-15", "15.06.2026"), "utf-8")
        page.get_by_text("ist kein Datum").first.wait_for()
        save(page, "tafel.webp")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def terminal(browser: Browser, content: Path, path: Path) -> None:
    """What `check` says to two mistakes, in the colours of a terminal."""
    text = first_example().replace("(../../seiten/", "(../")
    path.write_text(text.replace("[Angeboten des Hauses]", "[hier]"), "utf-8")
    command = [sys.executable, "tasks.py", "check", "--content", str(content)]
    shown = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env={"FORCE_COLOR": "1"}, check=False
    ).stdout
    lines = shown.split("\n")
    first = next(number for number, line in enumerate(lines) if "sommerfest" in line)
    last = max(number for number, line in enumerate(lines) if "│" in line)
    html = exported("\n".join(lines[first : last + 1]))
    page = browser.new_page(viewport={"width": 1048, "height": 300})
    page.set_content(html)
    save(page.locator("pre"), "terminal.webp")


def exported(shown: str) -> str:
    """Return the page that shows the coloured text of a terminal."""
    console = Console(record=True, width=110, file=StringIO())
    console.print(Text.from_ansi(shown))
    return console.export_html(theme=MONOKAI, code_format=TERMINAL)


def save(shown: Page | Locator, name: str) -> None:
    image = Image.open(BytesIO(shown.screenshot()))
    image.save(HERE / name, "WEBP", quality=82, method=6)


if __name__ == "__main__":
    main()
