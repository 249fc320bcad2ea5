"""A command as somebody would type it → what invoke says to it, without running it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from invoke import Collection, Program
from invoke.exceptions import ParseError
from invoke.parser import Parser

import tasks
from schaukasten.commands.command_line import as_meant

_COMMAND = re.compile(r"\bpython3 tasks\.py\b([^`\n#|&;]*)")


def commands_in(text: str) -> list[str]:
    """Return what follows `python3 tasks.py` wherever it stands in a text or a script."""
    return [command.strip() for command in _COMMAND.findall(text)]


def wrong_commands(text: str) -> Iterator[str]:
    """Yield a sentence for each command that names a task or an option that does not exist."""
    for command in commands_in(text):
        # The shell puts a name where a variable stands.
        arguments = ["name" if word.startswith("$") else word for word in shlex.split(command)]
        try:
            parse(arguments)
        except ParseError as error:
            yield f"python3 tasks.py {command}: {error}"


def parse(arguments: list[str]) -> None:
    program = Program(namespace=Collection.from_module(tasks))
    parser = Parser(program.namespace.to_contexts(), initial=program.initial_context)
    _program, *rest = as_meant(["tasks.py", *arguments])
    parser.parse_argv(rest)
