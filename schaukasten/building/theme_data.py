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
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.reading.schema import Schema, read
from schaukasten.model.reading.source import SourceError, read_text
from schaukasten.model.reading.yaml_text import parse

_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_IMPORT = re.compile(r'@import\s+url\("([^":]+)"\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def theme_problems(theme: Path) -> Iterator[Problem]:
    """Yield every problem; `file` of each begins with the name of the theme's folder."""
    yield from _colours(theme, theme / "palette.yaml")
    for file in sorted((theme / "samples").glob("*.yaml")):
        yield from _schema(theme, file, Samples)
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
    wrong = False
    for problem in _schema(theme, file, Palette):
        wrong = True
        yield problem
    if wrong:
        return
    data = parse(read_text(file)).data or {}
    for name in Palette.model_fields:
        if not data.get(name):
            yield _problem(
                *(theme, file, 1, _("“{key}” is missing.", key=name)),
                _("Write it as in: paper: 97.5% 0.013 80"),
            )


def _schema(theme: Path, file: Path, model: type[Schema]) -> Iterator[Problem]:
    text, problems = _text(theme, file)
    yield from problems or read(model, parse(text), file.relative_to(theme.parent).as_posix())[1]


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
    # A comment keeps its lines, so that numbers stay true.
    css = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    for found in _IMPORT.finditer(css):
        if not (file.parent / found[1]).is_file():
            line = css.count("\n", 0, found.start()) + 1
            yield _problem(theme, file, line, *_gone(found[1]))


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
    return Problem(file.relative_to(theme.parent).as_posix(), line, Severity.ERROR, what, remedy)
