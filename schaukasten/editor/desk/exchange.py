"""What the browser sends and gets, without a socket: requests, answers, and refusals."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from email.message import Message as Headers
from http import HTTPStatus
from pathlib import PurePosixPath

from schaukasten.apache.files import TYPES
from schaukasten.language.messages import Message

JSON = "application/json"
_TYPES = {ending: name for name, endings in TYPES.items() for ending in endings.split()}
_TYPES |= {".json": JSON, ".map": JSON, ".mjs": "text/javascript", ".wasm": "application/wasm"}


@dataclass(frozen=True)
class Request:
    """`path` is decoded and starts behind the address of the desk; `port` is the server's own."""

    method: str
    path: str
    query: dict[str, str]
    headers: Headers
    port: int
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    status: HTTPStatus
    body: bytes = b""
    kind: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Refused(Exception):
    """A request that is not fulfilled; `reason` is a sentence for the person at the browser."""

    def __init__(self, status: HTTPStatus, reason: Message):
        super().__init__(reason.msgid)
        self.status = status
        self.reason = reason


def as_json(data: object, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return Answer(status, json.dumps(data, ensure_ascii=False).encode(), JSON)


def as_file(name: str, raw: bytes) -> Answer:
    """Answer with a file's bytes; what is of no type that browsers show they may only keep."""
    kind = _TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
    return Answer(HTTPStatus.OK, raw, kind)
