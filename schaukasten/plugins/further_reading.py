"""A news item → the items that somebody who has read it may read next."""

from __future__ import annotations

from collections import defaultdict

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

#: As many as hang side by side.
COUNT = 3
#: Of each topic only the newest are looked at, so that thousands of items take no longer each.
NEWEST = 20


def add_read_next(generator: ArticlesGenerator) -> None:
    newest_first = sorted(generator.articles, key=lambda article: article.date, reverse=True)
    by_topic: dict[str, list[Article]] = defaultdict(list)
    for article in newest_first:
        for topic in article.item.tags:
            if len(by_topic[topic]) < NEWEST:
                by_topic[topic].append(article)
    for article in newest_first:
        related = [other for topic in article.item.tags for other in by_topic[topic]]
        article.read_next = read_next(article, [*related, *newest_first[: COUNT + 1]])


def read_next(article: Article, candidates: list[Article]) -> list[Article]:
    """Return the candidates that share most topics with the article, among equals the newest."""
    topics = set(article.item.tags)
    others = {id(other): other for other in candidates if other is not article}.values()
    return sorted(
        others,
        key=lambda other: (len(topics.intersection(other.item.tags)), other.date),
        reverse=True,
    )[:COUNT]


def register() -> None:
    signals.article_generator_finalized.connect(add_read_next)
