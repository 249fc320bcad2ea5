"""Pelican's Atom feed → one that RFC 4287 asks for, whose entries are whole away from the site."""

from __future__ import annotations

from html import escape
from typing import Any

from feedgenerator import SyndicationFeed
from pelican import signals
from pelican.contents import Article

from schaukasten.model.text.away_from_site import away_from_site
from schaukasten.plugins.interface import lang_attribute


def complete(context: dict[str, Any], feed: SyndicationFeed) -> None:
    """Add what Pelican leaves out; `context` is the one that templates get."""
    association = context["site"].association
    feed.feed["language"] = association.language
    # RFC 4287, 4.1.1: a feed has an author unless each of its entries has one.
    feed.feed["author_name"] = association.name
    feed.feed["author_link"] = context["SITEURL"] + "/"
    feed.feed["subtitle"] = association.greeting
    for entry, article in zip(feed.items, context["articles"], strict=False):
        entry["title"] = article.title  # Pelican takes a "<b>" in a title for a tag
        entry["description"] = escape(article.summary)  # read as HTML by RFC 4287, 3.1
        entry["content"] = _content(article, context["SITEURL"], association.language)
        entry["author_name"] = None


def _content(article: Article, site: str, language: str) -> str:
    """Return the news item with its pictures, links and notes for a reader elsewhere."""
    page = f"{site}/{article.url}"
    html = away_from_site(article.rendering.html, article.image, site, page)
    if attribute := lang_attribute(article.lang, language):
        return f"<div{attribute}>{html}</div>"
    return html


def register() -> None:
    signals.feed_generated.connect(complete)
