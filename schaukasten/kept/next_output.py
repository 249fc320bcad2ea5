"""What was written now, and the names of what stays → the next output, whole.

What stays are files of the last output: they get second names (hard links). Nearly all of them lie
in the output before the last one as well. Where that is still there it is the ground: what is not
wanted any more goes, what is new comes in, and thousands of files are not touched at all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from schaukasten.kept.last_output import LastOutput, files_of, look

#: By the names of files, as seen from their folder.
Stats = dict[str, os.stat_result]


def complete(
    folder: Path, names: Iterable[str], last: LastOutput, ground: Path | None = None
) -> Stats:
    """Add to what was written in a folder the other named files, which `last` has given.

    What was written with the bytes and rights of a file there becomes that file. `ground` is a
    folder on the same disk; it is used up. Returns all files that are in `folder` then; where
    something hinders that, OSError is raised, and the folder is not whole.
    """
    written = dict(files_of(folder))
    wanted = {name: last.files[name].look for name in names if name not in written}
    for name, stat in list(written.items()):
        if same := _same(folder / name, stat, last.folder / name):
            wanted[name] = same
            (folder / name).unlink()
            del written[name]
    _prune(folder)
    there = _put_on(ground, folder, written, wanted) if ground and ground.is_dir() else {}
    for name in sorted(wanted.keys() - there.keys()):
        link(f"{last.folder}/{name}", f"{folder}/{name}")
        there[name] = os.lstat(f"{folder}/{name}")
    return {**written, **there}


def _same(new: Path, stat: os.stat_result, old: Path) -> str:
    """Return the look of the old file, if it has the same bytes and rights; else nothing."""
    with suppress(OSError):
        before = old.lstat()
        # Without a last output the folder itself is taken for it.
        is_another = before.st_ino != stat.st_ino
        is_alike = (before.st_size, before.st_mode) == (stat.st_size, stat.st_mode)
        if is_another and is_alike and new.read_bytes() == old.read_bytes():
            return look(before)
    return ""


def _prune(folder: Path) -> None:
    """Delete the folders in which nothing was written."""
    for path, inside, _files in os.walk(folder, topdown=False):
        for name in inside:
            with suppress(OSError):
                os.rmdir(f"{path}/{name}")  # noqa: PTH106


def _put_on(ground: Path, folder: Path, written: Iterable[str], wanted: Mapping[str, str]) -> Stats:
    """Let the ground, with what was written, be the folder; return what it has of what is wanted.

    Where it cannot be made ready it stays aside: then all is to be linked.
    """
    there: Stats = {}
    try:
        _reduce(str(ground), "", wanted, _rights_of_new(folder), there)
    except OSError:
        return {}
    # From here on nothing may fail in silence: what was written lies in two places.
    ground.chmod(folder.stat().st_mode)
    for name in written:
        (ground / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).rename(ground / name)
    shutil.rmtree(folder)
    ground.rename(folder)
    return there


def _reduce(folder: str, inside: str, wanted: Mapping[str, str], rights: int, left: Stats) -> bool:
    """Delete what is not wanted, or looks otherwise; return whether something is left.

    Its names begin with `inside`. Folders inside are like new ones, which have these `rights`.
    """
    is_needed = False
    with os.scandir(folder) as entries:
        # Thousands of them: each step more is seen.
        for entry in list(entries):
            name = inside + entry.name
            found = entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                if found.st_mode != rights:
                    shutil.rmtree(entry.path)
                elif _reduce(entry.path, f"{name}/", wanted, rights, left):
                    is_needed = True
                else:
                    os.rmdir(entry.path)  # noqa: PTH106
            elif wanted.get(name) == look(found):
                left[name] = found
                is_needed = True
            else:
                os.unlink(entry.path)  # noqa: PTH108
    return is_needed


def _rights_of_new(folder: Path) -> int:
    """Return the mode of a folder that is made now, beside another."""
    new = folder.with_name(f"{folder.name}.new")
    new.mkdir()
    mode = new.stat().st_mode
    new.rmdir()
    return mode


def link(source: str, target: str) -> None:
    """Give a file a second name; where the disk knows no such thing, a copy with its times."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        _make_folder(os.path.dirname(target))  # noqa: PTH120
        link(source, target)
    except FileExistsError:
        raise
    except OSError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # noqa: PTH102
    except FileNotFoundError:
        Path(path).mkdir(parents=True)
