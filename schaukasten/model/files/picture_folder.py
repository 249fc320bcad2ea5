"""The name of a folder → the pictures in it, in the order in which people count them."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from schaukasten.language.messages import _
from schaukasten.model.files.picture_formats import FORMATS
from schaukasten.model.reading.nearest import nearest
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid


def pictures_in(files: Iterable[str], seen_from: PurePosixPath, reference: str) -> list[str]:
    """Return the names of the pictures in the folder that `reference` names; raises Invalid.

    `files` are all files below `content/`, and `seen_from` is the folder of the page.
    """
    is_from_root = reference.startswith("/")
    path = reference.lstrip("/") if is_from_root else str(seen_from / reference)
    folder = look(os.path.normpath(path).replace(os.sep, "/"))
    if folder.startswith(".."):
        what = _("“{file}” lies outside the content folder.", file=reference)
        raise Invalid(what, _("Make a folder beside this file, and name it: bilder/"))
    there = [one for one in map(PurePosixPath, files) if look(str(one)).startswith(f"{folder}/")]
    found = [
        one.name
        for one in there
        if one.suffix.lower() in FORMATS and look(str(one.parent)) == folder
    ]
    if not found:
        what = _("In the folder “{folder}” there is no picture.", folder=reference)
        if not there:
            what = _("There is no folder “{folder}”, or nothing is in it.", folder=reference)
            if meant := _meant(files, folder):
                key = os.path.relpath(meant, seen_from).replace(os.sep, "/")
                raise Invalid(what, _("Did you mean “{key}”?", key=f"{key}/"))
        remedy = _("Put JPEG, PNG or WebP into it, or check the spelling, capitals too.")
        raise Invalid(what, remedy)
    return sorted(found, key=_as_counted)


def _meant(files: Iterable[str], missing: str) -> str | None:
    """Return the folder beside a missing one that was meant."""
    beside = PurePosixPath(missing).parent
    # Of a file two folders below it, the folder in between.
    found = {
        one.parts[len(beside.parts)]
        for one in map(PurePosixPath, files)
        if one.is_relative_to(beside) and len(one.parts) > len(beside.parts) + 1
    }
    name = nearest(PurePosixPath(missing).name, found)
    return str(beside / name) if name else None


def _as_counted(name: str) -> tuple[list[tuple[bool, int, str]], str]:
    """IMG_9 before IMG_10, digits before letters; capitals and dots of umlauts do not count.

    DIN 5007-1; where nothing else tells two names apart, their signs do.
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    parts = re.findall(r"\d+|\D+", bare)
    counted = [(False, int(one), "") if one.isdecimal() else (True, 0, one) for one in parts]
    return counted, look(name)
