"""A news item → the items that somebody who has read it may read next."""

from __future__ import annotations

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

#: As many as hang side by side.
COUNT = 3


def add_read_next(generator: ArticlesGenerator) -> None:
    for article in generator.articles:
        article.read_next = read_next(article, generator.articles)


def read_next(article: Article, articles: list[Article]) -> list[Article]:
    """Return the articles that share most topics with this one, among equals the newest first."""
    topics = set(article.item.tags)
    others = [other for other in articles if other is not article]
    others.sort(key=lambda other: (len(topics.intersection(other.item.tags)), other.date))
    return others[: -COUNT - 1 : -1]


def register() -> None:
    signals.article_generator_finalized.connect(add_read_next)
