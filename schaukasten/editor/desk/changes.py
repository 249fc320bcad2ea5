"""The body of a save, as Gitea takes it → the changes that are meant, or a refusal.

A move is an update with the path that the file had (`from_path`).
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import Any

from schaukasten.editor.desk.exchange import Refused
from schaukasten.editor.desk.names import inside, refuse_large
from schaukasten.language.messages import _

CREATE, UPDATE, DELETE = "create", "update", "delete"
#: So many files in one save; a folder of pictures that moves has fewer.
_MOST = 1000
_BROKEN = _("The server does not understand this request.")


@dataclass(frozen=True)
class Change:
    """`source` is where the file lay before, of one that is not new; `sha` what it was then."""

    operation: str
    path: PurePosixPath
    source: PurePosixPath | None
    sha: str
    content: bytes

    @property
    def is_move(self) -> bool:
        return self.source not in (None, self.path)


def changes_of(body: bytes) -> list[Change]:
    files = parsed(body).get("files")
    if not isinstance(files, list) or not 0 < len(files) <= _MOST:
        raise broken(HTTPStatus.UNPROCESSABLE_ENTITY)
    return [_change(file) for file in files]


def parsed(body: bytes) -> dict[str, Any]:
    """Return the object that a body holds as JSON."""
    try:
        data = json.loads(body)
    # Of brackets without end, too.
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise broken(HTTPStatus.BAD_REQUEST)
    return data


def broken(status: HTTPStatus) -> Refused:
    return Refused(status, _BROKEN)


def _change(file: object) -> Change:
    if not isinstance(file, dict):
        raise broken(HTTPStatus.UNPROCESSABLE_ENTITY)
    operation, sha, content = (file.get(key) or "" for key in ("operation", "sha", "content"))
    are_texts = all(isinstance(value, str) for value in (operation, sha, content))
    if not are_texts or operation not in (CREATE, UPDATE, DELETE):
        raise broken(HTTPStatus.UNPROCESSABLE_ENTITY)
    path = inside(file.get("path"))
    if operation == DELETE:
        return Change(DELETE, path, path, sha, b"")
    raw = _raw(content)
    refuse_large(path, len(raw))
    if operation == CREATE:
        return Change(CREATE, path, None, "", raw)
    source = inside(file["from_path"]) if file.get("from_path") else path
    return Change(UPDATE, path, source, sha, raw)


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    # Of signs beyond ASCII, too.
    except ValueError:
        raise broken(HTTPStatus.UNPROCESSABLE_ENTITY) from None
