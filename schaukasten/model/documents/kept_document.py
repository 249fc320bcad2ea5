"""What was read of a file → bytes to be kept, and back."""

from __future__ import annotations

import datetime as dt

from schaukasten.kept.codec import pack, unpack
from schaukasten.kept.parts import lazy, pack_parts, unpack_parts
from schaukasten.kept.work import KEEP, MAKE_AGAIN
from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Problem

#: Asked for where something is wrong, or when the text is rendered.
_SELDOM = ("yaml", "markdown")
_Kept = lazy(Document, _SELDOM)
#: Before the problems of a file that became no document.
_NONE = b"!"


def packed(document: Document | None, problems: list[Problem], may_be_kept: bool) -> bytes:
    """Return a document, or why there is none, as bytes for `made`."""
    if document is None:
        return MAKE_AGAIN + _NONE + pack(problems)
    return (KEEP if may_be_kept else MAKE_AGAIN) + pack_parts(document, _SELDOM)


def unpacked(raw: bytes, key: str, today: dt.date) -> tuple[Document | None, list[Problem]]:
    """Return the document as it is on a day, or the problems; `key` is that of what it is made of.

    Raises Unkeepable.
    """
    if raw.startswith(_NONE):
        return None, unpack(raw.removeprefix(_NONE))
    document = unpack_parts(raw, _Kept)
    on_the_day = {**document.item.on(today), "made_of": key}
    # Nobody has it yet, so nobody sees it change.
    vars(document).update(on_the_day)
    return document, []
