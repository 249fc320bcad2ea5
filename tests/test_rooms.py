"""From any room of ARCHITECTURE.md one only walks down, and no room is missing from its list."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from schaukasten.commands.testing import CODE_CHECKS
from tests import rooms
from tests.rooms import ROOT, House

HOUSE = House.read(ROOT, (ROOT / "ARCHITECTURE.md").read_text("utf-8"))


def test_from_every_room_imports_only_lead_downwards() -> None:
    problems = HOUSE.problems()
    assert not problems, "\n" + "\n".join(problems)


def test_the_list_begins_with_the_commands_and_ends_on_the_ground() -> None:
    # What a reader may rely on: the way of a site, from what is typed to what is read.
    wanted = ["tasks.py", "commands", "building", "plugins", "model/load.py", "model/text",
              "model/documents", "model/kinds", "model/reading", "language"]  # fmt: skip
    places = [HOUSE.rooms.index(room) for name in wanted for room in HOUSE.rooms
              if room.removeprefix("schaukasten/").rstrip("/") == name]  # fmt: skip
    assert len(places) == len(wanted)
    assert places == sorted(places)


def test_no_file_imports_itself_over_others() -> None:
    below: dict[str, set[str]] = {}
    for one in HOUSE.imports:
        if one.file != one.target:
            below.setdefault(str(one.file), set()).add(str(one.target))
    try:
        assert len(list(TopologicalSorter(below).static_order())) > 150
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]), pytrace=False)


def test_loading_is_a_list_of_steps_of_under_20_lines_that_say_what_they_take_and_give() -> None:
    tree = ast.parse((ROOT / "schaukasten/model/load.py").read_text("utf-8"))
    steps = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert steps[0].name == "load"
    for step in steps:
        assert step.end_lineno is not None
        assert step.end_lineno - step.lineno + 1 < 20, step.name
        assert step is steps[0] or " → " in (ast.get_docstring(step) or ""), step.name


# --- the test itself -------------------------------------------------------------------------


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Two floors: tasks.py, upper/, lower/ with a room in it."""
    for name, text in {
        "tasks.py": "from schaukasten.upper import a",
        "schaukasten/__init__.py": '"""A house."""',
        "schaukasten/upper/a.py": "from schaukasten.lower.b import b",
        "schaukasten/lower/b.py": "b = 1",
        "schaukasten/lower/inner/c.py": "c = 1",
        "tests/deep/down/test_a.py": "import tasks\nfrom schaukasten.lower import b",
    }.items():
        write(tmp_path, name, text)
    listed = ["tests/**", "tasks.py", "schaukasten/upper/", "schaukasten/lower/",
              "schaukasten/lower/inner/"]  # fmt: skip
    table = "".join(f"| `{room}` | x |\n" for room in listed)
    return House.read(
        tmp_path, f"# A\n\n## The rooms\n\n| room | x |\n| --- | --- |\n{table}\n## B\n"
    )


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text}\n")


def test_a_house_in_order_has_no_problems(house: House) -> None:
    assert house.problems() == []
    assert house.arrows() == {
        ("tests/**", "tasks.py"),
        ("tests/**", "schaukasten/lower/"),
        ("tasks.py", "schaukasten/upper/"),
        ("schaukasten/upper/", "schaukasten/lower/"),
    }


@pytest.mark.parametrize(
    "upwards",
    [
        "import schaukasten.upper.a",
        "import os, schaukasten.upper.a as x",
        "from schaukasten.upper.a import b",
        "from schaukasten.upper import a",
        "from schaukasten.lower.inner import c; from schaukasten.upper import a",
        "from ..upper import a",
        "from ..upper.a import b",
        "from .. import upper; from ..upper import a as x",
        "import tasks",
        "if True:\n    def f():\n        from schaukasten.upper import a",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import schaukasten.upper.a",
    ],
)
def test_an_import_that_points_upwards_is_named_with_its_line(house: House, upwards: str) -> None:
    write(house.root, "schaukasten/lower/d.py", f"# a line\n{upwards}")
    found = [one for one in house.problems() if "lies above it" in one]
    assert len(found) == 1, house.problems()
    place, _colon, what = found[0].partition(": ")
    assert place == f"schaukasten/lower/d.py:{2 + upwards.count(chr(10))}"
    assert what.startswith("schaukasten/lower/ imports ")


