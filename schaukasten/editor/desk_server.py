"""The preview's server with the desk at /redaktion/: sockets → requests, answers → sockets."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit

from schaukasten.editor.desk.desk import ADDRESS, Desk
from schaukasten.editor.desk.exchange import Answer, Request
from schaukasten.editor.preview import Preview
from schaukasten.editor.site_server import SiteHandler, SiteServer

#: Bytes of a body: several large pictures at once, as base64.
_MOST = 200_000_000
#: Bytes that are thrown away so that the browser hears why; more ends the connection.
_PATIENCE = 1_000_000_000
_PIECE = 1 << 16


class DeskServer(SiteServer):
    """Serves the preview as ever, and the desk beside it."""

    def __init__(self, port: int, preview: Preview, desk: Desk):
        self.desk = desk
        super().__init__(port, preview, _Handler)


class _Handler(SiteHandler):
    server: DeskServer

    def do_GET(self) -> None:
        if not self._is_for_the_desk():
            return super().do_GET()
        return self._answer_for_the_desk()

    do_HEAD = do_GET

    def do_POST(self) -> None:
        if self._is_for_the_desk():
            return self._answer_for_the_desk()
        # As of a server that knows no such method, which the preview's is.
        return self.send_error(HTTPStatus.NOT_IMPLEMENTED, f"Unsupported method ({self.command!r})")

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST

    def _is_for_the_desk(self) -> bool:
        return bool(re.match(rf"{ADDRESS}(?:[/?#]|$)", self.path))

    def _answer_for_the_desk(self) -> None:
        desk = self.server.desk
        request = self._request()
        if request is None:
            self.close_connection = True
            return self._give(desk.refused(HTTPStatus.BAD_REQUEST))
        size = self._size()
        # Before its body is read: nobody else may fill the memory.
        refusal = desk.refusal(request)
        if refusal is None and size is None:
            refusal = desk.refused(HTTPStatus.LENGTH_REQUIRED)
        if refusal is None and size is not None and size > _MOST:
            refusal = desk.refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if refusal is None and size and self.command != "POST":
            refusal = desk.refused(HTTPStatus.BAD_REQUEST)
        if refusal is not None:
            self._discard(size)
            return self._give(refusal)
        body = self.rfile.read(size or 0)
        if len(body) != (size or 0):
            self.close_connection = True
            return None
        return self._give(desk.answer(replace(request, body=body)))

    def _request(self) -> Request | None:
        try:
            address = urlsplit(self.path)
            path = unquote(address.path, errors="strict").removeprefix(ADDRESS)
            query = dict(parse_qsl(address.query, keep_blank_values=True))
        except ValueError:
            return None
        return Request(self.command, path, query, self.headers, self.server.server_port)

    def _size(self) -> int | None:
        """The length of the body; None where it is not told, or in two ways."""
        told = self.headers.get_all("Content-Length", [])
        if self.headers.get("Transfer-Encoding") or len(told) > 1:
            return None
        if not told:
            return None if self.command == "POST" else 0
        return int(told[0]) if re.fullmatch(r"[0-9]{1,15}", told[0].strip()) else None

    def _discard(self, size: int | None) -> None:
        """Read past a body: whoever is cut off while sending does not get to the answer."""
        self.close_connection = True
        left = size if size is not None and size <= _PATIENCE else 0
        while left and (piece := self.rfile.read(min(left, _PIECE))):
            left -= len(piece)

    def _give(self, answer: Answer) -> None:
        self.send_response(answer.status)
        kind = answer.kind
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        headers = answer.headers | ({"Content-Type": kind} if kind else {})
        if self.close_connection:
            headers = headers | {"Connection": "close"}
        for name, value in (headers | {"Content-Length": str(len(answer.body))}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
