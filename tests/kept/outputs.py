"""Folders with files → an output that a build has made."""

from __future__ import annotations

from pathlib import Path

from schaukasten.kept.last_output import LastOutput, MadeFrom, files_of


def last_output(folder: Path) -> LastOutput:
    """Write an output of two files; of one it is known what it was made from."""
    written(folder, {"a/index.html": b"old", "b.css": b"css"})
    made_from = {"a/index.html": MadeFrom("made", "known")}
    return LastOutput.of(folder, made_from, dict(files_of(folder)))


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name, _stat in files_of(folder)}
