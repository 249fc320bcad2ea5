"""The newest news → the Atom feed (RFC 4287), whose entries are whole away from the site."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from feedgenerator import Atom1Feed, get_tag_uri

from schaukasten.kept.last_output import write_anew
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.site import Site
from schaukasten.model.text.away_from_site import away_from_site
from schaukasten.plugins.interface import lang_attribute
from schaukasten.plugins.news import newest_first
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.pelican_library import Pelican, Writer, signals

#: Who has not looked for longer reads on the site.
NEWEST = 50


class FeedGenerator(OwnGenerator):
    def generate_output(self, writer: Writer) -> None:
        path = self.settings["FEED_ATOM"]
        if path is None:
            return
        site: Site = self.settings["SITE"]
        host = self.settings["SITEURL"]
        association = site.association
        feed = Atom1Feed(
            title=association.name,
            link=f"{host}/",
            feed_url=urljoin(f"{host}/", path),
            description="",
            language=association.language,
            subtitle=association.greeting,
            # RFC 4287, 4.1.1: a feed has an author unless each of its entries has one.
            author_name=association.name,
            author_link=f"{host}/",
        )
        for document in newest_first(site)[:NEWEST]:
            feed.add_item(**_entry(document, site, host))
        text = feed.writeString("utf-8")
        write_anew(Path(self.output_path, path), text.encode())


def _entry(document: Document, site: Site, host: str) -> dict[str, Any]:
    item = document.item
    assert isinstance(item, NewsItem)
    page = f"{host}{document.address}"
    zone = ZoneInfo(site.association.timezone)
    return {
        "title": item.title,
        "link": page,
        "unique_id": get_tag_uri(page, item.date),
        "description": escape(item.summary or ""),  # read as HTML by RFC 4287, 3.1
        "content": _content(document, site, host),
        "categories": item.tags or None,
        "pubdate": _midnight(item.date, zone),
        "updateddate": _midnight(item.updated, zone) if item.updated else None,
    }


def _midnight(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), zone)


def _content(document: Document, site: Site, host: str) -> str:
    """Return the news item with its pictures, links and notes for a reader elsewhere."""
    rendering = site.rendering(document)
    html = away_from_site(rendering.html, rendering.image, host, f"{host}{document.address}")
    if attribute := lang_attribute(document.item.lang or "", site.association.language):
        return f"<div{attribute}>{html}</div>"
    return html


def get_generator(pelican: Pelican) -> type[FeedGenerator]:
    return FeedGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
