"""A news item → the items that somebody who has read it may read next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter

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
        # By document: its topics, and its day, of which a newer one is greater.
        self._known = {
            id(one): (frozenset((item := _item(one)).tags), item.date.toordinal())
            for one in newest_first
        }
        self._by_topic: dict[str, list[Document]] = defaultdict(list)
        for document in newest_first:
            for topic in _item(document).tags:
                if len(self._by_topic[topic]) < NEWEST:
                    self._by_topic[topic].append(document)

    def after(self, document: Document) -> list[Document]:
        """Return what to read after a news item: what shares most topics, of equals the newest."""
        topics = self._known[id(document)][0]
        # Each once, in an order that hangs on nothing but the content.
        candidates = [one for topic in _item(document).tags for one in self._by_topic[topic]]
        others = {id(one): one for one in (*candidates, *self._newest) if one is not document}
        ranked = [
            (len(topics & self._known[key][0]), self._known[key][1], -place, one)
            for place, (key, one) in enumerate(others.items())
        ]
        return [found[-1] for found in nlargest(COUNT, ranked, key=itemgetter(0, 1, 2))]


def _item(document: Document) -> NewsItem:
    assert isinstance(document.item, NewsItem)
    return document.item
