"""The manifest comes from the host, so it is read like a letter from a stranger."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from schaukasten.release.manifest import Manifest, Retired, after_interruption, parse
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import is_safe, staged_name
from tests.release.sites import FIRST
from tests.worlds import german

A, B, C = ("a" * 64, "b" * 64, "c" * 64)
WHOLE = Manifest(
    commit=FIRST,
    day="2026-11-22",
    published=dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC),
    files={"index.html": A, "über uns/ä.pdf": B},
    retired={"theme/css/site.0123456789ab.css": Retired(sha256=C, since=dt.date(2026, 11, 1))},
    leaving=["alt.html"],
)


def test_what_was_written_is_read() -> None:
    assert parse(WHOLE.to_bytes(), "m") == WHOLE


UNSAFE = (
    "../index.html",
    "a/../../b",
    "/etc/passwd",
    "a//b",
    "./a",
    "a/.",
    "",
    "a\\..\\b",
    "a\nDELE b",
    "a\0b",
    ".schaukasten/manifest.json",
    "x" * 1001,
)


@pytest.mark.parametrize("path", UNSAFE)
@pytest.mark.parametrize("place", ["files", "retired", "leaving"])
def test_a_path_that_leaves_the_site_is_refused(path: str, place: str) -> None:
    assert not is_safe(path)
    data: dict[str, Any] = json.loads(WHOLE.to_bytes())
    if place == "leaving":
        data[place] = [path]
    else:
        data[place] = {path: A if place == "files" else {"sha256": A, "since": "2026-11-01"}}
    with pytest.raises(PublishError) as caught:
        parse(json.dumps(data).encode(), "/html/manifest.json")
    said = caught.value.text(german)
    assert said.startswith("Die Dateiliste „/html/manifest.json“ auf dem Server ist nicht von uns")
    assert "Es wurde nichts geändert." in said


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"<html>404</html>",
        b'{"files": {"a.html": 1}}',
        b'{"files": {"a.html": "../../etc/passwd"}}',
        b'{"files": ["a.html"]}',
        b'{"unbekannt": 1}',
        b'{"commit": {"id": "x"}}',
        b'{"commit": {"id": "\\u001b]0;owned", "time": "2026-11-22T00:00:00Z"}}',
        b"[" * 100_000,
        WHOLE.to_bytes()[:-20],
    ],
)
def test_damage_is_told_and_not_a_traceback(raw: bytes) -> None:
    with pytest.raises(PublishError):
        parse(raw, "m")


def test_a_manifest_of_a_later_program_is_left_alone() -> None:
    with pytest.raises(PublishError) as caught:
        parse(b'{"format": 2}', "m")
    assert "Format 2; dieses Programm kennt 1" in caught.value.text(german)


def test_ours_is_what_was_ever_written_and_not_yet_deleted() -> None:
    assert WHOLE.ours() == {
        "index.html",
        "über uns/ä.pdf",
        "theme/css/site.0123456789ab.css",
        "alt.html",
    }


def test_after_an_interruption_a_waiting_file_is_still_the_old_one() -> None:
    before = Manifest(files={"index.html": A, "weg.html": A, "bleibt.html": A})
    after = Manifest(
        files={"index.html": B, "neu.html": C, "anders.html": C, "bleibt.html": A},
        leaving=["weg.html"],
    )
    waiting = {staged_name("index.html", B), staged_name("neu.html", C)}
    found = after_interruption(before, after, waiting)
    assert found.files == {"index.html": A, "anders.html": C, "bleibt.html": A}
    assert found.leaving == ["weg.html"]
    assert after_interruption(before, after, set()).files == after.files


def test_an_old_style_that_was_being_kept_is_kept_after_an_interruption() -> None:
    old = Retired(sha256=A, since=dt.date(2026, 11, 22))
    before = Manifest(files={"site.aaaaaaaaaaaa.css": A})
    after = Manifest(files={"site.bbbbbbbbbbbb.css": B}, retired={"site.aaaaaaaaaaaa.css": old})
    found = after_interruption(before, after, {staged_name("site.bbbbbbbbbbbb.css", B)})
    assert found.retired == {"site.aaaaaaaaaaaa.css": old}
    assert found.ours() == {"site.aaaaaaaaaaaa.css"}
