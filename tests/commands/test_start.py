"""What a command loads before its first line of work; each runs as somebody calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.worlds import ROOT, TODAY, World

NEXT_DAY = "2026-11-23"
#: No command needs them: what invoke, the library of holidays and Babel bring for others.
NOBODYS = {"asyncio", "unittest.mock", "babel.messages", "coloraide", "holidays.countries"}
#: Pelican brings them for readers and a server that no command asks for.
UNREAD = {
    *("docutils", "pygments", "watchfiles", "http.server", "pelican.server"),
    *("invoke.vendor.yaml.loader", "http.client", "ssl", "rich.console"),
}
#: A page that shows no picture, no code and no calendar needs none of these.
PELICANS = {"pelican", "feedgenerator", "blinker"}
CONTENTS = {"PIL", "resvg_py", "segno", "icalendar"}
OTHERS = {"pytest", "hypothesis", "schaukasten.release.publisher"}
MODEL = {"pydantic", "schaukasten.model.load"}
#: By which a file is read and a text is rendered.
READING = {"ruamel.yaml", "phonenumbers", "lxml", "nh3", "markdown.core", "markdown_it"}
EVERYTHING = NOBODYS | UNREAD | PELICANS | CONTENTS | OTHERS | MODEL | READING


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAUKASTEN_CACHE", str(tmp_path / "cache"))


#: With a single processor nothing goes ahead, which loads what reads in any case.
_ALONE = """
import os, runpy, sys
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
sys.path.insert(0, ".")
runpy.run_path("tasks.py", run_name="__main__")
"""


def loaded(*typed: str) -> set[str]:
    """Run a command in a new process; return the names of the modules that it has imported."""
    command = [sys.executable, "-X", "importtime", "-c", _ALONE, *typed]
    # The readline of pytest says how wide a terminal is, past Python or not.
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stderr.splitlines()
    return {line.split("|")[2].strip() for line in lines if line.startswith("import time:")}


def within(names: set[str], heavy: set[str]) -> set[str]:
    return {name for name in heavy if any(f"{one}.".startswith(f"{name}.") for one in names)}


def test_the_list_of_commands_waits_for_none_of_them() -> None:
    assert not within(loaded("--list"), EVERYTHING | {"email"})


def test_check_loads_no_pelican_and_no_decoder_that_the_content_does_not_need(
    world: World,
) -> None:
    world.news()
    names = loaded("check", "--content", str(world.content), "--today", TODAY)
    # The list means something.
    assert within(names, MODEL | READING) == MODEL | READING
    assert not within(names, NOBODYS | UNREAD | PELICANS | CONTENTS | OTHERS)


def test_a_check_of_what_is_known_loads_nothing_that_reads_or_renders_it(world: World) -> None:
    world.news()
    loaded("check", "--content", str(world.content), "--today", TODAY)
    names = loaded("check", "--content", str(world.content), "--today", NEXT_DAY)
    assert within(names, MODEL) == MODEL
    assert not within(names, EVERYTHING - MODEL)


def test_a_build_loads_neither_the_world_s_holidays_nor_what_publishes(world: World) -> None:
    world.news()
    names = loaded(*build(world, TODAY))
    assert within(names, MODEL | READING | PELICANS) == MODEL | READING | PELICANS
    assert not within(names, NOBODYS | UNREAD | OTHERS)


def test_a_build_of_another_day_reads_no_file_and_renders_no_text_anew(world: World) -> None:
    world.news()
    loaded(*build(world, TODAY))
    names = loaded(*build(world, NEXT_DAY))
    assert within(names, MODEL | PELICANS) == MODEL | PELICANS
    assert not within(names, {"ruamel.yaml", "nh3", "markdown.core", "markdown_it"})


def build(world: World, today: str) -> list[str]:
    folders = ["--content", str(world.content), "--output", str(world.output)]
    return ["build", *folders, "--today", today]


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_what_is_listed_exists(name: str) -> None:
    """A name that is spelled otherwise would never be loaded."""
    assert find_spec(name)