@pytest.mark.parametrize(
    "vague",
    [
        "import schaukasten.inside",
        "from schaukasten import inside",
        "from schaukasten.inside import *",
        'import importlib\nimportlib.import_module("schaukasten.upper.a")',
        'import importlib\nimportlib.import_module(name="schaukasten.upper.a")',
        'from importlib import import_module as load\nload("schaukasten.upper.a")',
        "import importlib\nload = importlib.import_module",
        'import builtins\nbuiltins.__import__("schaukasten.upper.a")',
        '__import__("os", None)',
        'import runpy\nrunpy.run_module("schaukasten.upper.a")',
        'import pkgutil\npkgutil.resolve_name(f"{__name__}.a")',
    ],
)
def test_an_import_of_which_the_room_cannot_be_told_is_named(house: House, vague: str) -> None:
    write(house.root, "schaukasten/inside/__init__.py", '"""Rooms."""')
    write(house.root, "schaukasten/lower/d.py", f"# a line\n{vague}")
    found = house.problems()
    assert len(found) == 1, found
    assert found[0].partition(": imports ")[0] in (
        "schaukasten/lower/d.py:2",
        "schaukasten/lower/d.py:3",
    )


def test_two_rooms_that_import_each_other_are_named_at_both_lines(house: House) -> None:
    write(house.root, "schaukasten/lower/d.py", "\nfrom schaukasten.upper.a import b")
    found = [one for one in house.problems() if "import each other" in one]
    assert [one.partition(": ")[0] for one in found] == [
        "schaukasten/lower/d.py:2",
        "schaukasten/upper/a.py:1",
    ]


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        ("schaukasten/new/d.py", "schaukasten/new/"),
        ("schaukasten/upper/new/d.py", "schaukasten/upper/new/"),
        ("schaukasten/lower/inner/new/d.py", "schaukasten/lower/inner/new/"),
        ("schaukasten/upper/panel/panel.js", "schaukasten/upper/panel/"),
        ("schaukasten/loose.py", "schaukasten/"),
        ("scripts/d.py", "scripts/"),
        ("loose.py", "./"),
    ],
)
def test_what_lies_in_no_room_of_the_list_is_named(house: House, file: str, folder: str) -> None:
    write(house.root, file, "")
    [found] = house.problems()
    assert found.startswith(f"{file}:1: {folder} is no room of the list in ARCHITECTURE.md; add it")


@pytest.mark.parametrize("file", ["schaukasten/.DS_Store", "venv/lib/a.py", ".venv/lib/a.py"])
def test_what_a_desk_has_beside_the_code_is_passed_over(house: House, file: str) -> None:
    write(house.root, "venv/pyvenv.cfg", "home = x")
    write(house.root, file, "import schaukasten.upper.a")
    assert house.problems() == []


def test_a_room_that_is_gone_may_not_stay_in_the_list(house: House) -> None:
    (house.root / "schaukasten/lower/inner/c.py").unlink()
    assert house.problems() == ["ARCHITECTURE.md: there is no room schaukasten/lower/inner/"]


def test_a_sign_at_the_door_may_hold_nothing_else(house: House) -> None:
    write(house.root, "schaukasten/__init__.py", '"""A house."""\nfrom schaukasten.upper import a')
    [found] = house.problems()
    assert found.startswith("schaukasten/__init__.py:1: schaukasten/ is no room of the list")


def test_the_list_is_held_even_where_two_modules_import_each_other(
    monkeypatch: pytest.MonkeyPatch, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then no test runs; `lint` calls this program."""
    monkeypatch.setattr(rooms, "ROOT", house.root)
    listed = "".join(f"| `{room}` | x |\n" for room in house.rooms)
    write(house.root, "ARCHITECTURE.md", f"\n## The rooms\n{listed}\n## B")
    assert rooms.main() == 0
    write(house.root, "schaukasten/lower/b.py", "from schaukasten.upper import a\nb = 1")
    assert rooms.main() == 1
    assert "schaukasten/lower/b.py:1: schaukasten/lower/ imports" in capsys.readouterr().err
    assert ["tests/rooms.py"] in CODE_CHECKS
