"""All documents at a glance: as if each file were read, whatever has become of what was kept."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path, PurePosixPath
from typing import Any
from unittest import mock

import pytest

from schaukasten.kept import register
from schaukasten.kept import shelf as shelves
from schaukasten.kept.memory import Memory
from schaukasten.kept.shelf import DAYS, Shelf
from schaukasten.model.documents import documents as module
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.documents import read_documents
from schaukasten.model.reading.source import walk
from tests.worlds import TODAY, World, layout

MANY = 30


class Reader:
    """Reads the documents of a world, each time as a new build; notes what it reads and asks."""

    def __init__(self, world: World):
        self.world = world
        self.home = world.folder / "kept"
        self.parsed: list[str] = []
        self.asked = 0

    def read(self, like_a_clean_one: bool = True) -> list[Document]:
        """Return the documents; all that can be asked of them is as if nothing had been kept."""
        self.parsed.clear()
        self.asked = 0
        memory = Memory.of(self.world.content, self.home)
        real_parse, real_ask = module._parsed, Shelf._asked

        def parsed(source: PurePosixPath, *others: Any) -> Any:
            self.parsed.append(source.parent.name)
            return real_parse(source, *others)

        def asked(shelf: Shelf, keys: list[str]) -> dict[str, bytes]:
            self.asked += len(keys)
            return real_ask(shelf, keys)

        with (
            mock.patch.object(module, "_parsed", parsed),
            mock.patch.object(Shelf, "_asked", asked),
        ):
            found = self._read(memory)
            now = [all_of(one) for one in found] if like_a_clean_one else None
        memory.close()
        if like_a_clean_one:
            clean = self._read(Memory.of(self.world.content))
            assert now == [all_of(one) for one in clean]
        return found

    def _read(self, memory: Memory) -> list[Document]:
        content, day = self.world.content, dt.date.fromisoformat(TODAY)
        found, problems = read_documents(content, walk(content), layout(), "de", day, memory)
        assert problems == []
        return found

    def edit(self, number: int, text: str) -> None:
        self.world.news(text, slug=f"fest-{number}")


def all_of(one: Document) -> tuple[Any, ...]:
    """What stands in a document, and what it says of itself."""
    plain = (one.source, one.kind, one.slug, one.address, one.published, one.body_line)
    digests = (one.outline, one.made_of)
    return *plain, *digests, one.item.model_dump(), one.yaml.data, one.markdown


@pytest.fixture
def reader(world: World) -> Reader:
    for number in range(MANY):
        world.news(f"Text {number}.", slug=f"fest-{number}")
    return Reader(world)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    now = shelves.time.time()

    def go_on(days: int) -> None:
        for one in (shelves, register):
            monkeypatch.setattr(one.time, "time", lambda: now + days * 86_400)

    return go_on


def test_after_an_edit_of_a_text_no_head_is_read_and_few_rows(reader: Reader) -> None:
    reader.read()
    assert len(reader.parsed) > MANY
    reader.edit(7, "Anders.")
    found = reader.read(like_a_clean_one=False)
    assert reader.parsed == []
    # The row of all, that of the file, its head, and nothing of the others.
    assert reader.asked == 3
    assert "Anders." in {one.markdown.strip() for one in found}
    reader.read()
    assert reader.parsed == []


def test_a_head_is_read_when_it_changes_or_its_lines_move(reader: Reader) -> None:
    reader.read()
    reader.world.news("Text 3.", head="slug: anders", slug="fest-3")
    reader.world.news("Text 4.\n", slug="fest-4")
    path = reader.world.news("Text 5.", slug="fest-5")
    path.write_text(path.read_text("utf-8").replace("title: Fest", "\ntitle: Fest"), "utf-8")
    reader.read()
    assert sorted(reader.parsed) == ["2026-03-08-fest-3", "2026-03-08-fest-5"]


def test_files_come_go_and_are_renamed(reader: Reader) -> None:
    reader.read()
    content = reader.world.content / "aktuelles"
    reader.world.news(slug="neu")
    shutil.rmtree(content / "2026-03-08-fest-1")
    (content / "2026-03-08-fest-2").rename(content / "2026-03-08-anders")
    reader.read()
    reader.read()
    assert reader.parsed == []


def test_a_file_that_is_written_again_while_it_is_read_is_not_taken_for_what_it_was(
    reader: Reader,
) -> None:
    reader.read()
    reader.edit(7, "Zuerst.")
    raw_text = module.raw_text

    def written_meanwhile(path: Path) -> Any:
        reader.edit(7, "Danach.")
        return raw_text(path)

    with mock.patch.object(module, "raw_text", written_meanwhile):
        reader.read(like_a_clean_one=False)
    reader.edit(7, "Zuerst.")
    assert "Zuerst." in {one.markdown.strip() for one in reader.read()}


def test_rows_that_are_gone_are_made_again(reader: Reader) -> None:
    reader.read()
    rows = Shelf._asked

    def lost(shelf: Shelf, keys: list[str]) -> dict[str, bytes]:
        found = rows(shelf, keys)
        return {key: raw for key, raw in found.items() if raw.startswith(b'{"ground"')}

    with mock.patch.object(Shelf, "_asked", lost):
        reader.read()
    assert len(reader.parsed) > MANY


@pytest.mark.parametrize(
    "other",
    [
        lambda _row: [],
        lambda row: {**row, "known": 7},
        lambda row: {**row, "known": {"a": []}},
        lambda row: {**row, "known": {"a": ["x", 1]}},
        lambda row: {**row, "since": "x"},
        lambda row: {"ground": row["ground"]},
    ],
)
def test_a_row_that_makes_no_sense_is_none(reader: Reader, other: Any) -> None:
    reader.read()
    rows = Shelf._asked

    def asked(shelf: Shelf, keys: list[str]) -> dict[str, bytes]:
        found = rows(shelf, keys)
        return {
            key: json.dumps(other(json.loads(raw))).encode()
            if raw.startswith(b'{"ground"')
            else raw
            for key, raw in found.items()
        }

    with mock.patch.object(Shelf, "_asked", asked):
        reader.read()


def test_what_is_known_at_a_glance_is_not_forgotten_by_the_shelf(
    reader: Reader, later: Any
) -> None:
    reader.read()
    for days in range(1, 3 * DAYS, 2):
        later(days)
        reader.edit(7, f"Text des {days}. Tages.")
        reader.read(like_a_clean_one=False)
    reader.read()
    assert reader.parsed == []
