"""Kept work that nobody can have kept: a build is as if nothing were."""

from __future__ import annotations

import pytest

from schaukasten.kept.shelf import Shelf
from tests.worlds import World


@pytest.mark.whole
@pytest.mark.parametrize("junk", [b"", b"[]", b"{}", b"null", b'[[],["o",0,[]]]', b"[2]\n[]", b"7"])
def test_rows_that_no_build_has_written_change_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, junk: bytes
) -> None:
    world.news()
    world.offer()
    assert world.build() == 0
    before = {path: path.read_bytes() for path in world.output.rglob("*") if path.is_file()}
    asked: list[str] = []

    def poisoned(shelf: Shelf, keys: list[str]) -> dict[str, bytes]:
        if shelf._file is None:
            return {}
        asked.extend(keys)
        return dict.fromkeys(keys, junk)

    monkeypatch.setattr(Shelf, "_asked", poisoned)
    assert world.build() == 0
    assert asked
    after = {path: path.read_bytes() for path in world.output.rglob("*") if path.is_file()}
    assert after == before
