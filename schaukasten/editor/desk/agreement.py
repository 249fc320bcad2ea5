"""Changes and the folder as it is → nothing, or why they do not fit each other any more."""

from __future__ import annotations

import os
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from schaukasten.editor.desk.blobs import blob_sha, located
from schaukasten.editor.desk.changes import Change
from schaukasten.editor.desk.exchange import Refused
from schaukasten.editor.desk.names import is_text, refuse_unfit
from schaukasten.language.messages import Message, _
from schaukasten.language.visible import visible
from schaukasten.model.reading.plain_text import look


def refuse_disagreement(changes: list[Change], content: Path) -> None:
    """Hold every change against what lies on the disk, before the first one is made."""
    _refuse_each_other(changes)
    for change in changes:
        if change.source is not None:
            _refuse_stale(content, change.source, change.sha)
        if change.source is None or change.is_move:
            refuse_unfit(change.path)
            _refuse_taken(content, change)


def _refuse_each_other(changes: list[Change]) -> None:
    """Refuse two changes of one file, or of a file and of what would lie in it as in a folder."""
    touched: set[PurePosixPath] = set()
    for change in changes:
        own = {PurePosixPath(_alike(str(path))) for path in (change.path, change.source) if path}
        if own & touched:
            raise _unfit(_("“{file}” would be changed twice at once.", file=_name(change.path)))
        touched |= own
    for change in changes:
        if touched & set(PurePosixPath(_alike(str(change.path))).parents):
            raise _is_a_file(change.path)


def _refuse_stale(content: Path, path: PurePosixPath, sha: str) -> None:
    whole = located(content, path)
    if whole is None:
        reason = _(
            "“{file}” is not there any more. Save once more to choose what is kept.",
            file=_name(path),
        )
        raise Refused(HTTPStatus.NOT_FOUND, reason)
    try:
        present = blob_sha(whole.read_bytes())
    except OSError:
        raise Refused(
            HTTPStatus.FORBIDDEN, _("“{file}” cannot be read.", file=_name(path))
        ) from None
    if not sha and is_text(path):
        raise _unfit(
            _(
                "The editor does not know the state of “{file}”. Load the page anew.",
                file=_name(path),
            )
        )
    # A picture is replaced without naming its state: whoever does it has been asked.
    if sha and sha != present:
        raise _unfit(
            _(
                "“{file}” was changed elsewhere just now. Save once more to choose what is kept.",
                file=_name(path),
            )
        )


def _refuse_taken(content: Path, change: Change) -> None:
    """Refuse a new place that is taken, even by a name that only looks like it."""
    folder = content
    for depth, part in enumerate(change.path.parts, start=1):
        is_last = depth == len(change.path.parts)
        names = _names(folder)
        if part not in names:
            _refuse_double(part, names, change.source.name if change.source and is_last else "")
            return
        folder = folder / part
        if is_last:
            raise _unfit(_is_taken(change.path))
        if folder.is_symlink() or not folder.is_dir():
            raise _is_a_file(change.path)


def _is_taken(path: PurePosixPath) -> Message:
    if not is_text(path):
        return _("There is a file “{file}” already.", file=_name(path))
    return _(
        "There is a file “{file}” already. With another title or another day it gets another name.",
        file=_name(path),
    )


def _refuse_double(part: str, names: list[str], leaving: str) -> None:
    for name in names:
        # Of a file whose own name gets another spelling there will be one.
        if _alike(name) == _alike(part) and name != leaving:
            reason = _(
                "There is “{other}” already, which not every disk can tell from “{file}”.",
                other=visible(name),
                file=visible(part),
            )
            raise _unfit(reason)


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 (names, not paths)
    except OSError:
        reason = _("The folder “{folder}” cannot be read.", folder=folder.name)
        raise Refused(HTTPStatus.FORBIDDEN, reason) from None


def _alike(name: str) -> str:
    return look(name).casefold()


def _name(path: PurePosixPath) -> str:
    return visible(str(path))


def _is_a_file(path: PurePosixPath) -> Refused:
    return _unfit(_("“{file}” cannot lie there: what it lies in is no folder.", file=_name(path)))


def _unfit(reason: Message) -> Refused:
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, reason)
