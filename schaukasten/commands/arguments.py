"""What was typed behind a command → what is meant by it, or why it cannot be so.

Folders are made absolute here, once for all commands: everything below may compare two paths, and
need not know where the command was called.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.source import missing_folder
from schaukasten.release.targets.target import at_home

P = ParamSpec("P")


class Refused(Exception):
    """What was typed cannot be meant; `reason` is a sentence for the person at the terminal."""

    def __init__(self, reason: Message):
        super().__init__(reason.msgid)
        self.reason = reason


def command(run: Callable[Concatenate[Path, P], int]) -> Callable[Concatenate[Path, P], int]:
    """Let a command of the project in a folder return 1, and tell why, where it is refused."""

    @wraps(run)
    def answer(root: Path, /, *typed: P.args, **named: P.kwargs) -> int:
        # Invoke forbids it, and a thousand modules would be compiled anew by every command.
        sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)
        try:
            return run(root, *typed, **named)
        except Refused as refused:
            from schaukasten.building.fault import interface_words

            print(refused.reason.text(interface_words(root / "theme")), file=sys.stderr)
            return 1

    return answer


def folder(option: str, typed: str | None, default: Path) -> Path:
    """Return the folder that was typed behind an option, absolute and without links or dots.

    It starts at the current folder; nothing typed at all means `default`.
    """
    if typed is None:
        return _absolute(default)
    if not typed.strip():
        # A variable that is empty must not mean another folder than the one that was meant.
        raise Refused(
            _(
                "{option} needs the name of a folder. Write it, or leave the option out.",
                option=option,
            )
        )
    # A shell leaves the ~ of `--content=~/site` as it is.
    return _absolute(at_home(typed))


def _absolute(path: Path) -> Path:
    # Not `resolve()`, which raises where links lead in a circle: that is a folder that is missing.
    return Path(os.path.realpath(path))


def content_folder(typed: str | None, root: Path) -> Path:
    """Return the folder of the content, which is there: `root/content` unless one was typed."""
    content = folder("--content", typed, root / "content")
    if reason := missing_folder(content):
        raise Refused(reason)
    return content


def output_folder(typed: str | None, root: Path) -> Path:
    """Return the folder of the finished site: `root/output` unless one was typed."""
    return folder("--output", typed, root / "output")


def day(typed: str | None) -> str | None:
    """Return the day to build for, YYYY-MM-DD, or None for today."""
    try:
        return dt.date.fromisoformat(typed).isoformat() if typed is not None else None
    except ValueError:
        reason = _("--today needs a day such as 2026-12-24, not {day}.", day=typed)
        raise Refused(reason) from None


def form(typed: str, known: Iterable[str]) -> str:
    """Return the name of a format, which is one of those that are known."""
    choices = list(known)
    if typed not in choices:
        names = ", ".join(choices)
        raise Refused(_("--format is one of {choices}, not {form}.", choices=names, form=typed))
    return typed


def port(typed: str, last: int) -> int:
    """Return the number of a port, `last` at most; 0 means any that is free."""
    if typed.isdecimal() and len(typed) <= 5 and int(typed) <= last:
        return int(typed)
    raise Refused(_("--port needs a number from 0 to {last}, not {port}.", last=last, port=typed))
