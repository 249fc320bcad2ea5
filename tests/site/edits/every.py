"""All edits by name, and series of them → in what a build after one of them is not a clean one."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from tests.site.edits import files, house, occasions, writing
from tests.site.project import Edit, Project
from tests.site.second_build import SecondBuild
from tests.sites.bare import bare
from tests.worlds import ROOT, World

#: By name.
EDITS: dict[str, Edit] = {
    name: edit
    for module in (writing, occasions, house, files)
    for name, edit in vars(module).items()
    if callable(edit) and getattr(edit, "__module__", "") == module.__name__ and name[0] != "_"
}
#: Content to begin with.
SITES = ("minimal", "bare", "harbour", "crowded", "real")
#: An edit, and the number by which it draws what it does.
Step = tuple[str, int]


def project_of(site: str, folder: Path, cache: Path | None = None) -> Project:
    """Return a project with the content of a site in an empty folder.

    It begins with the kept work in `cache`, which another one has left.
    """
    if cache is not None and cache.exists():
        shutil.copytree(cache, folder / ".cache", symlinks=True)
    if site == "real":
        return Project.of(folder, ROOT / "content")
    world = World(folder, "minimal" if site == "bare" else site)
    return Project.of(folder, (bare(world) if site == "bare" else world).content)


def differing(project: Project, series: Iterable[Step], at_once: int = 1) -> Iterator[str]:
    """Build after each step; yield what differs from a clean build, and after which step.

    With more steps `at_once` there is a build after so many of them.
    """
    second = SecondBuild(project)
    waiting = [[("nothing", 0)], *batched(list(series), at_once)]
    done: list[Step] = []
    while waiting:
        steps = waiting.pop(0)
        done += steps
        project.undo.clear()
        for name, number in steps:
            EDITS[name](project, Random(number))
        was_refused, found = second.differences()
        yield from (f"{done}: {one}" for one in found)
        if was_refused:
            # Mended at once, so that the next edit is seen, too.
            project.take_back()
            yield from (f"{done} taken back: {one}" for one in second.differences()[1])
            if len(steps) > 1:
                waiting = [*batched(steps, 1), *waiting]


def batched(steps: list[Step], size: int) -> list[list[Step]]:
    return [steps[start : start + size] for start in range(0, len(steps), size)]
