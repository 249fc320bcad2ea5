"""What a command loads before its first line of work; each runs as somebody calls it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.worlds import ROOT, TODAY, World

#: No command needs them: what invoke, the library of holidays and Babel bring for others.
NOBODYS = {"asyncio", "unittest.mock", "babel.messages", "coloraide", "holidays.countries"}
#: Pelican brings them for readers and a server that no command asks for.
UNREAD = {
    *("docutils", "pygments", "watchfiles", "http.server", "pelican.server"),
    *("invoke.vendor.yaml.loader",),
}
#: A page that shows no picture, no code and no calendar needs none of these.
PELICANS = {"pelican", "rich.console", "feedgenerator", "blinker"}
CONTENTS = {"PIL", "resvg_py", "segno", "icalendar"}
OTHERS = {"pytest", "hypothesis", "schaukasten.release.publisher"}
MODEL = {"pydantic", "ruamel.yaml", "phonenumbers", "lxml", "markdown", "schaukasten.model.load"}


def loaded(*typed: str) -> set[str]:
    """Run a command in a new process; return the names of the modules that it has imported."""
    command = [sys.executable, "-X", "importtime", "tasks.py", *typed]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stderr.splitlines()
    return {line.split("|")[2].strip() for line in lines if line.startswith("import time:")}


def within(names: set[str], heavy: set[str]) -> set[str]:
    return {name for name in heavy if any(f"{one}.".startswith(f"{name}.") for one in names)}


def test_the_list_of_commands_waits_for_none_of_them() -> None:
    everything = NOBODYS | UNREAD | PELICANS | CONTENTS | OTHERS | MODEL
    assert not within(loaded("--list"), everything | {"email"})


def test_check_loads_no_pelican_and_no_decoder_that_the_content_does_not_need(
    world: World,
) -> None:
    world.news()
    names = loaded("check", "--content", str(world.content), "--today", TODAY)
    # The list means something.
    assert within(names, MODEL) == MODEL
    assert not within(names, NOBODYS | UNREAD | PELICANS | CONTENTS | OTHERS)


def test_a_build_loads_neither_the_world_s_holidays_nor_what_publishes(
    world: World, tmp_path: Path
) -> None:
    world.news()
    output = str(tmp_path / "output")
    names = loaded("build", "--content", str(world.content), "--output", output, "--today", TODAY)
    assert within(names, MODEL | PELICANS) == MODEL | PELICANS
    assert not within(names, NOBODYS | UNREAD | OTHERS)


@pytest.mark.parametrize("name", sorted(NOBODYS | UNREAD | PELICANS | CONTENTS | OTHERS | MODEL))
def test_what_is_listed_exists(name: str) -> None:
    """A name that is spelled otherwise would never be loaded."""
    assert find_spec(name)
