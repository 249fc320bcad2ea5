"""Pictures are made once, by two processes, and somebody who waits is told how far it is."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from schaukasten.model.files.picture import Picture, open_picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.plugins import picture_store
from schaukasten.plugins.picture_store import PictureStore
from schaukasten.plugins.progress import Progress
from tests.model.files.pictures import encoded
from tests.model.files.test_variant_files import scene
from tests.worlds import World, german

NOTE = PictureNote(file="a.jpg", alt="Ein Bild")


def pictures(folder: Path, count: int) -> list[Picture]:
    for number in range(count):
        (folder / f"{number}.jpg").write_bytes(encoded(scene(90, 60, seed=number), "JPEG"))
    return [open_picture(folder / f"{number}.jpg", NOTE) for number in range(count)]


def nothing(*_told: object) -> None:
    pass


def test_pictures_are_made_in_two_processes_and_not_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever threads other tests have left behind.
    monkeypatch.setattr("schaukasten.kept.halves._may_fork", lambda: True)
    every = pictures(tmp_path, 6)
    made = Picture.published

    def by_whom(one: Picture) -> dict[str, list[bytes]]:
        (tmp_path / f"{one.path.name}.by").write_text(str(os.getpid()))
        return made(one)

    monkeypatch.setattr(Picture, "published", by_whom)
    assert PictureStore(tmp_path / "kept").make(every, nothing) == []
    assert len({path.read_text() for path in tmp_path.glob("*.by")}) == 2
    monkeypatch.setattr(Picture, "published", lambda _one: pytest.fail("made again"))
    again = PictureStore(tmp_path / "kept")
    assert again.make(every, nothing) == []
    for one in every:
        assert again.offered(one)[-1] == "jpg"
        assert again.read(one, one.file_of(one.variants[0])).startswith(b"\xff\xd8")


def test_each_picture_that_went_is_told_whichever_process_met_it(tmp_path: Path) -> None:
    every = pictures(tmp_path, 5)
    for one in every[1:3]:
        one.path.unlink()
    found = PictureStore(tmp_path / "kept").make(every, nothing)
    assert [one.path.name for one, _invalid in found] == ["1.jpg", "2.jpg"]
    assert all("weggenommen" in invalid.what.text(german) for _one, invalid in found)


def test_what_cannot_be_kept_is_held_for_the_build(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    every = pictures(tmp_path, 3)
    store = PictureStore(tmp_path / "kept")
    assert store.make(every, nothing) == []
    for one in every:
        names = [f"{one.variants[0].stem}.{ending}" for ending in store.offered(one)]
        assert all(store.read(one, name) for name in names)


def test_a_build_that_was_stopped_in_the_middle_of_a_picture_leaves_none_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = pictures(tmp_path, 1)
    written = Path.write_bytes
    with monkeypatch.context() as stopped:

        def interrupted(path: Path, raw: bytes) -> int:
            if path.name == "offered":
                raise KeyboardInterrupt
            return written(path, raw)

        stopped.setattr(Path, "write_bytes", interrupted)
        with pytest.raises(KeyboardInterrupt):
            PictureStore(tmp_path / "kept").make([one], nothing)
    store = PictureStore(tmp_path / "kept")
    assert store.make([one], nothing) == []
    assert not list((tmp_path / "kept").rglob("*.part"))


def test_who_waits_for_many_pictures_is_told_how_many_are_done(
    world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schaukasten.plugins.progress._PATIENCE", 0)
    monkeypatch.setattr("schaukasten.plugins.progress._SELDOM", 0)
    # One process: what another one prints is not captured.
    monkeypatch.setattr(picture_store, "_FEW", 100)
    text = ""
    for number in range(3):
        # Tests share what they have made.
        raw = encoded(scene(60, 40, seed=time.time_ns() + number), "JPEG")
        world.write(f"aktuelles/2026-03-08-fest/{number}.jpg", raw)
        text += f"![Ein Haus]({number}.jpg)\n\n"
    world.news(text)
    assert world.build() == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "verkleinert" in line]
    assert told == [f"Bilder werden verkleinert: {number} von 3" for number in (1, 2, 3)]


def test_at_a_terminal_the_line_is_made_anew_and_goes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("schaukasten.plugins.progress._PATIENCE", 0)
    monkeypatch.setattr("schaukasten.plugins.progress._OFTEN", 0)
    with Progress(german) as progress:
        for number in (1, 2):
            progress.tell(lambda number=number: number, picture_store.told_of(2))
    clear = "\x1b[K"
    assert capsys.readouterr().out == (
        f"\rBilder werden verkleinert: 1 von 2{clear}"
        f"\rBilder werden verkleinert: 2 von 2{clear}\r{clear}"
    )
