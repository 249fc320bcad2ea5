"""A path as the editor writes it, `content/…` → a path in the folder of the content, or a refusal.

The folder is called `content` there whatever it is called on the disk.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from pathlib import PurePosixPath

from schaukasten.attachment_kinds import BY_ENDING, kind_of
from schaukasten.editor.desk.exchange import Refused
from schaukasten.language.messages import _
from schaukasten.language.visible import visible
from schaukasten.model.files.picture_formats import FORMATS
from schaukasten.model.reading.source import MAX_TEXT

PREFIX = "content"
_TEXTS = (".md", ".yaml")
#: Bytes. What a camera makes has 5 to 15 MB.
MAX_PICTURE = 30_000_000
#: Bytes that disks hold in one name, and signs of a whole path.
_LONGEST_NAME, _LONGEST = 255, 1000
#: Ways elsewhere: folders of Windows, streams of NTFS, what no terminal shows.
_NO_NAME = re.compile(r"\..*|.*[\\:\x00-\x1f\x7f].*", re.DOTALL)
#: What Windows cannot store, or nobody sees, or editors leave behind (`editor/saves.py`).
_UNFIT = re.compile(
    r"""(?ix) .* [<>"|?*] .* | [\s~\#] .* | .* [\s.~] | 4913
    | (?: con | prn | aux | nul | com\d | lpt\d ) (?: \. .* )?"""
)


def inside(path: object) -> PurePosixPath:
    """Return the path in the folder; raises Refused unless it is one of a file that sites have."""
    told = visible(path[:_LONGEST]) if isinstance(path, str) else ""
    first, *parts = path.split("/") if isinstance(path, str) else [""]
    if len(str(path)) > _LONGEST or first != PREFIX or not parts or not all(map(_is_name, parts)):
        reason = _("“{path}” is not a file of the content folder.", path=told)
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, reason)
    found = PurePosixPath(*parts)
    if not is_known(found):
        reason = _("The content holds no files of this kind: {file}", file=visible(found.name))
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, reason)
    return found


def outside(path: PurePosixPath) -> str:
    """Return the path as the editor knows it."""
    return f"{PREFIX}/{path}"


def is_known(path: PurePosixPath) -> bool:
    """Whether a file in the folder is one that the editor may see."""
    is_of_a_kind = is_text(path) or path.suffix.lower() in (*BY_ENDING, *FORMATS)
    return is_of_a_kind and all(map(_is_name, path.parts))


def is_text(path: PurePosixPath) -> bool:
    """Whether it is written, and not only replaced."""
    return path.suffix in _TEXTS


def refuse_unfit(path: PurePosixPath) -> None:
    """Refuse a new file that not every disk could hold, or that would be taken for a leftover."""
    for part in path.parts:
        if _UNFIT.fullmatch(part) or visible(part) != part:
            reason = _(
                "“{name}” is no name for a file. Use letters, digits and hyphens.",
                name=visible(part),
            )
            raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, reason)


def refuse_large(path: PurePosixPath, size: int) -> None:
    """Refuse so many bytes where the model would, and pictures that nobody can want."""
    kind = kind_of(path.name)
    limit = MAX_TEXT if is_text(path) else kind.limit if kind else MAX_PICTURE
    if size > limit:
        reason = _(
            "“{file}” is too large: {size} KB. At most {limit} KB can be saved.",
            file=visible(path.name),
            size=-(-size // 1000),
            limit=limit // 1000,
        )
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)


def _is_name(part: str) -> bool:
    try:
        size = len(part.encode())
    # Half a sign: of a disk whose names are not UTF-8, or of an attack.
    except UnicodeEncodeError:
        return False
    return 0 < size <= _LONGEST_NAME and not _NO_NAME.fullmatch(part)
