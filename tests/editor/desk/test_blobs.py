"""The state of the folder: read as seldom as may be, and never one that is over."""

from __future__ import annotations

import os
import time
from pathlib import Path, PurePosixPath

import pytest

from schaukasten.editor.desk.blobs import Blobs, blob_sha, located

LATER = 10_000_000_000


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    found: list[str] = []
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        found.append(path.name)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    return found


def test_a_file_that_looks_the_same_is_not_read_again(
    content: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + LATER)
    blobs = Blobs(content)
    first = blobs.all()
    reads.clear()
    assert blobs.all() == first
    assert reads == []
    path = content / "seiten/index.md"
    times = path.stat()
    path.write_text("Stabt.\n")
    # Somebody has set the time of before; the size is the same.
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert blobs.all() != first
    assert reads == ["index.md"]


def test_what_was_written_just_now_is_read_each_time(content: Path, reads: list[str]) -> None:
    blobs = Blobs(content)
    blobs.all()
    reads.clear()
    blobs.all()
    assert len(reads) == 5


def test_a_file_that_cannot_be_read_is_left_out_and_the_rest_is_there(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "houses.yaml":
            raise PermissionError
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    found = [str(blob.path) for blob in Blobs(content).all()]
    assert len(found) == 4
    assert "data/houses.yaml" not in found


def test_a_folder_that_went_away_holds_nothing(tmp_path: Path) -> None:
    assert Blobs(tmp_path / "weg").all() == []
    assert located(tmp_path / "weg", PurePosixPath("a.md")) is None


def test_nothing_has_the_name_that_git_gives_to_it() -> None:
    assert blob_sha(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_a_disk_that_takes_two_spellings_for_one_name_gives_the_file_by_its_own_only(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.listdir
    listed = {"index.md": "Index.md"}
    # As on a Mac, where the file that is listed as Index.md opens as index.md, too.
    monkeypatch.setattr(os, "listdir", lambda folder: [listed.get(n, n) for n in real(folder)])
    assert located(content, PurePosixPath("seiten/index.md")) is None
    assert located(content, PurePosixPath("seiten/größe.md"))
