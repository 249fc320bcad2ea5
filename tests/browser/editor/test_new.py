"""A new text of each kind, made in the form → a file where `new` puts it, which `check` takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from schaukasten.model.kinds.item import Status
from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import choose, fill, new_entry, save, write
from tests.worlds import World

SUMMARY = ("summary", "Am Samstag feiern wir.")
#: A folder, what is filled in, and the folder that the file gets.
KINDS = [
    ("aktuelles", [("date", "2026-06-20"), SUMMARY], "2026-06-20-groesse-mass"),
    ("termine", [("date", "2026-06-20"), ("start", "15:00"), SUMMARY], "2026-06-20-groesse-mass"),
    ("angebote", [SUMMARY], "groesse-mass"),
    ("seiten", [SUMMARY], "groesse-mass"),
]


@pytest.mark.whole
@pytest.mark.parametrize(("folder", "values", "name"), KINDS)
def test_a_new_text_lies_where_new_would_put_it_and_the_model_takes_it(
    local_bed: Callable[..., LocalBed],
    tmp_path: Path,
    folder: str,
    values: list[tuple[str, str]],
    name: str,
) -> None:
    world = World(tmp_path)
    bed = local_bed(world.content)
    new_entry(bed, folder)
    fill(bed, "title", "Größe & Maß")
    for path, value in values:
        fill(bed, path, value)
    if folder == "angebote":
        choose(bed, "audience", "Familien")
    write(bed, "Das Fest war schön.")
    _old, new = save(bed)
    assert list(new) == [f"content/{folder}/{name}/index.md"]
    world.write(f"{folder}/{name}/index.md", new[f"content/{folder}/{name}/index.md"])
    assert world.errors() == []
    found = world.document(f"{folder}/{name}/index.md", drafts=True)
    assert found.item.title == "Größe & Maß"
    assert found.item.status is Status.DRAFT
    assert bed.watch.nothing(), bed.watch
