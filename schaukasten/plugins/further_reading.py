"""A news item → the items that somebody who has read it may read next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem

#: As many as hang side by side.
COUNT = 3
#: Of each topic only the newest are looked at, so that thousands of items take no longer each.
NEWEST = 20


class Further:
    """Knows all news, the newest first."""

    def __init__(self, newest_first: Sequence[Document]):
        self._newest = list(newest_first[: COUNT + 1])
        self._by_topic: dict[str, list[Document]] = defaultdict(list)
        for document in newest_first:
            for topic in _item(document).tags:
                if len(self._by_topic[topic]) < NEWEST:
                    self._by_topic[topic].append(document)

    def after(self, document: Document) -> list[Document]:
        """Return what to read after a news item: what shares most topics, of equals the newest."""
        related = [one for topic in _item(document).tags for one in self._by_topic[topic]]
        return read_next(document, [*related, *self._newest])


def read_next(document: Document, candidates: Iterable[Document]) -> list[Document]:
    """Return the candidates that share most topics with the item, among equals the newest."""
    topics = frozenset(_item(document).tags)
    others = {other.address: other for other in candidates if other is not document}.values()
    ranked = [
        (len(topics.intersection((item := _item(other)).tags)), item.date.toordinal(), -place)
        for place, other in enumerate(others)
    ]
    by_place = list(others)
    return [by_place[-place] for _shared, _day, place in nlargest(COUNT, ranked)]


def _item(document: Document) -> NewsItem:
    assert isinstance(document.item, NewsItem)
    return document.item
