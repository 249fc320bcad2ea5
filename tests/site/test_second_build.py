"""A build over an earlier output gives the same bytes as a clean one, whatever was edited between.

Names, bytes, and all that is said; and what has the same bytes keeps its time and its place.
Series of edits are in `test_series_of_edits.py`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from random import Random
from unittest import mock

import pytest

from schaukasten.kept import next_output
from schaukasten.kept.last_output import LastOutput
from tests.site.edits import files, house, writing
from tests.site.edits.every import EDITS, differing, project_of
from tests.site.project import Project
from tests.site.second_build import SecondBuild, looks
from tests.worlds import ROOT


@pytest.mark.parametrize(
    "part", [0, *(pytest.param(part, marks=pytest.mark.whole) for part in (1, 2, 3))]
)
def test_each_kind_of_edit(tmp_path: Path, kept: Path, part: int) -> None:
    names = sorted(EDITS)
    Random(0).shuffle(names)
    series = [(name, number) for number, name in enumerate(names[part::4])]
    project = project_of("minimal", tmp_path / "project", kept)
    # Several at once, since there are many kinds; where they are refused, one by one.
    assert list(differing(project, series, at_once=3)) == []


@pytest.mark.parametrize("fault", ["stale pages", "a page written again"])
def test_what_is_not_as_in_a_clean_build_is_seen(tmp_path: Path, kept: Path, fault: str) -> None:
    project = project_of("minimal", tmp_path / "project", kept)
    second = SecondBuild(project)
    assert second.differences() == (False, [])
    writing.another_title(project, Random(0))
    real = LastOutput.give

    def stale(last: LastOutput, name: str, _digest: str) -> bool:
        known = last.files.get(name)
        return known is not None and real(last, name, known.made_from.digest)

    with ExitStack() as patches:
        give = stale if fault == "stale pages" else lambda *_all: False
        patches.enter_context(mock.patch.object(LastOutput, "give", give))
        if fault == "a page written again":
            not_same = mock.patch.object(next_output, "_same", return_value="")
            patches.enter_context(not_same)
        was_refused, found = second.differences()
    assert not was_refused
    said = "written again: " if fault == "a page written again" else "bytes: "
    assert [one for one in found if one.startswith(said)]


def test_an_error_leaves_the_output_and_is_told_as_by_a_clean_build(
    tmp_path: Path, kept: Path
) -> None:
    project = project_of("bare", tmp_path / "project", kept)
    second = SecondBuild(project)
    assert second.differences() == (False, [])
    before = looks(project.output)
    writing.more_text(project, project.content / "seiten/kontakt.md", "[x](fehlt.md)")
    assert second.differences() == (True, [])
    # The same file is wrong as before: what is known of it is told once more.
    assert second.differences() == (True, [])
    project.take_back()
    assert second.differences() == (False, [])
    assert looks(project.output) == before


#: The command, in a process of its own, which may have loaded less than this one.
_BUILD = """
import sys
from contextlib import ExitStack
from pathlib import Path
sys.dont_write_bytecode = True
{before}
from schaukasten.commands.building import build
sys.exit(build(Path(sys.argv[1]), "content", sys.argv[2], today=sys.argv[3]))
"""
#: The process ends as if the power went, when a function is called for the second time.
_ENDS = """
import importlib, os, signal
module, kind, name = {place!r}
place = importlib.import_module(module)
place = getattr(place, kind) if kind else place
real, calls = getattr(place, name), []
def killed(*arguments, **options):
    calls.append(name)
    if len(calls) == {call}:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **options)
setattr(place, name, killed)
"""


def command(project: Project, output: Path, before: str = "") -> subprocess.Popen[str]:
    code = _BUILD.format(before=before)
    return subprocess.Popen(
        [sys.executable, "-c", code, str(project.folder), str(output), str(project.today)],
        cwd=project.folder,
        env={
            **os.environ,
            "SCHAUKASTEN_CACHE": str(project.cache),
            "PYTHONPATH": os.pathsep.join((str(project.folder), str(ROOT))),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.whole
def test_processes_of_their_own_follow_one_another(tmp_path: Path, kept: Path) -> None:
    project = project_of("bare", tmp_path / "project", kept)
    for edit in (files.nothing, writing.another_title, files.a_file_more, house.audiences):
        edit(project, Random(1))
        with command(project, project.output) as build:
            said, _nothing = build.communicate(timeout=100)
        assert build.returncode == 0, said
        built = looks(project.output)
        assert SecondBuild(project).differences() == (False, [])
        assert {name: one[0] for name, one in looks(project.output).items()} == {
            name: one[0] for name, one in built.items()
        }


@pytest.mark.whole
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize(
    ("place", "call"),
    [
        (("schaukasten.model.content", "", "read_documents"), 1),
        (("jinja2", "Template", "render"), 6),
        (("schaukasten.kept.shelf", "Shelf", "close"), 3),
        (("pathlib", "Path", "rename"), 1),
        (("pathlib", "Path", "rename"), 2),
    ],
    ids=str,
)
def test_after_a_build_that_was_killed_the_next_is_as_a_clean_one(
    tmp_path: Path, kept: Path, place: tuple[str, str, str], call: int
) -> None:
    project = project_of("bare", tmp_path / "project", kept)
    second = SecondBuild(project)
    assert second.differences() == (False, [])
    before = looks(project.output)
    writing.two_edits_in_one_file(project, Random(2))
    files.an_event_more(project, Random(2))
    ends = _ENDS.format(place=place, call=call)
    with command(project, project.output, ends) as build:
        said, _nothing = build.communicate(timeout=100)
    assert build.returncode == -signal.SIGKILL, said
    # Between two renames there is none; at all other times the old or the new one.
    after = looks(project.output)
    assert after in ({}, before) or place[2] == "close"
    assert [one for one in second.differences()[1] if one.startswith(("bytes", "ended"))] == []


@pytest.mark.whole
def test_two_builds_at_once_are_two_clean_ones(tmp_path: Path) -> None:
    """The first ones of all, so that both want to keep everything."""
    project = project_of("bare", tmp_path / "project")
    outputs = [project.folder / name for name in ("one", "other")]
    builds = [command(project, output) for output in outputs]
    for build in builds:
        said, _nothing = build.communicate(timeout=200)
        assert build.returncode == 0, said
    assert SecondBuild(project).differences() == (False, [])
    clean = {name: one[0] for name, one in looks(project.output).items()}
    for output in outputs:
        assert {name: one[0] for name, one in looks(output).items()} == clean
