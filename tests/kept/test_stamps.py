"""A file that looks as it did is not read again; one that may hold something else always is."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from schaukasten.kept import stamps as module
from schaukasten.kept.shelf import Shelf
from schaukasten.kept.stamps import TICK, Stamps


def digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


class Build:
    """Stamps of one build after the other; `later` lets time pass."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        self.folder = tmp_path / "content"
        self.folder.mkdir()
        self.file = self.folder / "a.md"
        self._home = tmp_path / "kept"
        self._monkeypatch = monkeypatch
        self._now = module.time.time_ns
        self.later(0)
        self.reads = 0
        real = Path.read_bytes

        def counted(path: Path) -> bytes:
            self.reads += 1
            return real(path)

        monkeypatch.setattr(Path, "read_bytes", counted)

    def later(self, nanoseconds: int) -> None:
        now = self._now
        self._monkeypatch.setattr(module.time, "time_ns", lambda: now() + nanoseconds)

    def digest(self) -> str:
        shelf = Shelf(self._home)
        stamps = Stamps(shelf, self.folder)
        found = stamps.digest("a.md")
        stamps.close()
        shelf.close()
        return found


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    return Build(tmp_path, monkeypatch)


def test_what_has_not_changed_for_a_while_is_read_once(build: Build) -> None:
    build.file.write_bytes(b"1")
    build.later(2 * TICK)
    assert [build.digest() for _build in range(3)] == 3 * [digest(b"1")]
    assert build.reads == 1


def test_what_was_written_within_a_tick_is_read_again(build: Build) -> None:
    """It could be written once more, and look the same."""
    build.file.write_bytes(b"1")
    build.digest()
    build.digest()
    assert build.reads == 2
    build.later(2 * TICK)
    build.digest()
    build.digest()
    assert build.reads == 3


def test_other_bytes_of_the_same_size_and_time_are_seen(build: Build) -> None:
    """As a program leaves them that brings files from elsewhere with their times."""
    build.file.write_bytes(b"1")
    stat = build.file.stat()
    build.later(2 * TICK)
    assert build.digest() == digest(b"1")
    build.file.write_bytes(b"2")
    os.utime(build.file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert build.digest() == digest(b"2")


def test_another_file_that_was_moved_there_is_seen(build: Build) -> None:
    build.file.write_bytes(b"1")
    other = build.folder / "b.md"
    other.write_bytes(b"2")
    stat = build.file.stat()
    os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    build.later(2 * TICK)
    assert build.digest() == digest(b"1")
    other.replace(build.file)
    assert build.digest() == digest(b"2")


def test_a_clock_that_was_put_back_leaves_nothing_unseen(build: Build) -> None:
    """What seems to be of tomorrow is read each time."""
    build.file.write_bytes(b"1")
    build.later(-100 * TICK)
    build.digest()
    build.file.write_bytes(b"2")
    assert build.digest() == digest(b"2")


def test_a_file_that_went_or_came_back_is_seen(build: Build) -> None:
    build.file.write_bytes(b"1")
    build.later(2 * TICK)
    build.digest()
    build.file.unlink()
    assert build.digest() == ""
    build.file.mkdir()
    assert build.digest() == ""
    build.file.rmdir()
    build.file.write_bytes(b"2")
    assert build.digest() == digest(b"2")


@pytest.mark.parametrize(
    "raw", [b"x", b"[]", b"7", b'{"a.md": 1}', b'{"a.md": ["x"]}', b'{"a.md": "xy"}', b"\xff"]
)
def test_what_is_kept_and_makes_no_sense_is_nothing(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.md").write_bytes(b"1")
    shelf = Shelf(None)
    shelf.put(module.digest_of("stamps", str(tmp_path)), raw)
    assert Stamps(shelf, tmp_path).digest("a.md") == digest(b"1")
