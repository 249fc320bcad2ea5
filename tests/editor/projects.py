"""A copy of the theme and the settings beside a small content: a test may break all of it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schaukasten.editor.preview import Preview, View
from schaukasten.editor.rebuild import Rebuilder, Result
from schaukasten.editor.site_server import SiteServer
from schaukasten.editor.telling import Teller
from tests.worlds import ROOT, THEME, TODAY, World


class Project(World):
    def __init__(self, folder: Path):
        super().__init__(folder)
        shutil.copytree(THEME, folder / "theme")
        # Without what takes half of such a build and shows nothing here.
        conf = (ROOT / "pelicanconf.py").read_text("utf-8")
        style_guide = '    "schaukasten.plugins.style_guide",\n'
        assert style_guide in conf
        (folder / "pelicanconf.py").write_text(conf.replace(style_guide, ""), "utf-8")
        # Pictures that are scaled already.
        (ROOT / ".cache").mkdir(exist_ok=True)
        (folder / ".cache").symlink_to(ROOT / ".cache")
        self.rebuilder = Rebuilder(folder / "pelicanconf.py", self.content, TODAY)
        self.teller = Teller(folder, self.content)

    def rebuild(self) -> Result:
        return self.rebuilder.build()

    def view(self) -> View:
        return self.teller.view(self.rebuild())


def places(result: Result) -> list[str]:
    """Where the errors of a build stand."""
    found = [(problem.severity, f"{problem.file}:{problem.line}") for problem in result.faults]
    found += [
        (problem.severity, f"content/{problem.file}:{problem.line}") for problem in result.problems
    ]
    return [place for severity, place in found if severity == "error"]


@contextmanager
def replaced(path: Path, content: bytes | None) -> Iterator[None]:
    """Give a file another content, or take it away, until the block ends."""
    before = path.read_bytes() if path.exists() else None
    _put(path, content)
    try:
        yield
    finally:
        _put(path, before)


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


@contextmanager
def listening(preview: Preview) -> Iterator[SiteServer]:
    """A server on a free port for what a preview shows; ended with all who wait."""
    with SiteServer(0, preview) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            preview.end()
            server.shutdown()
            thread.join()
