"""A folder of content → the editor in its local mode over it: nothing but its files is served.

The folder that Chromium would ask for is the one that pages have for themselves (OPFS), filled
before; so what the editor reads and writes are real files.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from schaukasten.apache.editor_headers import editor_header_values
from schaukasten.building.settings import settings_of
from schaukasten.editor.desk.exchange import Answer, as_file, as_json
from schaukasten.forms.of_content import ROOT as REPOSITORY
from schaukasten.forms.of_content import configuration_of
from tests.browser.editor.bed import Bed, Files
from tests.worlds import ROOT

_BEFORE = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
FileSystemHandle.prototype.requestPermission = async () => 'granted';
FileSystemHandle.prototype.queryPermission = async () => 'granted';
"""
_CLEAR = """async () => {
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, {recursive: true});
  // Sveltia takes no folder that is not a repository.
  await root.getDirectoryHandle('.git', {create: true});
}"""
_PUT = """async (files) => {
  for (const [path, told] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory();
    const parts = path.split('/');
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, {create: true});
    }
    const file = await folder.getFileHandle(parts.at(-1), {create: true});
    const stream = await file.createWritable();
    await stream.write(Uint8Array.fromBase64(told));
    await stream.close();
  }
}"""
# What has the time and the size that it had is not read again: of all files few are another one.
_READ = """async (known) => {
  const found = {};
  const read = async (handle, path) => {
    const file = await handle.getFile();
    const stamp = `${file.lastModified} ${file.size}`;
    const isKnown = known[path] === stamp;
    found[path] = [stamp, isKnown ? '' : new Uint8Array(await file.arrayBuffer()).toBase64()];
  };
  const walk = async (folder, path) => {
    const inside = [];
    for await (const [name, handle] of folder.entries()) {
      const isFolder = handle.kind === 'directory';
      inside.push(isFolder ? walk(handle, `${path}${name}/`) : read(handle, path + name));
    }
    await Promise.all(inside);
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""


class LocalBed(Bed):
    def __init__(self, browser: Browser, origin: str, content: Path, **window: Any):
        super().__init__(browser, origin, **window)
        self.start = files_of(content)
        #: By name what was read last: the time and size that it had, and its bytes.
        self._read: dict[str, tuple[str, bytes]] = {}
        self.context.add_init_script(_BEFORE)
        self.reset()

    def reset(self) -> None:
        """Let the files be those of the start; the editor has to be entered again."""
        # A page of the same origin with nothing on it.
        self.page.goto(f"{self.origin}/LICENCES.txt")
        self.page.evaluate(_CLEAR)
        self._put(self.start)

    def enter(self) -> None:
        self.page.goto(f"{self.origin}/index.html")
        # Nobody is signed in who has not done so since the page was opened.
        start = self.page.get_by_role("button", name="Mit lokalem")
        shown = self.page.get_by_role("navigation").first
        start.or_(shown).first.wait_for()
        if start.is_visible():
            start.click()
        shown.wait_for()

    def files(self) -> Files:
        known = {name: stamp for name, (stamp, _raw) in self._read.items()}
        self._read = {
            name: self._read[name] if stamp == known.get(name) else (stamp, base64.b64decode(raw))
            for name, (stamp, raw) in self.page.evaluate(_READ, known).items()
        }
        return {name: raw for name, (_stamp, raw) in self._read.items()}

    def put(self, name: str, raw: bytes) -> None:
        self._put({name: raw})

    def _put(self, files: Files) -> None:
        told = {name: base64.b64encode(raw).decode() for name, raw in files.items()}
        self.page.evaluate(_PUT, told)


def files_of(content: Path) -> Files:
    """All files of a folder of content, as the repository names them."""
    return {
        f"{REPOSITORY}/{path.relative_to(content).as_posix()}": path.read_bytes()
        for path in sorted(content.rglob("*"))
        if path.is_file()
    }


@contextmanager
def served(bundle: Path, content: Path) -> Iterator[str]:
    """Serve the editor with its headers and the configuration for a content; gives the origin."""
    settings = settings_of(ROOT / "pelicanconf.py", {"PATH": str(content), "TODAY": None})
    made = configuration_of(content, settings)
    # A backend has to be named; its local mode asks it nothing.
    made["cms"]["backend"] = {"name": "gitea", "repo": "verein/website"}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.partition("?")[0].removeprefix("/") or "index.html"
            if name == "konfiguration.json":
                self._give(as_json(json.loads(json.dumps(made))))
            elif (bundle / name).is_file():
                self._give(as_file(name, (bundle / name).read_bytes()))
            else:
                self.send_error(404)

        def _give(self, answer: Answer) -> None:
            self.send_response(answer.status)
            told = {"Content-Type": answer.kind, "Content-Length": str(len(answer.body))}
            for header in (editor_header_values() | told).items():
                self.send_header(*header)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
