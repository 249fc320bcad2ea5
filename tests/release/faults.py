"""A transport that is killed at its n-th step, in the middle of what it does."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from schaukasten.release.transports.base import Done, Read, nobody
from schaukasten.release.transports.local import LocalTransport
from schaukasten.release.transports.refusals import cut


class Killed(BaseException):
    """What a killed process leaves behind: no tidying up happens after it."""


class Mortal(LocalTransport):
    """Dies at step `lives`; every file that is touched is a step, and a write dies half-way."""

    def __init__(self, lives: int):
        self.lives = lives
        self.steps = 0

    def _step(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            # The lock's heartbeat comes when it comes, and dies with the rest.
            if self.steps >= self.lives:
                raise cut("killed")
            return
        if self.steps >= self.lives:
            raise Killed
        self.steps += 1

    def make_folder(self, path: str, private: bool = False) -> bool:
        self._step()
        return super().make_folder(path, private)

    def move_folder(self, path: str, to: str) -> bool:
        self._step()
        return super().move_folder(path, to)

    def remove_folder(self, path: str) -> bool:
        self._step()
        return super().remove_folder(path)

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        for path, read in files.items():
            if self.steps >= self.lives and not Path(path).exists():
                raw = read()
                Path(path).write_bytes(raw[: len(raw) // 2])
            self._step()
            super().store({path: read}, done)

    def rename(self, moves: Mapping[str, str], done: Done = nobody) -> None:
        for path, to in moves.items():
            self._step()
            super().rename({path: to}, done)

    def delete(self, paths: Iterable[str], done: Done = nobody) -> None:
        for path in paths:
            self._step()
            super().delete([path], done)
