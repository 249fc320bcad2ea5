"""Pelican's Atom feed → one that RFC 4287 asks for: its language, an author, absolute links."""

from __future__ import annotations

from html import escape
from typing import Any

from feedgenerator import SyndicationFeed
from pelican import signals

from schaukasten.model.text.html_tree import rebased


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
        # A reader shows the text away from the site, where its addresses would lead nowhere.
        entry["content"] = rebased(entry["content"], context["SITEURL"])
        entry["author_name"] = None


def register() -> None:
    signals.feed_generated.connect(complete)
