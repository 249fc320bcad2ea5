"""The pictures of docs/redaktion.md, taken anew: `python docs/bilder/take.py`.

What the program shows is photographed while it runs; GitHub, which cannot be reached from a test
machine, is drawn (`github.html`).
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO
from pathlib import Path

from PIL import Image, ImageDraw
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
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--lang=de"],
            # Its calendar speaks the language of the machine (Debian: chromium-l10n).
            env={**os.environ, "LANGUAGE": "de"},
        )
        drawings(browser)
        content = Path(folder, "content")
        shutil.copytree(ROOT / "content", content)
        editor(browser, content, Path(folder, "sommerfest.jpg"))
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


def editor(browser: Browser, content: Path, photograph: Path) -> None:
    """The first news item as the handbook tells it, in the editor on a telephone."""
    drawn_garden().save(photograph)
    with served(content, "--edit") as address:
        context = browser.new_context(
            viewport={"width": 390, "height": 680}, device_scale_factor=2, locale="de-DE"
        )
        page = context.new_page()
        page.goto(f"{address}redaktion/")
        page.get_by_text("Unser Haus").wait_for()
        menu = shot(page)
        page.get_by_text("Aktuelles").first.click()
        page.get_by_text("08.08.2022").first.wait_for()
        page.get_by_role("button", name="Neu").click()
        key(page, "title").get_by_role("textbox").fill("Sommerfest im Garten")
        key(page, "date").locator("input").fill("2026-06-15")
        key(page, "summary").get_by_role("textbox").fill("Am Samstag feiern wir mit allen.")
        beginning = shot(page)
        pair("redaktion-anfang.webp", menu, beginning)
        text = key(page, "body").locator("[contenteditable=true]")
        text.click()
        page.keyboard.type("Die Nachbarschaft feiert, von drei bis sechs Uhr. Kommen Sie vorbei!")
        key(page, "body").evaluate("field => field.scrollIntoView()")
        page.wait_for_timeout(500)
        writing = shot(page)
        key(page, "image").get_by_role("checkbox").click()
        key(page, "image.file").get_by_role("button", name="Durchsuchen").click()
        dialog = page.get_by_role("dialog")
        with page.expect_file_chooser() as chooser:
            dialog.get_by_role("button", name="Hochladen").click()
        chooser.value.set_files(photograph)
        dialog.get_by_role("button", name="Einfügen", exact=True).click()
        page.get_by_text("sommerfest.webp").wait_for()
        key(page, "image.alt").get_by_role("textbox").fill("Kinder malen an einem langen Tisch")
        key(page, "image").evaluate("field => field.scrollIntoView()")
        page.wait_for_timeout(500)
        pair("redaktion-text.webp", writing, shot(page))
        page.get_by_role("button", name="Speichern").click()
        page.get_by_text("Eintrag gespeichert").wait_for()
        # Its word of success lies over the panel for a while.
        page.get_by_text("Eintrag gespeichert").wait_for(state="hidden")
        page.get_by_text("In diesem Text: 2").click()
        save(page, "redaktion-pruefung.webp")
        context.close()


def drawn_garden() -> Image.Image:
    """A lawn, a tree and a table, in the place of a photograph of people."""
    image = Image.new("RGB", (1600, 1200), "#b9dcf0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 700, 1600, 1200), fill="#7fa65a")
    draw.rectangle((1180, 420, 1250, 760), fill="#7a5a3c")
    draw.ellipse((960, 80, 1470, 520), fill="#4f7f3f")
    draw.polygon([(200, 820), (1000, 820), (1120, 960), (80, 960)], fill="#e9d8b4")
    for place, colour in ((300, "#b5482a"), (520, "#2c5b4a"), (740, "#e0a526")):
        draw.ellipse((place, 840, place + 110, 900), fill=colour)
    return image


def key(page: Page, path: str) -> Locator:
    """The field of a key."""
    return page.locator(f'[data-key-path="{path}"]').first


def shot(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot()))


def pair(name: str, first: Image.Image, second: Image.Image) -> None:
    """Two screens of a telephone beside each other."""
    gap = 32
    both = Image.new("RGB", (first.width + second.width + gap, first.height), "#b9afa4")
    both.paste(first, (0, 0))
    both.paste(second, (first.width + gap, 0))
    both.save(HERE / name, "WEBP", quality=82, method=6)


def drawings(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 920, "height": 800})
    page.goto((HERE / "github.html").as_uri())
    for section in page.locator("section").all():
        save(section, f"{section.get_attribute('id')}.webp")
    page.close()


def running(browser: Browser, content: Path, path: Path) -> None:
    """The preview while it is served, whole and with a mistake in it."""
    with served(content) as address:
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


@contextmanager
def served(content: Path, *options: str) -> Iterator[str]:
    """Run `serve`; gives the address of the preview."""
    command = [sys.executable, "tasks.py", "serve", "--content", str(content), "--port", "8123"]
    server = subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield next(found[0] for line in server.stdout if (found := re.search(r"http://\S+/", line)))
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
