"""A desk behind a real server, and a client that asks it as Sveltia CMS does."""

from __future__ import annotations

import base64
import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from schaukasten.editor.desk.desk import Desk, Sources
from schaukasten.editor.desk_server import DeskServer
from schaukasten.editor.preview import Preview
from tests.worlds import german

FINDINGS = '{"findings": []}'
#: A small folder of content.
FILES = {
    "aktuelles/2026-03-08-fest/index.md": "---\ntitle: Fest\n---\nText.\n",
    "aktuelles/2026-03-08-fest/bild.jpg": "Bild",
    "data/houses.yaml": "- name: Haus\n",
    "seiten/index.md": "Start.\n",
    "seiten/größe.md": "Größe.\n",
}


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def message(self) -> str:
        """The sentence of a refusal, which is JSON as any answer of the desk."""
        assert self.headers["Content-Type"] == "application/json", self
        return str(self.json["message"])


class Client:
    """What a page at /redaktion/ can send; each header may be another one, or None for none."""

    def __init__(self, port: int):
        self.port = port
        self.origin = f"http://localhost:{port}"
        self.configuration: dict[str, Any] = {}

    def sign_in(self) -> Client:
        answer = self.ask("GET", "/redaktion/konfiguration.json")
        assert answer.status == 200, answer
        self.configuration = answer.json
        return self

    @property
    def token(self) -> str:
        return str(self.configuration["user"]["token"])

    @property
    def repository(self) -> str:
        return f"/repos/{self.configuration['cms']['backend']['repo']}"

    def ask(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: dict[str, str | None] | None = None,
    ) -> Answer:
        every: dict[str, str | None] = {
            "Host": f"localhost:{self.port}",
            "Sec-Fetch-Site": "same-origin",
            "Connection": "close",
        }
        if method not in ("GET", "HEAD"):
            every["Origin"] = self.origin
        if body is not None:
            every["Content-Length"] = str(len(body))
        every |= headers or {}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        for name, value in every.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        with connection.getresponse() as answer:
            found = Answer(answer.status, dict(answer.headers), answer.read())
        connection.close()
        return found

    def api(
        self,
        method: str,
        path: str,
        data: object = None,
        headers: dict[str, str | None] | None = None,
    ) -> Answer:
        """Ask the API, signed in."""
        body = json.dumps(data).encode() if data is not None else None
        signed: dict[str, str | None] = {"Authorization": f"token {self.token}"}
        return self.ask(method, f"/redaktion/api/v1{path}", body, signed | (headers or {}))

    def tree(self) -> dict[str, str]:
        """The paths and states of all files."""
        found = self.api("GET", f"{self.repository}/git/trees/main?recursive=1&page=1").json
        assert found["truncated"] is False
        return {one["path"]: one["sha"] for one in found["tree"]}

    def head(self) -> str:
        return str(self.api("GET", f"{self.repository}/branches/main").json["commit"]["id"])

    def commit(self, *files: dict[str, Any]) -> Answer:
        author = {"name": "Redaktion", "email": "redaktion@localhost"}
        date = "2026-11-22T10:00:00.000Z"
        data = {
            "branch": "main",
            "author": author,
            "committer": author,
            "dates": {"author": date, "committer": date},
            "message": "Update „Fest“",
            "files": list(files),
        }
        return self.api("POST", f"{self.repository}/contents", data)

    def media(self, path: str) -> Answer:
        return self.api("GET", f"{self.repository}/media/main/{quote(path)}")


def create(path: str, content: str | bytes = "Neu.\n") -> dict[str, Any]:
    return {"operation": "create", "path": path, "content": encoded(content)}


def update(path: str, sha: str | None, content: str | bytes = "Anders.\n") -> dict[str, Any]:
    return {"operation": "update", "path": path, "content": encoded(content), "sha": sha}


def move(source: str, path: str, sha: str, content: str | bytes = "Anders.\n") -> dict[str, Any]:
    return update(path, sha, content) | {"from_path": source}


def delete(path: str, sha: str) -> dict[str, Any]:
    return {"operation": "delete", "path": path, "content": "", "sha": sha}


def encoded(content: str | bytes) -> str:
    raw = content.encode() if isinstance(content, str) else content
    return base64.b64encode(raw).decode()


@contextmanager
def desk_open(
    content: Path,
    bundle: Path,
    configuration: Callable[[], dict[str, Any]] = lambda: {"cms": {"collections": []}},
) -> Iterator[Client]:
    """A server on a free port with the desk for a folder; the client has not signed in yet."""
    (bundle / "assets").mkdir(parents=True, exist_ok=True)
    (bundle / "index.html").write_text("<!doctype html><title>Redaktion</title>")
    (bundle / "editor.js").write_text("'use strict';")
    (bundle / "assets/schrift.woff2").write_bytes(b"w")
    (bundle / ".geheim").write_text("geheim")
    desk = Desk(Sources(content, bundle, configuration, lambda: FINDINGS), german)
    preview = Preview()
    with DeskServer(0, preview, desk) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield Client(server.server_port)
        finally:
            preview.end()
            server.shutdown()
            thread.join()


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too, and all empty folders."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }
    assert found
    return found
