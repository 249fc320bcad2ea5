"""An exception of a build → the line of the theme or of the settings that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

import schaukasten
from schaukasten.building.theme_data import theme_problems
from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Invalid, Problem, Severity

_NO_TEMPLATE = re.compile(r"\[templates\] unable to load (?P<name>\S+?)\[")
#: Characters; some exceptions quote a whole file.
_LONGEST = 300
_CODE = Path(schaukasten.__file__).parent


def faults(error: BaseException, conf: Path) -> list[Problem]:
    """Return what is wrong in the theme and in the settings file `conf`, which lies beside it.

    Nothing is returned for a mistake of the generator itself.
    """
    root = conf.parent
    origin = _origin(error)
    found = [
        Problem(_inside(root, file), line, Severity.ERROR, *_sentence(origin))
        for file, line in _places(origin, conf)
    ]
    return [*found[:1], *theme_problems(root / "theme")]


def bug(error: BaseException, root: Path) -> Problem:
    """Return a mistake of the generator itself, at the deepest of its lines."""
    origin = _origin(error)
    frames = [(Path(file), line) for file, line in _frames(origin) if _is_ours(Path(file))]
    file, line = frames[-1] if frames else (Path(__file__), 1)
    return Problem(_inside(root, file), line, Severity.ERROR, *_sentence(origin))


def _origin(error: BaseException) -> BaseException:
    """Return what Pelican has logged before it said that it has logged something."""
    while type(error) is RuntimeError and error.__context__ is not None:
        error = error.__context__
    return error


def _places(error: BaseException, conf: Path) -> Iterator[tuple[Path, int]]:
    """Yield where the mistake can be, the best first."""
    theme = conf.parent / "theme"
    if isinstance(error, TemplateSyntaxError | SyntaxError) and error.filename:
        file = Path(error.filename)
        if file.is_relative_to(theme) or file == conf:
            yield file, error.lineno or 1
    frames = [(Path(file), line) for file, line in _frames(error)]
    yield from [(file, line) for file, line in reversed(frames) if file.is_relative_to(theme)]
    yield from [(file, line) for file, line in reversed(frames) if file == conf]
    if isinstance(error, OSError) and Path(str(error.filename)).is_relative_to(theme):
        yield Path(error.filename), 1
    if missing := _NO_TEMPLATE.match(str(error)):
        yield theme / "templates" / f"{missing['name']}.html", 1
    # What Pelican cannot do without a line of ours, the settings have asked for; a full disk not.
    if isinstance(error, OSError):
        return
    ours = (file for file, _line in frames if _is_ours(file))
    if frames and not any(file.parent.name == "plugins" for file in ours):
        yield conf, 1


def _frames(error: BaseException) -> Iterator[tuple[str, int]]:
    for frame, line in walk_tb(error.__traceback__):
        yield frame.f_code.co_filename, line


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(_CODE)


def _inside(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def _sentence(error: BaseException) -> tuple[Message, Message]:
    words = str(error).strip().partition("\n")[0][:_LONGEST]
    if isinstance(error, Invalid):
        return error.what, error.remedy
    missing = _NO_TEMPLATE.match(words)
    if isinstance(error, TemplateNotFound) or missing:
        name = missing["name"] if missing else words
        return (
            _("The template “{name}” is missing.", name=name),
            _("Check the spelling and the folder theme/templates."),
        )
    if isinstance(error, TemplateSyntaxError):
        return (
            _("Jinja cannot read the template: {words}", words=words),
            _("The mistake may stand a few lines further up."),
        )
    if isinstance(error, UndefinedError):
        return (
            _("The template uses what does not exist: {words}.", words=words),
            _("Check the spelling, or give the template what it needs."),
        )
    if isinstance(error, SyntaxError):
        return (
            _("This is not valid Python: {words}", words=error.msg),
            _("The mistake may stand a few lines further up."),
        )
    if isinstance(error, FileNotFoundError):
        return (
            _("The file “{file}” does not exist.", file=Path(str(error.filename)).name),
            _("Check the spelling, capital letters too, and the folder."),
        )
    return (
        _("The build stops here: {kind}: {words}", kind=type(error).__name__, words=words),
        _("Undo the last change of this place if the reason is not clear."),
    )
