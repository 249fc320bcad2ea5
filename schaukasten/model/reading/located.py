"""The name of a file, as a page gives it → its path, inside the folder and without links."""

from __future__ import annotations

import glob
import os
from pathlib import Path, PurePosixPath

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.nearest import nearest
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid


class Missing(Invalid):
    """A file that is named and does not exist."""


def locate(content: Path, base: PurePosixPath, reference: str) -> Path:
    """Return the path of the file that `reference` names, seen from the folder `base`.

    `base` is relative to `content`; a reference with a leading slash starts at `content`.
    Raises Invalid unless it is a regular file inside `content`, reached without symbolic links.
    """
    parts = PurePosixPath(reference.lstrip("/") if reference.startswith("/") else base / reference)
    inside = PurePosixPath(os.path.normpath(parts).replace(os.sep, "/"))
    if inside.parts[:1] == ("..",) or "\\" in reference or "\0" in reference:
        what = _("“{file}” lies outside the content folder.", file=reference)
        raise Invalid(what, _("Copy the file into the folder of this page and name it from there."))
    path = content
    for part in inside.parts:
        path = path / _as_on_disk(path, part)
        if _exists(path) and path.is_symlink():
            what = _("“{file}” is a symbolic link.", file=reference)
            raise Invalid(what, _("Put the file itself in its place."))
    # One that is called like a file is no place for a gallery.
    if reference.strip("./") and not path.suffix and _exists(path) and path.is_dir():
        raise Missing(
            _("“{file}” is a folder.", file=reference),
            _(
                "Name a file in it; all its pictures are shown by the line “{line}” at the top.",
                line=f"gallery: {reference.rstrip('/')}/",
            ),
        )
    # Some disks do not tell Foto.jpg from foto.jpg, web servers do.
    if not _exists(path) or not path.is_file() or not _is_listed(path):
        what = _("The file “{file}” does not exist.", file=reference)
        raise Missing(what, _meant(content / base, path))
    return path


def _meant(base: Path, missing: Path) -> Message:
    """Name the file beside a missing one, or in a folder beside it, that was meant."""
    remedy = _("Check the spelling, capital letters too, and the folder.")
    try:
        beside = {one.name: one for one in missing.parent.iterdir() if one.is_file()}
        inside = sorted(missing.parent.glob(f"*/{glob.escape(missing.name)}"))
    except OSError:
        return remedy
    name = nearest(missing.name, beside)
    found = beside[name] if name else next(iter(inside), None)
    if found is None:
        return remedy
    meant = os.path.relpath(found, base).replace(os.sep, "/")
    return _("Did you mean “{key}”?", key=meant)


def _as_on_disk(folder: Path, name: str) -> str:
    """Return the name in a folder that looks like `name`, which is itself if it is there.

    A Mac writes "grün.jpg" with an umlaut of two signs, and narrow spaces in names of screenshots.
    """
    if _exists(folder / name):
        return name
    try:
        alike = [one.name for one in folder.iterdir() if look(one.name) == look(name)]
    except OSError:
        return name
    return alike[0] if len(alike) == 1 else name


def _is_listed(path: Path) -> bool:
    try:
        return path in path.parent.iterdir()
    except OSError:  # A folder that lets nobody see what it holds.
        return False


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except OSError:  # A name longer than disks can hold.
        return False
