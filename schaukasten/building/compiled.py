"""Compiled templates, by their source: most of a small build would go into compiling them again."""

from __future__ import annotations

import marshal
from contextlib import suppress
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.kept.shelf import Shelf


class Compiled(BytecodeCache):
    """Keeps them in the process, and on a shelf for the next one.

    Like what Python itself compiles: whoever may write there may run what he likes.
    """

    def __init__(self) -> None:
        self._kept: dict[str, CodeType] = {}
        self._shelf = Shelf(None)
        self._ground = ""

    def use(self, shelf: Shelf, ground: str) -> None:
        """Take from now on a shelf; `ground` are Jinja's settings, which no template knows."""
        self._shelf, self._ground = shelf, ground

    def load_bytecode(self, bucket: Bucket) -> None:
        key = self._key(bucket)
        if key not in self._kept:
            # Nothing is kept, or what no build has put there.
            with suppress(ValueError, TypeError, EOFError):
                code = marshal.loads(self._shelf.get(key) or b"")
                if isinstance(code, CodeType):
                    self._kept[key] = code
        bucket.code = self._kept.get(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            key = self._key(bucket)
            self._kept[key] = bucket.code
            self._shelf.put(key, marshal.dumps(bucket.code))

    def _key(self, bucket: Bucket) -> str:
        return digest_of("template", made_by(), self._ground, bucket.key, bucket.checksum)
