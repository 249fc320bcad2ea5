"""The folder for the publisher's own things: one, even where two make it at the same time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from schaukasten.release.state import state_folder
from schaukasten.release.targets.errors import ConnectionCut, PublishError
from schaukasten.release.targets.paths import Places
from schaukasten.release.transports.base import Done, Read, nobody
from schaukasten.release.transports.local import LocalTransport
from schaukasten.release.transports.refusals import cut, no_permission, refused
from tests.release.sites import local_target
from tests.release.turns import Stepwise, Turns
from tests.worlds import german


class Inside(Stepwise):
    """A host that for this publisher takes no file beside the website, for some reason."""

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        if any("/.schaukasten-html" in path for path in files):
            raise no_permission("beside", "550")
        super().store(files, done)


class Cut(LocalTransport):
    """A line that breaks once: when the folder is there."""

    def __init__(self) -> None:
        self.cuts = 1

    def move_folder(self, path: str, to: str) -> bool:
        is_moved = super().move_folder(path, to)
        if self.cuts:
            self.cuts -= 1
            raise cut("")
        return is_moved


def test_what_a_broken_attempt_has_made_goes_where_the_next_one_is_refused(
    tmp_path: Path,
) -> None:
    root = tmp_path / "html"
    root.mkdir()
    made: set[str] = set()
    host = Cut()
    with pytest.raises(ConnectionCut), state_folder(local_target(root), host, "a", made):
        pass
    with pytest.raises(PublishError), state_folder(local_target(root), host, "a", made):
        raise refused("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["html"]
    assert not list(root.iterdir())


class Fixed(LocalTransport):
    """A host that lets nobody rename a folder."""

    def move_folder(self, path: str, to: str) -> bool:
        raise no_permission(path, "550 Directories cannot be renamed")


def test_names_with_a_dot_are_not_blamed_where_no_folder_can_be_renamed(tmp_path: Path) -> None:
    root = tmp_path / "html"
    root.mkdir()
    with (
        pytest.raises(PublishError) as caught,
        state_folder(local_target(root), Fixed(), "a", set()),
    ):
        pass
    assert "cannot be renamed" in caught.value.text(german)
    assert "mit einem Punkt" not in caught.value.text(german)
    assert [path.name for path in tmp_path.rglob("*")] == ["html"]


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
            with state_folder(local_target(root), host(turns), token, set()) as places:
                found.append(places)
        except PublishError:
            return

    turns = Turns(number, lambda: work(Stepwise, "a"), lambda: work(other, "b"))
    turns.run(first=0)
    assert len(set(found)) <= 1
    left = [path.name for path in tmp_path.rglob("*") if path.name.startswith(".sch")]
    assert left == [Path(places.state).name for places in set(found)]
