"""One association's site, built twice, with a change that touches every page and the stylesheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schaukasten.release.inventory import inventory
from tests.model.files.pictures import png
from tests.worlds import World


@dataclass(frozen=True)
class Versions:
    old: Path
    new: Path
    host: str

    @property
    def files(self) -> list[dict[str, bytes]]:
        return [
            {name: (site / name).read_bytes() for name in inventory(site)}
            for site in (self.old, self.new)
        ]


def versions(folder: Path, items: int = 12) -> Versions:
    """Build both; each has that many news items, the first with a picture."""
    world = World(folder / "world")
    for number in range(items):
        picture = "image: {file: haus.png, alt: Ein Haus, credit: A. B., people: keine}"
        head = picture if number == 0 else ""
        world.news(f"Text {number}.", head, slug=f"fest-{number}")
    world.write("aktuelles/2026-03-08-fest-0/haus.png", png())
    assert world.build() == 0
    old = world.output.rename(folder / "old")
    name = "data/association.yaml"
    text = (world.content / name).read_text("utf-8")
    changed = text.replace("short_name: ", "short_name: Neuer ")
    assert changed != text
    world.write(name, changed + "\npalette:\n  brick: 39% 0.13 35\n")
    assert world.build() == 0
    return Versions(old, world.output.rename(folder / "new"), "kleiner-verein.example")
