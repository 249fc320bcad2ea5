"""What a forge answers → a server on loopback; what all stand-ins of forges share.

A request that a stand-in does not know is remembered in `unknown`, and fails the test: it is not
for a stand-in to guess what the real forge would say.
"""

from __future__ import annotations

import json
import ssl
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self
from urllib.parse import parse_qs, urlsplit

from tests.browser.forge.repository import Repository
from tests.servers.certificate import certificate

OWNER, NAME = "verein", "website"
#: Tokens as somebody has made them at the forge.
WRITES, READS = "a-token-that-writes", "a-token-that-reads"


@dataclass(frozen=True)
class Request:
    method: str
    #: As it was sent: `%2F` in it is no slash.
    path: str
    query: Mapping[str, str]
    body: dict[str, Any]
    #: Names in small letters.
    headers: Mapping[str, str]

    @property
    def token(self) -> tuple[str, str]:
        """In which manner it was sent, in small letters, and what it is."""
        scheme, _blank, token = self.headers.get("authorization", "").partition(" ")
        return scheme.lower(), token


@dataclass(frozen=True)
class Answer:
    #: Bytes are sent as they are, everything else as JSON.
    body: object = field(default_factory=dict)
    status: int = 200
    kind: str = "application/json"


class Refused(Exception):
    """What the forge says no to, as it says it."""

    def __init__(self, status: int, body: object):
        super().__init__(str(body))
        self.status = status
        self.body = {"message": body} if isinstance(body, str) else body


class Unknown(Exception):
    """A request of which the stand-in does not know how the forge answers."""


class ForgeServer(ABC):
    """Running inside `with`; `requests` are those that it got, as method and path."""

    #: What a page of another origin may send along.
    send_headers: ClassVar[frozenset[str]] = frozenset({"authorization", "content-type"})
    methods: ClassVar[str] = "GET, POST"
    #: Whether pages of every origin may ask, or only those of `allowed`.
    asked_by_all: ClassVar[bool] = False

    def __init__(self, folder: Path, files: Mapping[str, bytes], *, encrypted: bool = False):
        self.repository = Repository(folder, files)
        self.requests: list[str] = []
        self.unknown: list[str] = []
        #: The origin whose pages may ask; set when it is known.
        self.allowed = ""
        self.tokens = {WRITES, READS}
        #: What others do just before the next commit, or its branch, is begun.
        self.faster: list[Callable[[], None]] = []
        handler = type("Handler", (_Handler,), {"forge": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        if encrypted:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate(folder))
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )

    @abstractmethod
    def answer(self, request: Request) -> Answer:
        """Answer as the forge does. Raises Refused, and Unknown."""

    def let_others_be_faster(self) -> None:
        while self.faster:
            self.faster.pop()()

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Chromium hangs up where it does not know a certificate, and comes back at once."""


class _Handler(BaseHTTPRequestHandler):
    forge: ClassVar[ForgeServer]
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_OPTIONS(self) -> None:
        asked = (self.headers.get("Access-Control-Request-Headers") or "").split(",")
        names = {one.strip().lower() for one in asked} - {""}
        is_allowed = self._allows() and names <= self.forge.send_headers
        self._send(Answer(b"", 204 if is_allowed else 403, "text/plain"))

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = json.loads(raw) if raw else {}
        self.forge.requests.append(f"{self.command} {address.path}")
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, address.path, query, body, headers)
        try:
            answer = self.forge.answer(request)
        except Refused as refused:
            answer = Answer(refused.body, refused.status)
        except Exception as fault:
            self.forge.unknown.append(f"{self.command} {self.path} {raw.decode()}: {fault!r}")
            answer = Answer({"message": "unknown to the stand-in"}, 404)
        self._send(answer)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def _allows(self) -> bool:
        origin = self.headers.get("Origin")
        return origin is not None and (self.forge.asked_by_all or origin == self.forge.allowed)

    def _send(self, answer: Answer) -> None:
        body = answer.body
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(raw)))
        if self._allows():
            origin = "*" if self.forge.asked_by_all else self.forge.allowed
            self.send_header("Access-Control-Allow-Origin", origin)
            self.send_header("Access-Control-Allow-Headers", ", ".join(self.forge.send_headers))
            self.send_header("Access-Control-Allow-Methods", self.forge.methods)
            self.send_header("Access-Control-Max-Age", "7200")
        self.end_headers()
        if answer.status != 204:
            self.wfile.write(raw)
