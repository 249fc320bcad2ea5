"""A copy of the process goes ahead and renders what changed; without it all comes out the same."""

import os
import sys
from random import Random

import pytest

from tests.site.edits import writing
from tests.site.project import Project
from tests.site.second_build import SecondBuild, looks
from tests.site.test_second_build import command
from tests.sites.bare import bare
from tests.worlds import World

#: Notes in which process each text is rendered; the forerunner may come to an end there.
_NOTED = """
import os, signal
from schaukasten.kept import work
from schaukasten.model.text.renderer import Renderer
work.WORTH = {most}
main, real = os.getpid(), Renderer.asked
def asked(*arguments):
    is_ahead = os.getpid() != main
    with open("rendered", "a") as noted:
        print("ahead" if is_ahead else "here", file=noted)
    if is_ahead and {ends}:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments)
Renderer.asked = asked
"""


def _may_have_two() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


@pytest.mark.skipif(not _may_have_two(), reason="no second process")
@pytest.mark.parametrize(
    ("ends", "most", "rendered"),
    [
        (False, 40, ["ahead"]),
        (True, 40, ["ahead", "here"]),
        pytest.param(False, 1, ["here"], marks=pytest.mark.whole),
    ],
    ids=["well", "killed", "too much for one"],
)
def test_a_changed_text_is_rendered_ahead_and_the_page_is_that_of_a_clean_build(
    tmp_path, ends, most, rendered
):
    world = World(tmp_path / "project", "minimal")
    project = Project.of(tmp_path / "project", bare(world).content)
    second = SecondBuild(project)
    assert second.differences() == (False, [])
    before = looks(project.output)
    writing.a_sentence(project, Random(0))
    with command(project, project.output, _NOTED.format(ends=ends, most=most)) as build:
        said, _nothing = build.communicate(timeout=100)
    assert build.returncode == 0, said
    assert (project.folder / "rendered").read_text().split() == rendered
    built = looks(project.output)
    assert built != before
    assert second.differences() == (False, [])
    assert looks(project.output) == built
