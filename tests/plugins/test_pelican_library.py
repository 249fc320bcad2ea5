"""Pelican without what it brings for others; each test in a process that has loaded nothing yet."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.worlds import ROOT

#: It says something at each weight, with what rich marks, and a line at the end.
LOGGING = """
import logging
init_logging(level=logging.WARNING)
logger = logging.getLogger("pelican.some")
logger.warning("A file %s of [bold]4 MB[/bold] is :smile: there.", "bild.jpg")
try:
    1 / 0
except ZeroDivisionError:
    logger.exception("It stops")
import pelican
pelican.console.print("Done: [b]3 articles[/b] " + "word " * 40)
"""


def printed(program: str) -> str:
    command = [sys.executable, "-c", program]
    # The readline of pytest says how wide a terminal is, past Python or not.
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_messages_of_pelican_look_as_they_do_without_us() -> None:
    theirs = printed("from pelican.log import init as init_logging\n" + LOGGING)
    ours = printed("from schaukasten.plugins.pelican_library import init_logging\n" + LOGGING)
    assert "bild.jpg" in theirs
    # The lines of a traceback, and the second in which it was.
    assert without_times(ours) == without_times(theirs)


def without_times(text: str) -> list[str]:
    # A second that was named already is left out.
    return [re.sub(r"^(\[[\d:]+\]| {10})", "", line) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("width", "count"), [(None, 1), (None, 9), (None, 77), (None, 400), (60, 30), (None, 0)]
)
def test_the_line_at_the_end_is_broken_as_rich_breaks_it(width: int | None, count: int) -> None:
    words = ("a", "bc ", "  longer", "words,", "0", "hidden")
    text = "Done: " + " ".join(words[(one * one) % 6] for one in range(count)) + "."
    program = f"""
import os
os.environ.update({ {} if width is None else {"COLUMNS": str(width)} })
from rich.console import Console as Theirs
from schaukasten.plugins.console import Console
for size in range(0, len({text!r}) + 1, 7):
    Theirs().print({text!r}[:size])
print("---")
for size in range(0, len({text!r}) + 1, 7):
    Console().print({text!r}[:size])
"""
    theirs, ours = printed(program).split("---\n")
    assert ours == theirs


@pytest.mark.parametrize("text", ["[b]bold[/b]", ":smile: x:", "ä" * 81, "x" * 81, "a\nb\tc", ""])
def test_what_is_marked_is_left_to_rich(text: str) -> None:
    program = f"""
from rich.console import Console as Theirs
from schaukasten.plugins.console import Console
Theirs().print({text!r})
print("---")
Console().print({text!r})
"""
    theirs, ours = printed(program).split("---\n")
    assert ours == theirs


def test_what_pelican_was_not_given_is_there_for_all_others() -> None:
    program = """
from schaukasten.plugins import pelican_library
import docutils.core, docutils.writers.html4css1, markdown, pelican.rstdirectives, pelican.server
import rich.console, watchfiles
assert docutils.core.publish_string("Words", writer_name="html4css1")
assert markdown.markdown("*a*") == "<p><em>a</em></p>"
assert pelican.server.RootedHTTPServer.__mro__[1].__module__ == "http.server"
assert watchfiles.Change.added
print(rich.console.Console.__module__)
"""
    assert printed(program) == "rich.console\n"


def test_plain_pelican_keeps_all_that_it_has_loaded() -> None:
    program = """
import pelican.readers, pelican.server, docutils
from schaukasten.plugins import pelican_library
assert pelican.readers.docutils is docutils
assert pelican.RootedHTTPServer is pelican.server.RootedHTTPServer
print(pelican.readers.RstReader.enabled, pelican.readers.MarkdownReader.enabled)
"""
    assert printed(program) == "True True\n"


def test_nothing_of_ours_imports_pelican_past_it() -> None:
    files = set((ROOT / "schaukasten").rglob("*.py"))
    past = re.compile(r"^\s*(from|import) pelican\b", re.MULTILINE)
    found = {file.name for file in files if past.search(file.read_text("utf-8"))}
    assert found == {"pelican_library.py"}
