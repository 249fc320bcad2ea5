"""A gallery, and people, in their real forms → the lines of their files that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import fill, open_entry, save
from tests.browser_editor.differences import difference
from tests.model.files.pictures import png
from tests.worlds import World

PARTY, PEOPLE = "content/aktuelles/2026-03-08-fest/index.md", "content/data/people.yaml"
GALLERY = (
    "gallery:\n  - folder: bilder/\n    credit: 'Fotos: Erika'\n    people: keine\n"
    "    pictures:\n      - {file: a.png, alt: Der Hof}\n"
    "      - file: b.png\n        alt: Das Tor\n"
)
ADA = "- id: ada\n  name: Ada Beispiel\n  groups: [Vorstand]\n"
#: A file, the field that is typed into, what, and the lines that go and come.
TYPED: list[tuple[str, str, str, list[str], list[str]]] = [
    (PARTY, "gallery.0.pictures.0.alt", "Der Garten",
     ["      - {file: a.png, alt: Der Hof}\n"], ["      - {file: a.png, alt: Der Garten}\n"]),
    (PARTY, "gallery.0.pictures.1.alt", "Die Tür",
     ["        alt: Das Tor\n"], ["        alt: Die Tür\n"]),
    (PARTY, "gallery.0.credit", "Fotos: Otto",
     ["    credit: 'Fotos: Erika'\n"], ["    credit: 'Fotos: Otto'\n"]),
    (PEOPLE, "entries.0.role", "Vorsitzende", [], ["  role: Vorsitzende\n"]),
    (PEOPLE, "entries.0.left", "2026-12-31", [], ["  left: 2026-12-31\n"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def bed(
    local_bed: Callable[..., LocalBed], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LocalBed]:
    world = World(tmp_path_factory.mktemp("party"))
    for name in ("a", "b"):
        world.write(f"aktuelles/2026-03-08-fest/bilder/{name}.png", png())
    world.news("Schön war es.", GALLERY)
    world.write("data/people.yaml", ADA)
    bed = local_bed(world.content, height=2400)
    yield bed
    assert bed.watch.nothing(), bed.watch


@pytest.mark.parametrize(
    ("name", "path", "value", "gone", "come"), TYPED, ids=[path for _, path, *_ in TYPED]
)
def test_what_is_typed_changes_its_own_line(
    bed: LocalBed, name: str, path: str, value: str, gone: list[str], come: list[str]
) -> None:
    open_entry(bed, name)
    fill(bed, path, value)
    old, new = save(bed)
    assert set(old) == set(new) == {name}
    found = difference(old[name].decode(), new[name].decode())
    assert (found.gone, found.come) == (gone, come)
