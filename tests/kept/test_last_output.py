"""Files that would be the same stay the same files, as long as nobody has touched them."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from schaukasten.building.generate import generate
from schaukasten.kept.last_output import LastOutput, MadeFrom, files_of
from schaukasten.kept.shelf import Shelf
from schaukasten.plugins.page_writer import PageWriter
from tests.worlds import COMPILED, ROOT, World

PAGE = "impressum/index.html"


@pytest.fixture
def last(tmp_path: Path) -> LastOutput:
    folder = tmp_path / "output"
    (folder / "a").mkdir(parents=True)
    (folder / "a/index.html").write_bytes(b"old")
    (folder / "b.css").write_bytes(b"css")
    made_from = {"a/index.html": MadeFrom("made", "known")}
    return LastOutput.of(folder, made_from, dict(files_of(folder)))


def no_links(*_arguments: object, **_options: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_what_was_made_from_the_same_is_the_very_same_file(
    last: LastOutput, tmp_path: Path
) -> None:
    target = tmp_path / "new/a/index.html"
    assert last.give("a/index.html", "made", tmp_path / "new")
    assert target.samefile(last.folder / "a/index.html")


def test_what_a_file_is_made_from_is_known_before_it_is_made(
    last: LastOutput, tmp_path: Path
) -> None:
    assert last.digest("a/index.html", "known") == "made"
    assert last.digest("a/index.html", "known otherwise") == ""
    # Of what nobody has said by what it is known, nothing is.
    assert last.digest("b.css", "") == last.digest("c.html", "known") == ""


@pytest.mark.parametrize("name", ["a/index.html", "b.css", "c.html"])
def test_what_was_made_from_something_else_is_not_given(
    last: LastOutput, tmp_path: Path, name: str
) -> None:
    assert not last.give(name, "made otherwise", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_where_the_disk_knows_no_second_names_it_is_a_copy_with_its_times(
    last: LastOutput, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    target = tmp_path / "new/a/index.html"
    assert last.give("a/index.html", "made", tmp_path / "new")
    before = (last.folder / "a/index.html").stat()
    assert target.read_bytes() == b"old"
    assert target.stat().st_mtime_ns == before.st_mtime_ns
    assert target.stat().st_ino != before.st_ino


@pytest.mark.parametrize(
    "how", ["changed", "touched", "deleted", "replaced", "closed", "folder", "link"]
)
def test_a_page_that_somebody_has_touched_is_not_given(
    last: LastOutput, tmp_path: Path, how: str
) -> None:
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
    assert not last.give("a/index.html", "made", tmp_path / "new")


@pytest.mark.parametrize("there", ["a file", "a folder"])
def test_what_stands_in_its_place_already_is_not_overwritten(
    last: LastOutput, tmp_path: Path, there: str
) -> None:
    target = tmp_path / "a/index.html"
    target.parent.mkdir()
    if there == "a file":
        target.write_bytes(b"new")
    else:
        target.mkdir()
    assert not last.give("a/index.html", "made", tmp_path)
    assert target.is_dir() or target.read_bytes() == b"new"


def test_new_files_with_the_old_bytes_become_the_old_files(
    last: LastOutput, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    (new / "a").mkdir(parents=True)
    (new / "a/index.html").write_bytes(b"new")
    (new / "b.css").write_bytes(b"css")
    (new / "c.html").write_bytes(b"more")
    last.keep_times(new)
    assert (new / "b.css").samefile(last.folder / "b.css")
    assert (new / "a/index.html").read_bytes() == b"new"
    assert sorted(path.name for path in new.rglob("*") if path.is_file()) == [
        *("b.css", "c.html", "index.html")
    ]


def test_a_file_that_was_closed_to_others_does_not_stay_closed(
    last: LastOutput, tmp_path: Path
) -> None:
    (last.folder / "b.css").chmod(0o600)
    new = tmp_path / "new"
    new.mkdir()
    (new / "b.css").write_bytes(b"css")
    (new / "b.css").chmod(0o644)
    last.keep_times(new)
    assert (new / "b.css").stat().st_mode & 0o777 == 0o644


def test_a_folder_in_the_place_of_an_old_file_is_passed_over(
    last: LastOutput, tmp_path: Path
) -> None:
    (last.folder / "b.css").unlink()
    (last.folder / "b.css").mkdir()
    new = tmp_path / "new"
    new.mkdir()
    (new / "b.css").write_bytes(b"c" * (last.folder / "b.css").stat().st_size)
    last.keep_times(new)
    assert (new / "b.css").is_file()


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


def test_what_is_written_twice_changes_no_file_of_the_last_output(
    last: LastOutput, tmp_path: Path
) -> None:
    path = last.folder / "a/index.html"
    before = path.stat()
    writer = PageWriter(tmp_path / "new", last, Shelf(None), "")
    writer.file("a/index.html", "made", lambda: b"old")
    writer.file("a/index.html", "made", lambda: b"old")
    writer.file("a/index.html", "made otherwise", lambda: b"new")
    assert (tmp_path / "new/a/index.html").read_bytes() == b"new"
    assert path.read_bytes() == b"old"
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_on_a_disk_without_second_names_a_site_is_built_as_anywhere(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There a file keeps its time, and no more."""
    world.news()
    assert world.build() == 0
    before = world.output.joinpath(PAGE).stat()
    monkeypatch.setattr(os, "link", no_links)
    for text in ("So.", "Anders."):
        world.news(text)
        assert world.build() == 0
        assert world.output.joinpath(PAGE).stat().st_mtime_ns == before.st_mtime_ns
        assert text in world.read("aktuelles/2026/fest/index.html")


def test_a_copy_by_second_names_stays_what_it_was_when_the_output_is_written_in_place(
    world: World, tmp_path: Path
) -> None:
    assert world.build() == 0
    copy = tmp_path / "copy"
    # Like `cp -al`.
    shutil.copytree(world.output, copy, copy_function=os.link)
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    # As plain `pelican` does; the preview of another day says something else everywhere.
    generate(ROOT / "pelicanconf.py", world.output, world.content, "2027-01-01", COMPILED)
    assert {path: path.read_bytes() for path in before} == before
