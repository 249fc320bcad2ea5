"""The file format of the browser editor, which is JavaScript, as functions for tests."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import Any, Literal

from tests import parts

Shape = dict[str, Any]
Form = dict[str, Any]


@dataclass
class Refused(Exception):
    """What `kind` of error the format raised; `reason`, `line` and `fields` as it has them."""

    kind: str
    reason: str | None
    line: int | None
    fields: list[list[str | int]] | None
    says: str


class Format:
    """One Node process, which answers as long as it is needed."""

    def __init__(self) -> None:
        command = parts.file_format_command()
        assert command is not None
        self._node = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def read(self, text: str, shape: Shape) -> Form:
        return self._ask("read", text=text, shape=shape)

    def write(self, text: str | None, shape: Shape, form: Form, onto: str | None = None) -> str:
        """Return the new text; `onto` is a newer version of the file, if there is one."""
        newer = {} if onto is None else {"onto": onto}
        return self._ask("write", text=text, shape=shape, form=form, **newer)

    def close(self) -> None:
        assert self._node.stdin is not None
        self._node.stdin.close()
        self._node.wait()

    def _ask(self, do: Literal["read", "write"], **job: object) -> Any:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps({"do": do, **job}) + "\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline())
        if "refused" in answer:
            found = (answer.get(key) for key in ("refused", "reason", "line", "fields", "says"))
            raise Refused(*found)
        return answer["given"]
