"""The shelf: never in the way, never believed blindly, whatever has become of its file."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from schaukasten.kept import shelf as module
from schaukasten.kept.shelf import DAYS, Shelf
from tests.worlds import ROOT


def kept(home: Path, *keys: str) -> dict[str, bytes]:
    shelf = Shelf(home)
    found = shelf.get_all(keys)
    shelf.close()
    return found


def keep(home: Path | None, **values: bytes) -> None:
    shelf = Shelf(home)
    for key, value in values.items():
        shelf.put(key, value)
    shelf.close()


def file_of(home: Path) -> Path:
    return home / "shelf.sqlite"


def test_what_was_put_is_there_for_the_next_one_and_nothing_else(tmp_path: Path) -> None:
    keep(tmp_path, a=b"1", b=b"")
    keep(tmp_path, a=b"2")
    assert kept(tmp_path, "a", "b", "c") == {"a": b"2", "b": b""}


def test_thousands_are_asked_for_at_once(tmp_path: Path) -> None:
    values = {f"k{number}": b"%d" % number for number in range(2_000)}
    keep(tmp_path, **values)
    assert kept(tmp_path, *values) == values


def test_without_a_folder_nothing_outlives_the_process(tmp_path: Path) -> None:
    shelf = Shelf(None)
    shelf.put("a", b"1")
    assert shelf.get("a") == b"1"
    shelf.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "raw",
    [b"", b"x", b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 8192, b"\0" * 100_000],
)
def test_a_file_that_is_none_of_ours_is_replaced(tmp_path: Path, raw: bytes) -> None:
    file_of(tmp_path).write_bytes(raw)
    assert kept(tmp_path, "a") == {}
    keep(tmp_path, a=b"1")
    assert kept(tmp_path, "a") == {"a": b"1"}


def test_a_data_base_of_another_program_is_of_no_use_and_no_harm(tmp_path: Path) -> None:
    with sqlite3.connect(file_of(tmp_path)) as other:
        other.execute("CREATE TABLE kept (something TEXT)")
    other.close()
    keep(tmp_path, a=b"1")
    assert kept(tmp_path, "a") == {}


def test_a_file_that_is_broken_further_in_is_replaced_once_that_is_seen(tmp_path: Path) -> None:
    keep(tmp_path, **{f"k{number}": b"x" * 900 for number in range(200)})
    file = file_of(tmp_path)
    raw = file.read_bytes()
    # The first page says that this is a data base; the others are no longer of it.
    file.write_bytes(raw[:4096] + b"\xa5" * (len(raw) - 4096))
    assert kept(tmp_path, "k1") == {}
    keep(tmp_path, a=b"1")
    assert kept(tmp_path, "a") == {"a": b"1"}


def test_a_bit_that_the_disk_has_lost_is_seen(tmp_path: Path) -> None:
    keep(tmp_path, a=b"right" * 50, b=b"other" * 50)
    file = file_of(tmp_path)
    raw = file.read_bytes()
    assert b"right" in raw
    file.write_bytes(raw.replace(b"right", b"wrong"))
    assert kept(tmp_path, "a", "b") == {"b": b"other" * 50}


def test_a_value_under_the_key_of_another_is_not_believed(tmp_path: Path) -> None:
    keep(tmp_path, a=b"1", b=b"2")
    with sqlite3.connect(file_of(tmp_path)) as other:
        other.execute(
            "UPDATE kept SET (value, proof) = (SELECT value, proof FROM kept WHERE key='b')"
        )
    other.close()
    assert kept(tmp_path, "a", "b") == {"b": b"2"}


@pytest.mark.parametrize("place", ["a file", "a folder that nobody may write into"])
def test_where_nothing_can_be_kept_a_build_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    home = tmp_path / "cache" / "kept"
    if place == "a file":
        home.parent.write_text("x")
    else:
        # Root may write everywhere; so the refusal is SQLite's own.
        def refused(*_arguments: object, **_options: object) -> None:
            raise sqlite3.OperationalError("unable to open database file")

        monkeypatch.setattr(module.sqlite3, "connect", refused)
    keep(home, a=b"1")
    assert kept(home, "a") == {}


def test_a_shelf_that_may_only_be_read_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, a=b"1")
    before = file_of(tmp_path).read_bytes()
    real = sqlite3.connect

    def read_only(file: Path, **options: object) -> sqlite3.Connection:
        return real(f"file:{file}?mode=ro", uri=True)

    monkeypatch.setattr(module.sqlite3, "connect", read_only)
    keep(tmp_path, b=b"2")
    assert kept(tmp_path, "b") == {}
    monkeypatch.undo()
    assert kept(tmp_path, "a", "b") == {"a": b"1"}
    assert file_of(tmp_path).read_bytes() == before


def test_on_a_full_disk_what_was_kept_before_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, a=b"1")
    real = sqlite3.connect

    def nearly_full(file: Path, **options: float) -> sqlite3.Connection:
        connection = real(file, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 8")
        return connection

    monkeypatch.setattr(module.sqlite3, "connect", nearly_full)
    keep(tmp_path, a=b"2", b=b"x" * 1_000_000)
    monkeypatch.undo()
    assert kept(tmp_path, "a", "b") == {"a": b"1"}


def test_what_nobody_asks_for_goes_and_what_is_asked_for_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, old=b"1", used=b"2")
    today = module.time.time()
    for days in (DAYS - 5, 2 * DAYS - 10):
        later = today + days * 86_400
        monkeypatch.setattr(module.time, "time", lambda later=later: later)
        assert kept(tmp_path, "used") == {"used": b"2"}
    assert kept(tmp_path, "old", "used") == {"used": b"2"}


_WRITER = """
import sys
from pathlib import Path
from schaukasten.kept.shelf import Shelf
who = sys.argv[2]
for turn in range(25):
    shelf = Shelf(Path(sys.argv[1]))
    for number in range(20):
        shelf.put(f"{who} {turn} {number}", f"{who} {turn} {number}".encode() * 50)
    shelf.put("common", f"{who} {turn}".encode())
    shelf.close()
print("done")
"""


def test_two_processes_may_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    """Both begin where there is no file yet, when SQLite's locks are the most in the way."""
    command = [sys.executable, "-c", _WRITER, str(tmp_path / "kept")]
    both = [
        subprocess.Popen([*command, who], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for who in ("a", "b")
    ]
    for one in both:
        assert one.communicate(timeout=100) == (b"done\n", b"")
    keys = [f"{who} {turn} {n}" for who in "ab" for turn in range(25) for n in range(20)]
    found = kept(tmp_path / "kept", "common", *keys)
    assert found.pop("common") in (b"a 24", b"b 24")
    assert found == {key: key.encode() * 50 for key in keys}


_KILLED = """
import os, signal, sys
from pathlib import Path
from schaukasten.kept import shelf as module
shelf = module.Shelf(Path(sys.argv[1]))
for number in range(2_000):
    shelf.put(f"k{number}", b"x" * 2_000)
proof, counted = module._proof, []
def killed(key, value):
    counted.append(key)
    if len(counted) > 1_500:
        os.kill(os.getpid(), signal.SIGKILL)
    return proof(key, value)
module._proof = killed
shelf.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_who_is_killed_while_writing_leaves_what_was_there(tmp_path: Path) -> None:
    keep(tmp_path, a=b"1")
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], cwd=ROOT, timeout=60)
    assert ended.returncode == -9
    assert kept(tmp_path, "a", "k0", "k1400") == {"a": b"1"}
    keep(tmp_path, a=b"2")
    assert kept(tmp_path, "a") == {"a": b"2"}
