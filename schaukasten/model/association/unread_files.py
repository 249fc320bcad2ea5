"""Files of data whose names nobody asks for, so that nothing of them appears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from schaukasten.language.messages import Message, _
from schaukasten.model.association.data import FILES, FOLDER
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Problem, Severity

#: How people call what stands in a file, besides its own name.
_WORDS = {
    "people.yaml": "person|people|team|vorstand|leute|mitarbeit|menschen",
    "locations.yaml": "location|ort|haus|häuser|adress|standort|raum|räume",
    "audiences.yaml": "audience|zielgruppe",
    "navigation.yaml": "navigation|menü|menue|menu",
    "holidays.yaml": "holiday|ferien|feiertag",
    "gone.yaml": "gone|weg|gelöscht|entfernt",
}
_SUPPORTERS = "partner|förder|foerder|sponsor|funder|unterstütz|unterstuetz"
_ASSOCIATION = "association|verein|verband|organisation"


def unread_data(files: Iterable[PurePosixPath]) -> Iterator[Problem]:
    """Yield a warning for each file of data that is not read; `files` are all of the content."""
    there = set(files)
    for file in sorted(there):
        if file.suffix.lower() == ".yaml" and not _is_read(file):
            what = _("This file is not read, so nothing of it appears.")
            yield Problem(str(file), 1, Severity.WARNING, what, _remedy(file, there))


def _is_read(file: PurePosixPath) -> bool:
    return file.parent == FOLDER and file.name in FILES


def _remedy(file: PurePosixPath, there: set[PurePosixPath]) -> Message:
    name = look(file.stem).casefold()
    if _begins(_SUPPORTERS, name):
        return _(
            "Partners stand in {file}, under “partners”; funders there, under “funders”.",
            file=FOLDER / "association.yaml",
        )
    words = {**_WORDS, "association.yaml": _ASSOCIATION}
    meant = next((one for one, pattern in words.items() if _begins(pattern, name)), None)
    if meant is None:
        every = ", ".join(sorted(FILES))
        return _("These are read, in “{folder}/”: {files}.", folder=FOLDER, files=every)
    if FOLDER / meant in there:
        return _(
            "Take over into {file} what is right here, and delete this one.", file=FOLDER / meant
        )
    return _("Name it {file}.", file=FOLDER / meant)


def _begins(pattern: str, name: str) -> bool:
    """Whether a word of the name begins so."""
    return re.search(rf"(?<![^\W\d_])(?:{pattern})", name) is not None
