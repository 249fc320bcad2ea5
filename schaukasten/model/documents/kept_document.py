"""What was read of a file → bytes to be kept, and back."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import PurePosixPath

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.parts import join, lazy, lazy_object, parted
from schaukasten.kept.work import KEEP, MAKE_AGAIN
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.item import on_day
from schaukasten.model.reading.problem import Problem
from schaukasten.model.time.span import Span

#: What stands above the text; `yaml` has its lines, which messages name.
_ABOVE = ("item", "yaml")
#: What most builds ask of a few documents only.
_SELDOM = (*_ABOVE, "markdown")
_Kept = lazy(Document, _SELDOM, fleeting=("yaml", "markdown"))
#: Before the problems of a file that became no document.
_NONE = b"!"


def packed(document: Document | None, problems: list[Problem], may_be_kept: bool) -> bytes:
    """Return a document, or why there is none, as bytes for `made`."""
    if document is None:
        return MAKE_AGAIN + _NONE + pack(problems)
    one, shown = document, document.item.shown
    days = [shown.first.toordinal(), shown.last.toordinal()] if shown else None
    head = [one.kind, one.slug, one.address, one.body_line, one.former, one.title_line, days]
    seldom = (pack(getattr(document, name)) for name in _SELDOM)
    return (KEEP if may_be_kept else MAKE_AGAIN) + join(json.dumps(head).encode(), *seldom)


def unpacked(
    raw: bytes, key: str, source: PurePosixPath, today: dt.date
) -> tuple[Document | None, list[Problem]]:
    """Return the document as it is on a day, or the problems; `key` is that of what it is made of.

    Raises Unkeepable.
    """
    if raw.startswith(_NONE):
        return None, unpack(raw.removeprefix(_NONE))
    head, *seldom = parted(raw, 1 + len(_SELDOM))
    try:
        kind, slug, address, body_line, former, title_line, days = json.loads(bytes(head))
        first, last = map(dt.date.fromordinal, days or (1, 1))
        shown = Span(first, last) if days else None
        fields = {
            "source": source,
            "kind": kind,
            "slug": slug,
            "address": address,
            **on_day(shown, today),
            "body_line": body_line,
            "former": former,
            "title_line": title_line,
            "made_of": key,
            "outline": digest_of(str(source), head, *seldom[: len(_ABOVE)]),
        }
    except (ValueError, TypeError) as error:
        raise Unkeepable(str(error)) from error
    return lazy_object(_Kept, fields, seldom), []
