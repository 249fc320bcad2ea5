"""What lies compressed beside the texts of an output: of each the same, and no more than needed."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from schaukasten.building import precompressed
from schaukasten.building.precompressed import LEAST
from tests.worlds import World


def test_each_text_lies_there_in_both_forms_and_nothing_else_does(world: World) -> None:
    world.news()
    assert world.build() == 0
    found = 0
    for path in world.output.rglob("*"):
        if not path.is_file() or path.suffix in (".br", ".gz"):
            continue
        small, zipped = (path.with_name(f"{path.name}.{one}") for one in ("br", "gz"))
        is_text = path.suffix in (".html", ".css", ".js", ".xml", ".txt", ".ics", ".svg")
        if is_text and path.stat().st_size >= LEAST:
            found += 1
            assert brotli.decompress(small.read_bytes()) == path.read_bytes(), path
            assert gzip.decompress(zipped.read_bytes()) == path.read_bytes(), path
            assert small.stat().st_size < path.stat().st_size
        else:
            assert not small.exists(), path
            assert not zipped.exists(), path
    assert found > 5


def test_the_preview_has_none(world: World) -> None:
    assert world.build(drafts=True) == 0
    assert not [path for path in world.output.rglob("*") if path.suffix in (".br", ".gz")]


def test_only_what_is_new_is_compressed_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.news()
    world.offer()
    assert world.build() == 0
    made: list[str] = []
    write = precompressed._write

    def watched(output: Path, name: str, raw: bytes) -> bytes:
        made.append(name)
        return write(output, name, raw)

    monkeypatch.setattr(precompressed, "_write", watched)
    world.offer("Ein anderer Text.")
    assert world.build() == 0
    assert made == ["angebote/treff/index.html"]
    page = world.output / "angebote/treff/index.html"
    small = page.with_name("index.html.br")
    assert brotli.decompress(small.read_bytes()) == page.read_bytes()
    # What somebody has changed there is made again.
    made.clear()
    small.write_bytes(b"x")
    world.offer("Noch ein Text.", slug="neu")
    assert world.build() == 0
    assert "angebote/treff/index.html" in made
    assert brotli.decompress(small.read_bytes()) == page.read_bytes()
