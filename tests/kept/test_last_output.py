"""What the next output can have of the last one: what is the same, and nobody has touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from schaukasten.kept.last_output import LastOutput
from schaukasten.kept.shelf import Shelf
from tests.kept.outputs import last_output


@pytest.fixture
def last(tmp_path: Path) -> LastOutput:
    return last_output(tmp_path / "output")


def test_what_a_file_is_made_from_is_known_before_it_is_made(
    last: LastOutput,
) -> None:
    assert last.digest("a/index.html", "known") == "made"
    assert last.digest("a/index.html", "known otherwise") == ""
    # Of what nobody has said by what it is known, nothing is.
    assert last.digest("b.css", "") == last.digest("c.html", "known") == ""


@pytest.mark.parametrize("name", ["a/index.html", "b.css", "c.html"])
def test_what_was_made_from_something_else_is_not_given(last: LastOutput, name: str) -> None:
    assert not last.give(name, "made otherwise")


@pytest.mark.parametrize(
    "how", ["changed", "touched", "deleted", "replaced", "closed", "folder", "link"]
)
def test_a_page_that_somebody_has_touched_is_not_given(last: LastOutput, how: str) -> None:
    assert last.give("a/index.html", "made")
    path = last.folder / "a/index.html"
    stat = path.stat()
    match how:
        case "changed":
            path.write_bytes(b"xyz")
            os.utime(path, ns=(0, stat.st_mtime_ns + 1))
        case "touched":
            os.utime(path, ns=(0, 0))
        case "deleted":
            path.unlink()
        case "closed":
            path.chmod(0o600)
        case "replaced":
            other = path.with_name("other")
            other.write_bytes(b"xyz")
            os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
            other.replace(path)
        case "folder":
            path.unlink()
            path.mkdir()
        case "link":
            path.rename(path.with_name("other"))
            path.symlink_to("other")
    assert not last.give("a/index.html", "made")


@pytest.mark.parametrize("raw", [b"x", b"[]", b"7", b'{"a": 1}', b'{"a": ["x"]}', b'{"a": null}'])
def test_what_is_kept_of_an_output_and_makes_no_sense_is_nothing(
    tmp_path: Path, last: LastOutput, raw: bytes
) -> None:
    shelf = Shelf(tmp_path / "kept")
    last.remember(shelf)
    assert LastOutput.recalled(shelf, last.folder) == last
    [key] = shelf._new
    shelf.put(key, raw)
    assert LastOutput.recalled(shelf, last.folder).files == {}
