"""All documents at a glance: one row of the shelf with what lists and rules look at first.

What else stands in the files is fetched from the shelf for those of which somebody asks for it;
after an edit these are few.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePosixPath

from schaukasten.kept.shelf import DAYS, Shelf
from schaukasten.kept.work import made
from schaukasten.model.documents import kept_document
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.kept_document import Brief
from schaukasten.model.reading.problem import Problem

#: After so many questions all the rest is fetched at once.
_FEW = 20

#: The names of the files, each with the key of its row.
Keys = Mapping[PurePosixPath, str]
Make = Callable[[PurePosixPath], bytes]


def read_all(
    shelf: Shelf, name: str, keys: Keys, make: Make, today: dt.date
) -> list[Document | list[Problem]]:
    """Return the document of each file as it is on a day, or why there is none.

    `name` is the key of the row with all of them; `make` makes what is not kept. Raises Unkeepable
    for what no build has put there.
    """
    day, known = _known(shelf, name)
    late = {
        source: key
        for source, key in keys.items()
        if (brief := known.get(str(source))) is None or brief.key != key
    }
    read = made(shelf, late, make, lambda _source, raw: raw)
    fetched = _Fetched(shelf, keys, make)
    found: list[Document | list[Problem]] = []
    briefs: dict[str, Brief] = {}
    for source, key in keys.items():
        parts = partial(fetched.parts, source)
        if source in read:
            raw = read[source]
            if (problems := kept_document.problems_of(raw)) is not None:
                found.append(problems)
                continue
            briefs[str(source)] = kept_document.brief_of(raw, key, source)
            parts = partial(kept_document.seldom_parts, raw)
        else:
            briefs[str(source)] = known[str(source)]
        found.append(kept_document.document_of(briefs[str(source)], source, today, parts))
    # Who goes ahead leaves it to who follows.
    if briefs != known and not shelf.is_ahead:
        _keep(shelf, name, day, briefs, late)
    return found


def _known(shelf: Shelf, name: str) -> tuple[int, dict[str, Brief]]:
    """Return what the row says, and since which day; nothing once in a while.

    Then the rows of all files are read, since the shelf forgets what nobody reads.
    """
    try:
        known = json.loads(shelf.get(name) or b"{}")
        if known and known["since"] > _today() - DAYS // 4:
            briefs = {str(source): Brief(*one) for source, one in known["briefs"].items()}
            return known["since"], briefs
    except (ValueError, TypeError, LookupError, AttributeError):
        pass  # No build has put that there.
    return _today(), {}


def _keep(shelf: Shelf, name: str, since: int, briefs: Mapping[str, Brief], late: Keys) -> None:
    # What was written again while it was read is not kept: it is not what its key says.
    kept = shelf.get_all(late.values())
    lost = {str(source) for source, key in late.items() if key not in kept}
    briefs = {source: brief for source, brief in briefs.items() if source not in lost}
    shelf.put(name, json.dumps({"since": since, "briefs": briefs}).encode())


def _today() -> int:
    return int(time.time() // 86_400)


class _Fetched:
    """What stands in the files, from the shelf; what is no longer there is made again."""

    def __init__(self, shelf: Shelf, keys: Keys, make: Make):
        self._shelf = shelf
        self._keys = keys
        self._make = make
        self._asked = 0
        self._rest: dict[str, bytes] = {}

    def parts(self, source: PurePosixPath) -> list[memoryview]:
        """Return the seldom parts of a document; raises Unkeepable."""
        self._asked += 1
        if self._asked == _FEW:
            self._rest = self._shelf.get_all(self._keys.values())
        key = self._keys[source]
        raw = self._rest.pop(key, None) or self._shelf.get(key) or self._make(source)[1:]
        return kept_document.seldom_parts(raw)
