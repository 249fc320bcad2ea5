"""Compiled templates: each source is compiled once, however many builds are made of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2.bccache import Bucket

from schaukasten.building.build import build
from schaukasten.building.compiled import Compiled
from tests.worlds import ROOT, TODAY, World


class Counting(Compiled):
    """Counts what it is given to keep: each is a template that was compiled."""

    compiled = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled += 1
        super().dump_bytecode(bucket)


def test_what_pages_include_is_compiled_for_the_next_build_as_well(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SCHAUKASTEN_CACHE", str(tmp_path / "cache"))
    # It has read the environment.
    monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)

    def compiled(output: str) -> int:
        counting = Counting()
        assert not build(ROOT, world.content, tmp_path / output, today=TODAY, compiled=counting)
        return counting.compiled

    assert compiled("one") > 0
    # Another folder, in which no page is there already.
    assert compiled("two") == 0
