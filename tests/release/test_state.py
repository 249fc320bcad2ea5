"""The folder for the publisher's own things: one, even where two make it at the same time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from schaukasten.release.state import state_folder
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import Places
from schaukasten.release.transports.base import Done, Read, nobody
from schaukasten.release.transports.refusals import no_permission
from tests.release.sites import local_target
from tests.release.turns import Stepwise, Turns


class Inside(Stepwise):
    """A host that for this publisher takes no file beside the website, for some reason."""

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        if any("/.schaukasten-html" in path for path in files):
            raise no_permission("beside", "550")
        super().store(files, done)


@pytest.mark.parametrize("other", [Stepwise, Inside])
@pytest.mark.parametrize("number", range(40))
def test_in_no_order_of_steps_two_publishers_work_in_two_places(
    tmp_path: Path, number: int, other: Callable[[Turns], Stepwise]
) -> None:
    root = tmp_path / "html"
    root.mkdir()
    found: list[Places] = []

    def work(host: Callable[[Turns], Stepwise], token: str) -> None:
        try:
            with state_folder(local_target(root), host(turns), token) as places:
                found.append(places)
        except PublishError:
            return

    turns = Turns(number, lambda: work(Stepwise, "a"), lambda: work(other, "b"))
    turns.run(first=0)
    assert len(set(found)) <= 1
    left = [path.name for path in tmp_path.rglob("*") if path.name.startswith(".sch")]
    assert left == [Path(places.state).name for places in set(found)]
