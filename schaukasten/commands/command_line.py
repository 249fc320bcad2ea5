"""What was typed, word by word → the task of `tasks.py` that is meant, and its exit code."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from itertools import pairwise
from types import ModuleType

from schaukasten.commands.tasks_library import Collection, Program


def run(tasks: ModuleType, argv: list[str]) -> None:
    """Run what was typed as one of the tasks; ends with its exit code."""
    named = Collection.from_module(tasks)
    program = Program(name="python3 tasks.py", binary="python3 tasks.py", namespace=named)
    try:
        _run(program, as_meant(argv))
    except BrokenPipeError:
        # Whoever read the answer has seen enough; nothing is left to be flushed either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _run(program: Program, argv: list[str]) -> None:
    """Run it, and end without taking apart what is there: after a build that would take its time.

    What wants to be told of the end is told. Where another thread is at work, or the end is
    unusual, Python ends as always.
    """
    try:
        program.run(argv)
    except SystemExit as end:
        if threading.active_count() > 1 or not isinstance(end.code, int):
            raise
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code)


def print_anything() -> None:
    """Let no sign stop an answer: a pipe on Windows has none for some letters."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def as_meant(argv: list[str]) -> list[str]:
    """Name what may be typed without its option: in invoke no bare argument may be left out."""
    return _with_title(_with_target(argv))


def _with_target(argv: list[str]) -> list[str]:
    """`publish live` → `publish --target=live`."""
    if argv[1:2] not in (["publish"], ["verify"]):
        return argv
    takes_a_value = ("--target", "-t", "--output", "-o")
    return argv[:2] + [
        word if word.startswith("-") or before in takes_a_value else f"--target={word}"
        for before, word in pairwise(argv[1:])
    ]


def _with_title(argv: list[str]) -> list[str]:
    """`new news Big party` → `new --kind=news "--title=Big party"`: quotes are often forgotten."""
    if argv[1:2] != ["new"]:
        return argv
    takes_a_value = ("--content", "--date", "--slug", "--kind", "--title", "-c", "-d", "-s")
    loose: list[str] = []
    options: list[str] = []
    for before, word in pairwise(argv[1:]):
        is_loose = not word.startswith("-") and before not in takes_a_value
        (loose if is_loose else options).append(word)
    kind, *title = loose or [""]
    named = [f"--kind={kind}"] * bool(kind) + [f"--title={' '.join(title)}"] * bool(title)
    return [*argv[:2], *named, *options]
