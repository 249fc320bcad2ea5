"""All files of our own sites that the browser editor edits, each with its shape."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schaukasten.forms.shape import shape_of
from schaukasten.model.association.association import Association, Audiences, Navigation
from schaukasten.model.association.location import Locations
from schaukasten.model.association.person import People
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.schema import Schema
from schaukasten.model.time.days_off import Holidays
from tests.browser_editor.file_format import Shape
from tests.worlds import ROOT, SITES

_DATA: dict[str, type[Schema]] = {
    "association.yaml": Association,
    "audiences.yaml": Audiences,
    "holidays.yaml": Holidays,
    "locations.yaml": Locations,
    "navigation.yaml": Navigation,
    "people.yaml": People,
}
_TEXTS: dict[str, type[Schema]] = {
    "aktuelles": NewsItem,
    "angebote": Offer,
    "termine": Event,
    "stellen": Job,
}
#: Whether `benchmarks/editor_files.py` asks: for more random edits, and for all combinations.
IS_BENCHMARK = "EDITS" in os.environ
#: As many random edits as the suite has time for.
SEEDS = range(int(os.environ.get("EDITS", "60")))
FOLDERS = [ROOT / "content", *sorted(SITES.glob("*/content"))]


@dataclass(frozen=True)
class File:
    """`name` is the path from the root of the repository; `text` with the line ends of the file."""

    name: str
    text: str
    shape: Shape


def shape_of_file(path: Path, content: Path) -> Shape:
    """Return the shape of a file of a content folder."""
    if path.suffix == ".yaml":
        return shape_of(_DATA[path.name], "yaml")
    return shape_of(_TEXTS.get(path.relative_to(content).parts[0], Page), "front-matter")


def files() -> Iterator[File]:
    for content in FOLDERS:
        for path in sorted([*content.rglob("*.md"), *content.glob("data/*.yaml")]):
            text = path.read_bytes().decode("utf-8")
            yield File(str(path.relative_to(ROOT)), text, shape_of_file(path, content))


FILES = {one.name: one for one in files()}
