"""A theme's data → what is wrong in it: colours, samples, catalogs, imports of stylesheets."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Message as Entry
from babel.messages.pofile import PoFileError, read_po

from schaukasten.language.messages import Message, _
from schaukasten.model.association.palette import Palette
from schaukasten.model.look.samples import Samples
from schaukasten.model.look.stylesheet import imports
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.reading.schema import M, read
from schaukasten.model.reading.source import SourceError, read_text
from schaukasten.model.reading.yaml_text import parse

_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")


def theme_problems(theme: Path) -> Iterator[Problem]:
    """Yield every problem; `file` of each begins with the name of the theme's folder."""
    yield from _colours(theme, theme / "palette.yaml")
    for file in sorted((theme / "samples").glob("*.yaml")):
        yield from _read(theme, file, Samples)[1]
    for file in sorted((theme / "templates").rglob("*.*")):
        yield from _text(theme, file)[1]
    yield from silent_problems(theme)


def silent_problems(theme: Path) -> Iterator[Problem]:
    """Yield those that stop no preview: a word that stays English, a stylesheet left out."""
    for file in sorted(theme.glob("translations/*/LC_MESSAGES/*.po")):
        yield from _catalog(theme, file)
    for file in sorted((theme / "static").rglob("*.css")):
        yield from _stylesheet(theme, file)


def _colours(theme: Path, file: Path) -> Iterator[Problem]:
    palette, problems = _read(theme, file, Palette)
    yield from problems
    for name in palette.missing if palette else ():
        yield _problem(
            *(theme, file, 1, _("“{key}” is missing.", key=name)),
            _("Write it as in: paper: 97.5% 0.013 80"),
        )


def _read(theme: Path, file: Path, model: type[M]) -> tuple[M | None, list[Problem]]:
    text, problems = _text(theme, file)
    return (None, problems) if problems else read(model, parse(text), _name(theme, file))


def _catalog(theme: Path, file: Path) -> Iterator[Problem]:
    try:
        entries = read_po(io.BytesIO(file.read_bytes()), abort_invalid=True)
    except PoFileError as error:
        what = _("The catalog cannot be read here: {words}", words=str(error))
        yield _problem(theme, file, error.lineno + 1, what, _LIKE_THE_OTHERS)
    except (OSError, ValueError, LookupError) as error:
        what = _("The catalog cannot be read here: {words}", words=str(error))
        yield _problem(theme, file, 1, what, _LIKE_THE_OTHERS)
    else:
        for entry in entries:
            if entry.id and (unknown := _foreign_placeholders(entry)):
                what = _("The translation has a placeholder of its own: {names}.", names=unknown)
                yield _problem(theme, file, entry.lineno or 1, what, _AS_IN_ENGLISH)


_LIKE_THE_OTHERS = _("Compare the entry with the others: msgid, msgstr, each in quotation marks.")
_AS_IN_ENGLISH = _("Write placeholders as they stand in the English text.")


def _foreign_placeholders(entry: Entry) -> str:
    known, used = (
        {name for text in texts for name in _PLACEHOLDER.findall(text)}
        for texts in (_texts(entry.id), _texts(entry.string))
    )
    return ", ".join(sorted(used - known))


def _texts(forms: str | Iterable[str] | None) -> Iterable[str]:
    """One text, or one for each plural form."""
    return [forms] if isinstance(forms, str) else forms or ()


def _stylesheet(theme: Path, file: Path) -> Iterator[Problem]:
    css, problems = _text(theme, file)
    yield from problems
    for one in imports(css):
        if not (file.parent / one.file).is_file():
            yield _problem(theme, file, one.line, *_gone(one.file))


def _text(theme: Path, file: Path) -> tuple[str, list[Problem]]:
    """Return what stands in a file; nothing, and why, if that cannot be read."""
    try:
        return read_text(file), []
    except SourceError as error:
        return "", [_problem(theme, file, error.line, error.what, error.remedy)]
    except OSError:
        return "", [_problem(theme, file, 1, *_gone(file.name))]


def _gone(name: str) -> tuple[Message, Message]:
    return (
        _("The file “{file}” does not exist.", file=name),
        _("Check the spelling, capital letters too, and the folder."),
    )


def _problem(theme: Path, file: Path, line: int, what: Message, remedy: Message) -> Problem:
    return Problem(_name(theme, file), line, Severity.ERROR, what, remedy)


def _name(theme: Path, file: Path) -> str:
    return file.relative_to(theme.parent).as_posix()
