"""Files that would be the same stay the same files, whatever an output is put together from."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from schaukasten.building.generate import generate
from schaukasten.kept.last_output import LastOutput
from schaukasten.kept.next_output import complete
from schaukasten.kept.shelf import Shelf
from schaukasten.plugins.page_writer import PageWriter
from tests.kept.outputs import held, last_output, written
from tests.worlds import COMPILED, ROOT, World

PAGE = "impressum/index.html"


@pytest.fixture
def last(tmp_path: Path) -> LastOutput:
    return last_output(tmp_path / "output")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return written(tmp_path / "new", {"c.html": b"more"})


@pytest.fixture
def ground(last: LastOutput, tmp_path: Path) -> Path:
    """The output before the last one: it has a file of that, and one that went."""
    folder = tmp_path / "ground"
    shutil.copytree(last.folder, folder, copy_function=os.link)
    (folder / "b.css").unlink()
    return written(folder, {"b.css": b"older", "gone/x/index.html": b"gone"})


def no_links(*_arguments: object, **_options: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_what_was_made_from_the_same_is_the_very_same_file(last: LastOutput, new: Path) -> None:
    found = complete(new, ["a/index.html", "c.html"], last)
    assert (new / "a/index.html").samefile(last.folder / "a/index.html")
    assert held(new) == {"a/index.html": b"old", "c.html": b"more"}
    assert {name: stat.st_size for name, stat in found.items()} == {"a/index.html": 3, "c.html": 4}


def test_where_the_disk_knows_no_second_names_it_is_a_copy_with_its_times(
    last: LastOutput, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    complete(new, ["a/index.html"], last)
    before, after = ((one / "a/index.html").stat() for one in (last.folder, new))
    assert (new / "a/index.html").read_bytes() == b"old"
    assert after.st_mtime_ns == before.st_mtime_ns
    assert after.st_ino != before.st_ino


def test_new_files_with_the_old_bytes_become_the_old_files(last: LastOutput, new: Path) -> None:
    written(new, {"a/index.html": b"new", "b.css": b"css"})
    found = complete(new, ["a/index.html"], last)
    assert (new / "b.css").samefile(last.folder / "b.css")
    assert held(new) == {"a/index.html": b"new", "b.css": b"css", "c.html": b"more"}
    assert found["b.css"].st_ino == (last.folder / "b.css").stat().st_ino


def test_a_file_that_was_closed_to_others_does_not_stay_closed(last: LastOutput, new: Path) -> None:
    (last.folder / "b.css").chmod(0o600)
    written(new, {"b.css": b"css"})
    (new / "b.css").chmod(0o644)
    complete(new, [], last)
    assert (new / "b.css").stat().st_mode & 0o777 == 0o644


def test_a_folder_in_the_place_of_an_old_file_is_passed_over(last: LastOutput, new: Path) -> None:
    (last.folder / "b.css").unlink()
    (last.folder / "b.css").mkdir()
    written(new, {"b.css": b"c" * (last.folder / "b.css").stat().st_size})
    complete(new, [], last)
    assert (new / "b.css").is_file()


def test_without_a_last_output_all_is_there_already(new: Path) -> None:
    assert complete(new, ["c.html"], LastOutput(new)).keys() == {"c.html"}
    assert held(new) == {"c.html": b"more"}


def test_folders_in_which_nothing_was_written_are_left_out(last: LastOutput, new: Path) -> None:
    (new / "css/base").mkdir(parents=True)
    complete(new, ["a/index.html"], last)
    assert sorted(path.name for path in new.rglob("*")) == ["a", "c.html", "index.html"]


def test_the_output_before_the_last_one_is_the_ground_and_nothing_else_of_it_stays(
    last: LastOutput, new: Path, ground: Path
) -> None:
    page = (ground / "a/index.html").stat()
    folder = (ground / "a").stat()
    (ground / "empty/folder").mkdir(parents=True)
    (ground / "a/link").symlink_to("index.html")
    found = complete(new, ["a/index.html", "b.css"], last, ground)
    assert held(new) == {"a/index.html": b"old", "b.css": b"css", "c.html": b"more"}
    assert sorted(path.name for path in new.rglob("*")) == ["a", "b.css", "c.html", "index.html"]
    assert {name: stat.st_ino for name, stat in found.items()} == {
        name: (new / name).stat().st_ino for name in held(new)
    }
    # It was not touched at all.
    assert (new / "a").stat().st_ino == folder.st_ino
    assert (new / "a/index.html").stat().st_ctime_ns == page.st_ctime_ns
    assert not ground.exists()


@pytest.mark.parametrize("how", ["changed", "closed", "another", "folder", "file in its way"])
def test_what_somebody_has_done_to_the_ground_is_not_seen_in_the_next_output(
    last: LastOutput, new: Path, ground: Path, how: str
) -> None:
    path = ground / "a/index.html"
    match how:
        case "changed":
            path.unlink()
            path.write_bytes(b"xyz")
        case "closed":
            path.parent.chmod(0o700)
        case "another":
            shutil.rmtree(ground)
            written(ground, {"somebody's": b"letter"})
        case "folder":
            path.unlink()
            written(path, {"x": b"x"})
        case "file in its way":
            shutil.rmtree(path.parent)
            path.parent.write_bytes(b"x")
    complete(new, ["a/index.html", "b.css"], last, ground)
    assert held(new) == {"a/index.html": b"old", "b.css": b"css", "c.html": b"more"}
    assert (new / "a").stat().st_mode & 0o777 == new.stat().st_mode & 0o777
    assert sorted(path.name for path in new.iterdir()) == ["a", "b.css", "c.html"]


def test_a_file_may_be_where_a_folder_was_and_the_other_way_round(
    last: LastOutput, new: Path, ground: Path
) -> None:
    written(new, {"gone": b"a file", "b.css/index.html": b"a page"})
    complete(new, ["a/index.html"], last, ground)
    assert held(new) == {
        **{"a/index.html": b"old", "b.css/index.html": b"a page"},
        **{"c.html": b"more", "gone": b"a file"},
    }


def test_a_ground_that_cannot_be_made_ready_stays_aside(
    last: LastOutput, new: Path, ground: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_all: object, **_more: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "unlink", refused)
    complete(new, ["a/index.html", "b.css"], last, ground)
    assert held(new) == {"a/index.html": b"old", "b.css": b"css", "c.html": b"more"}


@pytest.mark.parametrize("where", ["new", "ground"])
def test_where_what_was_written_cannot_be_moved_nothing_is_left_out_in_silence(
    last: LastOutput, new: Path, ground: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """A disk may be full of folders, or go away."""
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path == ground or (where == "new" and path.name == "d.html"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(path, target)

    written(new, {"d.html": b"last"})
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OSError, match="No space"):
        complete(new, ["a/index.html", "b.css"], last, ground)


def test_what_is_written_twice_changes_no_file_of_the_last_output(
    last: LastOutput, tmp_path: Path
) -> None:
    path = last.folder / "a/index.html"
    before = path.stat()
    writer = PageWriter(tmp_path / "new", last, Shelf(None), "")
    writer.file("a/index.html", "made", lambda: b"old")
    writer.file("a/index.html", "made", lambda: b"old")
    writer.file("a/index.html", "made otherwise", lambda: b"new")
    writer.complete()
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
    for text in ("So.", "Anders.", "Noch einmal."):
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
