"""What was read of a file → bytes to be kept, and back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.parts import join, lazy, lazy_object, parted
from schaukasten.kept.shelf import Shelf
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


def packed(
    read: Callable[[], tuple[Document | None, list[Problem]]],
    body: str,
    may_be_kept: bool,
    shelf: Shelf,
    above: str,
) -> bytes:
    """Return a document, or why there is none, as bytes for `made`.

    `above` is the key of what stands above its text: `read` is asked only where that is new.
    """
    known = shelf.get(above)
    if known is None:
        document, problems = read()
        if document is None:
            return refused(problems)
        known = _packed_above(document)
        shelf.put(above, known)
    return (KEEP if may_be_kept else MAKE_AGAIN) + known + join(pack(body))


def refused(problems: list[Problem]) -> bytes:
    """Return why there is no document, as bytes for `made`."""
    return MAKE_AGAIN + _NONE + pack(problems)


def _packed_above(document: Document) -> bytes:
    one, shown = document, document.item.shown
    days = [shown.first.toordinal(), shown.last.toordinal()] if shown else None
    head = [one.kind, one.slug, one.address, one.body_line, one.former, one.title_line, days]
    return join(json.dumps(head).encode(), *(pack(getattr(one, name)) for name in _ABOVE))


def problems_of(raw: bytes) -> list[Problem] | None:
    """Return why there is no document; None where there is one. Raises Unkeepable."""
    if not raw.startswith(_NONE):
        return None
    problems: list[Problem] = unpack(raw.removeprefix(_NONE))
    return problems


class Brief(NamedTuple):
    """What is known of a document without its texts.

    `key` is that of what it is made of; `head` are its fields that are plain values.
    """

    key: str
    head: list[Any]
    outline: str


def brief_of(raw: bytes, key: str, source: PurePosixPath) -> Brief:
    """Return what is known of a packed document at a glance; raises Unkeepable."""
    head, *seldom = parted(raw, 1 + len(_SELDOM))
    try:
        fields = json.loads(bytes(head))
    except ValueError as error:
        raise Unkeepable(str(error)) from error
    return Brief(key, fields, digest_of(str(source), head, *seldom[: len(_ABOVE)]))


def seldom_parts(raw: bytes) -> list[memoryview]:
    """Return of a packed document what most builds do not ask for; raises Unkeepable."""
    return parted(raw, 1 + len(_SELDOM))[1:]


def document_of(
    brief: Brief, source: PurePosixPath, today: dt.date, parts: Callable[[], list[memoryview]]
) -> Document:
    """Return the document as it is on a day, with its seldom `parts`; raises Unkeepable."""
    try:
        kind, slug, address, body_line, former, title_line, days = brief.head
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
            "made_of": brief.key,
            "outline": brief.outline,
        }
    except (ValueError, TypeError) as error:
        raise Unkeepable(str(error)) from error
    return lazy_object(_Kept, fields, parts)
