"""What was read of a file → bytes to be kept, and back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from schaukasten.kept.codec import Packed, Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.parts import join, lazy, lazy_object, parted
from schaukasten.kept.register import Brief
from schaukasten.kept.work import KEEP, MAKE_AGAIN
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.item import on_day
from schaukasten.model.reading.front_matter import FrontMatter
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
    front: FrontMatter,
    may_be_kept: bool,
    before: bytes | None,
) -> bytes:
    """Return a document, or why there is none, as bytes for `made`.

    `before` is the same file at an earlier build: `read` is asked only where something else stands
    above the text now.
    """
    head = digest_of(str(front.body_line), front.head)
    above = _above(before, head) if before is not None else None
    if above is None:
        document, problems = read()
        if document is None:
            return refused(problems)
        above = _packed_above(document, head)
    return (KEEP if may_be_kept else MAKE_AGAIN) + join(*above, pack(front.body))


def refused(problems: list[Problem]) -> bytes:
    """Return why there is no document, as bytes for `made`."""
    return MAKE_AGAIN + _NONE + pack(problems)


def _packed_above(document: Document, head: str) -> list[bytes]:
    one, shown = document, document.item.shown
    days = [shown.first.toordinal(), shown.last.toordinal()] if shown else None
    plain = [one.kind, one.slug, one.address, one.body_line, one.former, one.title_line, days, head]
    return [json.dumps(plain).encode(), *(pack(getattr(one, name)) for name in _ABOVE)]


def _above(raw: bytes, head: str) -> Sequence[Packed] | None:
    """Return all but the text of a packed document, if that is what it was made of."""
    try:
        plain, *seldom = parted(raw, 1 + len(_SELDOM))
        if json.loads(bytes(plain))[-1] == head:
            return [plain, *seldom[: len(_ABOVE)]]
    except (Unkeepable, ValueError, LookupError, TypeError):
        pass  # No build has put that there.
    return None


def problems_of(raw: bytes) -> list[Problem]:
    """Return why there is no document; raises Unkeepable."""
    problems: list[Problem] = unpack(raw.removeprefix(_NONE))
    return problems


def brief_of(source: PurePosixPath, raw: bytes) -> Brief | None:
    """Return what is known of a packed document at a glance: its plain fields, and its outline.

    None where there is no document. Raises Unkeepable.
    """
    if raw.startswith(_NONE):
        return None
    plain, *seldom = parted(raw, 1 + len(_SELDOM))
    try:
        fields = json.loads(bytes(plain))
    except ValueError as error:
        raise Unkeepable(str(error)) from error
    return [fields, digest_of(str(source), plain, *seldom[: len(_ABOVE)])]


def document_of(
    brief: Brief, raw: Callable[[], bytes], key: str, source: PurePosixPath, today: dt.date
) -> Document:
    """Return what is kept under a key as a document, as it is on a day; raises Unkeepable."""

    def seldom() -> list[memoryview]:
        return parted(raw(), 1 + len(_SELDOM))[1:]

    try:
        plain, outline = brief
        kind, slug, address, body_line, former, title_line, days, _head = plain
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
            "outline": outline,
        }
    except (ValueError, TypeError) as error:
        raise Unkeepable(str(error)) from error
    return lazy_object(_Kept, fields, seldom)
