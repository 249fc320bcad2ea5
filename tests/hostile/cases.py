"""All hostile cases by theme, and the site of those that are harmless."""

from __future__ import annotations

from pathlib import Path

from tests.hostile import (
    encodings,
    fields,
    front_matter,
    names,
    paths,
    pictures,
    schedules,
    scripts,
    size,
)
from tests.hostile.case import Case
from tests.worlds import World

THEMES: dict[str, list[Case]] = {
    "encodings": encodings.CASES,
    "front matter": front_matter.CASES,
    "paths": paths.CASES,
    "scripts": scripts.CASES,
    "fields": fields.CASES,
    "pictures": pictures.CASES,
    "names": names.CASES,
    "size": size.CASES,
    "schedules": schedules.CASES,
    "effort": size.SLOW,
}
CASES = [case for theme in THEMES.values() for case in theme]
#: Those that can stand in one world without getting in each other's way.
TOGETHER = [case for case in CASES if not case.alone]

for _names in ([case.name for case in CASES], [case.file for case in TOGETHER if case.file]):
    assert len(set(_names)) == len(_names), sorted(
        name for name in _names if _names.count(name) > 1
    )


def harmless_site(folder: Path, drafts: bool = False) -> World:
    """Build a world with every harmless case, and with secrets beside it."""
    world = World(folder)
    paths.plant(world)
    for case in TOGETHER:
        if case.is_page:
            case.write(world)
    assert world.build(drafts=drafts) == 0
    return world
