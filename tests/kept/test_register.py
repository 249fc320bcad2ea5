"""What is said of many things in one row is never believed of something else."""

from __future__ import annotations

from pathlib import Path

from schaukasten.kept.register import Brief, Register
from schaukasten.kept.shelf import Shelf
from schaukasten.kept.work import KEEP, MAKE_AGAIN

THINGS = {f"thing {number}": f"key {number}" for number in range(40)}


class Build:
    """Makes texts of things, as a build in the state `world` would."""

    def __init__(self, home: Path, world: str, keep: bytes = KEEP, is_ahead: bool = False):
        self.shelf = Shelf(home)
        self.shelf.is_ahead = is_ahead
        self.world = world
        self.keep = keep
        self.made: list[str] = []

    def read(self) -> dict[str, str]:
        """Return the text of each thing."""
        register: Register[str] = Register(self.shelf, "things", self.world)
        found = register.read(THINGS, self._make, _brief, self._renewed)
        assert all(_brief(thing, entry.raw()) == entry.brief for thing, entry in found.items())
        return {thing: entry.raw().decode() for thing, entry in found.items()}

    def _make(self, thing: str) -> bytes:
        self.made.append(thing)
        return self.keep + f"{thing} in {self.world}".encode()

    def _renewed(self, thing: str, kept: bytes) -> bytes | None:
        return kept if kept.decode() == f"{thing} in {self.world}" else None

    def end(self) -> None:
        self.shelf.close()


def _brief(_thing: str, raw: bytes) -> Brief:
    return [raw.decode().rpartition(" ")[2]]


def as_in(world: str) -> dict[str, str]:
    return {thing: f"{thing} in {world}" for thing in THINGS}


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    first = Build(tmp_path, "may")
    assert first.read() == as_in("may")
    first.end()
    second = Build(tmp_path, "may")
    assert second.read() == as_in("may")
    assert second.made == []


def test_in_another_state_all_is_looked_at_again(tmp_path: Path) -> None:
    for world in ("may", "june", "may"):
        build = Build(tmp_path, world)
        assert build.read() == as_in(world)
        build.end()


def test_rows_that_another_process_has_put_in_their_place_are_made_again(
    tmp_path: Path,
) -> None:
    """Such as a forerunner whose build was killed, before the content went back to what it was."""
    build = Build(tmp_path, "may")
    build.read()
    build.end()
    killed = Build(tmp_path, "june", is_ahead=True)
    killed.shelf._new.update((key, f"{thing} in june".encode()) for thing, key in THINGS.items())
    killed.end()
    again = Build(tmp_path, "may")
    assert again.read() == as_in("may")
    assert set(again.made) == set(THINGS)


def test_of_what_may_not_be_kept_nothing_is_said(tmp_path: Path) -> None:
    for _turn in range(2):
        build = Build(tmp_path, "may", keep=MAKE_AGAIN)
        assert build.read() == as_in("may")
        assert build.made
        build.end()
