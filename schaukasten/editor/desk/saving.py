"""Changes that fit the folder → all of them on the disk, or none of them and the reason.

New files are written whole under hidden names beside their places, where neither the preview nor
the model looks; renaming them is all that is left then.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

from schaukasten.editor.desk.agreement import refuse_disagreement
from schaukasten.editor.desk.changes import DELETE, Change
from schaukasten.editor.desk.exchange import Refused
from schaukasten.language.messages import Message, _
from schaukasten.language.visible import visible

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def save(changes: list[Change], content: Path) -> None:
    """Make all changes; raises Refused, with the folder as it was before."""
    refuse_disagreement(changes, content)
    undo = _Undo()
    try:
        set_aside = _made(changes, content, undo)
    except OSError as error:
        raise _refused(error, undo.all()) from error
    except BaseException:
        undo.all()
        raise
    for path in set_aside:
        _forget(path)
    for change in changes:
        if change.source and (change.is_move or change.operation == DELETE):
            _clear_away((content / change.source).parent, content)


def _made(changes: list[Change], content: Path, undo: _Undo) -> list[Path]:
    """Write, then rename; return the files of before, which have hidden names now."""
    set_aside: list[Path] = []
    written = [
        (change, _written(change, content, undo))
        for change in changes
        if change.operation != DELETE
    ]
    # Writing may have taken long.
    refuse_disagreement(changes, content)
    for change in changes:
        if change.source and (change.is_move or change.operation == DELETE):
            set_aside.append(_moved_aside(content / change.source, undo))
    for change, new in written:
        target = content / change.path
        if change.source == change.path:
            set_aside.append(_copied_aside(target, undo))
            new.replace(target)
        else:
            _placed(new, target, undo)
    return set_aside


def _written(change: Change, content: Path, undo: _Undo) -> Path:
    target = content / change.path
    _make_folders(target.parent, undo)
    new = _beside(target)
    undo.later(_forget, new)
    with new.open("xb") as file:
        file.write(change.content)
        file.flush()
        os.fsync(file.fileno())
    if change.source:
        shutil.copymode(content / change.source, new)
    return new


def _make_folders(folder: Path, undo: _Undo) -> None:
    if not folder.is_dir():
        _make_folders(folder.parent, undo)
        folder.mkdir()
        undo.later(folder.rmdir)


def _moved_aside(path: Path, undo: _Undo) -> Path:
    aside = _beside(path)
    path.replace(aside)
    undo.later(aside.replace, path)
    return aside


def _copied_aside(path: Path, undo: _Undo) -> Path:
    """Give a file a second name, so that its first one is never without a file."""
    aside = _beside(path)
    undo.later(_forget, aside)
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy2(path, aside)
    undo.later(aside.replace, path)
    return aside


def _placed(new: Path, target: Path, undo: _Undo) -> None:
    try:
        # Unlike renaming, it leaves alone what somebody has put there just now.
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError:
        new.rename(target)
    undo.later(_forget, target)
    _forget(new)


def _beside(path: Path) -> Path:
    return path.with_name(f".schaukasten-{secrets.token_hex(8)}")


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)


def _clear_away(folder: Path, content: Path) -> None:
    """Remove the folders that have nothing left in them, as git has no empty ones."""
    with suppress(OSError):
        while folder != content:
            folder.rmdir()
            folder = folder.parent


class _Undo:
    """What has to be done so that nothing has happened, the last thing first."""

    def __init__(self) -> None:
        self._steps: list[tuple[Callable[..., Any], tuple[object, ...]]] = []

    def later(self, do: Callable[..., Any], *given: object) -> None:
        self._steps.append((do, given))

    def all(self) -> bool:
        """Return whether everything is as it was."""
        is_whole = True
        for do, given in reversed(self._steps):
            try:
                do(*given)
            except OSError:
                is_whole = False
        return is_whole


def _refused(error: OSError, is_whole: bool) -> Refused:
    file = visible(Path(str(error.filename2 or error.filename or "")).name)
    if isinstance(error, FileExistsError):
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        why = _("There is a file “{file}” already.", file=file)
    elif error.errno in _NO_ROOM:
        status, why = HTTPStatus.INSUFFICIENT_STORAGE, _("The disk is full.")
    elif error.errno in _FORBIDDEN:
        status = HTTPStatus.FORBIDDEN
        why = _("Nothing may be written there. See who may write to the folder of the content.")
    else:
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        why = _("The disk refuses it: {reason}", reason=f"{error.strerror or error} {file}".strip())
    return Refused(status, _after(why, is_whole))


def _after(why: Message, is_whole: bool) -> Message:
    if is_whole:
        return _("{reason} Nothing was saved.", reason=why)
    return _("{reason} What was saved is not whole: look at the folder of the content.", reason=why)
