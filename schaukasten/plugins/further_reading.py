"""A news item → the items that somebody who has read it may read next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

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
            for topic in _topics(document):
                if len(self._by_topic[topic]) < NEWEST:
                    self._by_topic[topic].append(document)

    def after(self, document: Document) -> list[Document]:
        """Return what to read after a news item: what shares most topics, of equals the newest."""
        related = [one for topic in _topics(document) for one in self._by_topic[topic]]
        return read_next(document, [*related, *self._newest])


def read_next(document: Document, candidates: Iterable[Document]) -> list[Document]:
    """Return the candidates that share most topics with the item, among equals the newest."""
    topics = set(_topics(document))
    others = {id(other): other for other in candidates if other is not document}.values()
    return sorted(
        others,
        key=lambda other: (len(topics.intersection(_topics(other))), _item(other).date),
        reverse=True,
    )[:COUNT]


def _topics(document: Document) -> list[str]:
    return _item(document).tags


def _item(document: Document) -> NewsItem:
    assert isinstance(document.item, NewsItem)
    return document.item
