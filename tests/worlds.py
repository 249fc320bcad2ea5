"""Files of a test → a small association's content, and what the model or Pelican makes of it."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from schaukasten.building.build import build
from schaukasten.building.compiled import Compiled
from schaukasten.language.catalogs import catalog
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.load import load
from schaukasten.model.look.theme import Theme
from schaukasten.model.reading.problem import Problem
from schaukasten.model.site import Outcome
from schaukasten.model.text.rendering import Rendering

ROOT = Path(__file__).parent.parent
SITES = ROOT / "tests" / "sites"
THEME = ROOT / "theme"
TODAY = "2026-11-22"
#: Most of a tiny build would go into the same templates again.
COMPILED = Compiled()


def share_pictures(cache: Path) -> None:
    """Let scaled pictures lie in one place for all that is kept by tests, whoever has drawn them.

    To draw them takes longer than all the rest, and each is named by what it is made of.
    """
    pictures = ROOT / ".cache" / "tests" / "pictures"
    for folder in (cache, pictures):
        folder.mkdir(parents=True, exist_ok=True)
    # Where there may be no links, they are drawn again.
    with suppress(OSError):
        (cache / "pictures").symlink_to(pictures, target_is_directory=True)


def layout() -> Layout:
    """The project's own layout, as `pelicanconf.py` has it."""
    settings: dict[str, object] = {}
    exec((ROOT / "pelicanconf.py").read_text(encoding="utf-8"), settings)
    return Layout.from_settings(settings)


@cache
def theme() -> Theme:
    return Theme.read(THEME)


def german(msgid: str) -> str:
    return catalog(THEME, "de").gettext(msgid)


class World:
    """A copy of `sites/minimal` in a folder of its own, to which a test adds files."""

    def __init__(self, folder: Path, base: str = "minimal"):
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "output"
        self.root = ROOT
        self.layout = layout()
        shutil.copytree(SITES / base / "content", self.content)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text, encoding="utf-8", newline="")
        return path

    def news(self, body: str = "Text.", head: str = "", slug: str = "fest") -> Path:
        """Write a news item of 8 March 2026; `head` is added to its front matter."""
        front = f"title: Fest\ndate: 2026-03-08\nsummary: Ein Fest.\n{head}".rstrip("\n")
        return self.write(f"aktuelles/2026-03-08-{slug}/index.md", f"---\n{front}\n---\n{body}\n")

    def offer(self, body: str = "Text.", head: str = "", slug: str = "treff") -> Path:
        """Write an offer; without a `schedule:` in `head`, of which the times are not known."""
        times = "" if "schedule:" in head else "schedule: []\n"
        front = f"title: Treff\nsummary: Ein Treff.\naudience: Familien\n{times}{head}"
        return self.write(f"angebote/{slug}.md", f"---\n{front.rstrip()}\n---\n{body}\n")

    def divide(self, size: int) -> World:
        """Let its lists have pages of so few members."""
        self.root = self.folder
        self.layout = replace(self.layout, list_page_size=size)
        (self.root / "theme").symlink_to(THEME)
        conf = (ROOT / "publishconf.py").read_text(encoding="utf-8")
        (self.root / "publishconf.py").write_text(f"{conf}\nLIST_PAGE = {size}\n", "utf-8")
        return self

    def load(self, today: str = TODAY, drafts: bool = False) -> Outcome:
        return load(
            self.content,
            self.layout,
            theme(),
            dt.date.fromisoformat(today),
            drafts,
        )

    def problems(self, **options: object) -> list[Problem]:
        return self.load(**options).problems  # type: ignore[arg-type]

    def lines(self, **options: object) -> list[str]:
        """The problems as an editor reads them, in German."""
        return [problem.text(german) for problem in self.problems(**options)]

    def errors(self, **options: object) -> list[str]:
        """The errors alone, as an editor reads them."""
        return [error.text(german) for error in self.load(**options).errors]  # type: ignore[arg-type]

    def found(self, rule: str, **options: object) -> list[str]:
        """What a rule found: `file:line: sentence`."""
        problems = self.problems(**options)
        return [problem.text(german) for problem in problems if problem.rule == rule]

    def document(self, name: str, **options: object) -> Document:
        """The document of a file; fails with the problems if the site has errors."""
        outcome = self.load(**options)  # type: ignore[arg-type]
        assert outcome.site is not None, self.lines()
        return outcome.site.documents[name]

    def rendering(self, name: str) -> Rendering:
        """What was made of a file; fails with the problems if the site has errors."""
        outcome = self.load()
        assert outcome.site is not None, self.lines()
        return outcome.site.renderings[name]

    def html(self, body: str, head: str = "") -> str:
        """The HTML of a news item's body."""
        self.news(body, head)
        return self.rendering("aktuelles/2026-03-08-fest/index.md").html

    def build(self, drafts: bool = False, today: str = TODAY) -> int:
        return build(self.root, self.content, self.output, drafts, today, COMPILED)

    def read(self, name: str) -> str:
        """A file of the built site."""
        return (self.output / name).read_text(encoding="utf-8")
