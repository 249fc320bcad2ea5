"""A site in a folder of its own → the same with `serve` running on it, and an address."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import own_site, peer_sites
from benchmarks.articles import articles

ROOT = Path(__file__).resolve().parent.parent
START = (
    "import sys; from pathlib import Path; from schaukasten.editor.serve import serve;"
    "root = Path(sys.argv[1]); sys.exit(serve(root, root / 'content', port=0))"
)
#: By what kind of file it is: the file, and the page that shows it.
Pages = dict[str, tuple[str, str]]
EVERYWHERE: Pages = {
    "a data file": ("content/data/association.yaml", "/"),
    "a stylesheet": ("theme/static/css/base/document.css", "/"),
    "a template": ("theme/templates/base.html", "/"),
}
REAL: Pages = EVERYWHERE | {
    "a news item": (
        "content/aktuelles/2018-04-13-bundesministerin-giffey-zu-besuch/index.md",
        "/aktuelles/2018/bundesministerin-giffey-zu-besuch/",
    ),
    "an offer": ("content/angebote/beschaeftigung.md", "/angebote/beschaeftigung/"),
}


@dataclass(frozen=True)
class Preview:
    """A site that is served: where it lies, where it is seen, and how long each save took."""

    name: str
    folder: Path
    address: str
    pages: Pages
    seconds: list[float] = field(default_factory=list)


def real(folder: Path, name: str, code: Path) -> AbstractContextManager[Preview]:
    """Serve a copy of the real content with its own code."""
    shutil.copytree(code / "content", folder / "content")
    # Pictures that are scaled already.
    (code / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(code / ".cache")
    return _serving(folder, name, code, REAL)


def large(folder: Path, name: str, items: int) -> AbstractContextManager[Preview]:
    """Serve so many generated news with what belongs to them."""
    pictures = peer_sites.write_pictures(folder.parent)
    site = peer_sites.own(folder, articles(items), peer_sites.CLEAN)
    site.write(pictures)
    newest = site.articles[-1]
    news = str(site.path(newest).relative_to(folder))
    pages = {
        "a news item": (news, f"/aktuelles/{newest.day.year}/{newest.slug}/"),
        "an offer": (f"content/{own_site.OFFER}.md", f"/{own_site.OFFER}/"),
    }
    return _serving(folder, name, ROOT, EVERYWHERE | pages)


@contextmanager
def _serving(folder: Path, name: str, code: Path, pages: Pages) -> Iterator[Preview]:
    shutil.copytree(code / "theme", folder / "theme")
    shutil.copy(code / "pelicanconf.py", folder)
    log = folder / "log.txt"
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(folder)],
            cwd=folder,
            # Its own code, not what is installed.
            env=os.environ | {"PYTHONPATH": str(code)},
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Preview(name, folder, _announced(process, log), pages)
        finally:
            process.terminate()
            process.wait()


def _announced(process: subprocess.Popen[bytes], log: Path) -> str:
    while not (found := re.search(r"http://localhost:(\d+)", log.read_text("utf-8"))):
        if process.poll() is not None:
            raise SystemExit(f"serve has ended: {log.read_text('utf-8')}")
        time.sleep(0.05)
    return f"http://127.0.0.1:{found[1]}"
