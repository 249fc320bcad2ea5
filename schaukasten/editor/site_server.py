"""The last good site → answers over HTTP for this machine alone, as strict as the live site's.

Every page gets the panel's script in passing; the files of the build stay as they are.
"""

from __future__ import annotations

import re
import sys
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from schaukasten.apache.facts import Facts
from schaukasten.apache.files import FEED, TYPES
from schaukasten.apache.headers import DRAWING_POLICY, header_values
from schaukasten.editor.preview import Preview, View

#: Addresses below it are not the site's: no page can begin with two underscores.
OWN = "__schaukasten"
_PANEL = Path(__file__).parent / "panel"
_PANEL_FILES = ("panel.js", "panel.css")
#: DNS rebinding: another site's name may lead here, and its pages could read the drafts.
_HOSTS = ("localhost", "127.0.0.1", "[::1]")
#: Seconds between two signs of life, by which a reader who has left is noticed.
_BEAT = 15
#: Characters; no disk knows longer paths.
_LONGEST = 4000
_TYPES = {ending: name for name, endings in TYPES.items() for ending in endings.split()}
_FACTS = Facts(base="", host=None, secure=False, hidden=True, scripts=True, error_page=True)
_HEADERS = header_values(_FACTS)
_POLICY = "Content-Security-Policy"
_HEADERS[_POLICY] += "; connect-src 'self'"


class SiteServer(ThreadingHTTPServer):
    """Listens on loopback; `port` 0 takes a free one. Raises OSError if the port is taken."""

    daemon_threads = True
    # A page asks for seventy files at once.
    request_queue_size = 128
    # On Windows it would let two programs listen on one port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, preview: Preview, handler: type[SiteHandler] | None = None):
        self.preview = preview
        super().__init__(("127.0.0.1", port), handler or SiteHandler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that goes on before it has everything is no error.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class SiteHandler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"
    timeout = 60
    # An answer leaves in one piece.
    wbufsize = -1
    # Else the body of a small answer waits until the browser has confirmed the head.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").lower()
        if re.sub(r":\d{1,5}$", "", host) not in _HOSTS:
            return self._plain(HTTPStatus.MISDIRECTED_REQUEST)
        view = self.server.preview.view()
        parts = _parts(self.path)
        if view is None:
            return self._plain(HTTPStatus.SERVICE_UNAVAILABLE)
        if parts is None:
            return self._missing(view)
        if parts[0] == OWN:
            return self._own(parts[1:], view)
        return self._page(parts, view)

    do_HEAD = do_GET

    def _own(self, parts: list[str], view: View) -> None:
        if parts == ["events"]:
            return self._events(view)
        if len(parts) == 1 and parts[0] in _PANEL_FILES:
            return self._file(HTTPStatus.OK, _PANEL / parts[0], view)
        return self._plain(HTTPStatus.NOT_FOUND)

    def _page(self, parts: list[str], view: View) -> None:
        if view.folder is None:
            page = _bare(view.heading, view)
            return self._send(HTTPStatus.SERVICE_UNAVAILABLE, page, _TYPES[".html"])
        path = view.folder.joinpath(*parts)
        if len(str(path)) > _LONGEST:
            return self._missing(view)
        if parts[-1] == "":
            path = path / "index.html"
        elif path.is_dir() and (path / "index.html").is_file():
            query = urlsplit(self.path).query
            address = "/" + quote("/".join(parts)) + "/" + (f"?{query}" if query else "")
            return self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "", {"Location": address})
        if not path.is_file():
            return self._missing(view)
        return self._file(HTTPStatus.OK, path, view)

    def _missing(self, view: View) -> None:
        page = view.folder / "404.html" if view.folder else None
        if page is None or not page.is_file():
            status = HTTPStatus.NOT_FOUND
            told = f"{status.value} {status.phrase}"
            return self._send(status, _bare(told, view), _TYPES[".html"])
        return self._file(HTTPStatus.NOT_FOUND, page, view)

    def _file(self, status: HTTPStatus, path: Path, view: View) -> None:
        kind = FEED if path.name.endswith(".atom.xml") else _TYPES.get(path.suffix.lower(), "")
        body = path.read_bytes()
        if kind == _TYPES[".html"]:
            body = _with_panel(body, view)
        more = {_POLICY: DRAWING_POLICY} if path.suffix == ".svg" else {}
        self._send(status, body, kind or "application/octet-stream", more)

    def _plain(self, status: HTTPStatus) -> None:
        self._send(status, f"{status.value} {status.phrase}\n".encode(), "text/plain")

    def _send(
        self, status: HTTPStatus, body: bytes, kind: str, more: dict[str, str] | None = None
    ) -> None:
        text = kind.startswith("text/") or kind.endswith("xml")
        headers = {"Content-Type": f"{kind}; charset=utf-8" if text else kind} if kind else {}
        self._head(status, headers | {"Content-Length": str(len(body))} | (more or {}))
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (_HEADERS | {"Cache-Control": "no-store"} | headers).items():
            self.send_header(name, value)
        self.end_headers()

    def _events(self, view: View | None) -> None:
        """Tell what is shown now and from now on, as server-sent events (HTML, 9.2)."""
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
        told = None
        while view is not None and self.command != "HEAD":
            self.wfile.write(f"data: {view.news}\n\n".encode() if view is not told else b":\n\n")
            self.wfile.flush()
            told = view
            view = self.server.preview.next(told, _BEAT)
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal is for the builds."""


def _parts(target: str) -> list[str] | None:
    """Return the parts of an address, the last one empty behind a slash; None if it is hidden."""
    try:
        parts = unquote(urlsplit(target).path, errors="replace").split("/")[1:]
    except ValueError:  # of an address such as http://[
        return None
    if not parts or any(_is_no_name(part) for part in parts):
        return None
    return [*filter(None, parts[:-1]), parts[-1]]


def _is_no_name(part: str) -> bool:
    # No disk holds a name of more than 255 bytes.
    return part.startswith(".") or bool(set(part) & set("\\:\0")) or len(part.encode()) > 255


def _with_panel(page: bytes, view: View) -> bytes:
    data = f'data-build="{escape(view.build)}" data-gone="{escape(view.gone)}"'
    script = f'<script src="/{OWN}/panel.js" {data} defer></script>'
    before, end, after = page.rpartition(b"</body>")
    return before + script.encode() + end + after if end else page + script.encode()


def _bare(heading: str, view: View) -> bytes:
    """A page of one sentence that the theme has no part in; the panel leads on from it."""
    heading = escape(heading)
    page = (
        f'<!doctype html><html lang="{escape(view.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{heading}</title></head>'
        f"<body><main><h1>{heading}</h1></main></body></html>"
    )
    return _with_panel(page.encode(), view)
