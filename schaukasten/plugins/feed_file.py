"""News → the text of an Atom feed (RFC 4287), whose entries are whole away from the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from feedgenerator import Atom1Feed, get_tag_uri

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.kept.shelf import Shelf
from schaukasten.kept.work import KEEP, made
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.site import Site
from schaukasten.plugins.interface import lang_attribute


def feed(site: Site, news: Sequence[Document], host: str, path: str, shelf: Shelf) -> bytes:
    """Return the feed of some news, which lies at a path of the site at `host`.

    The texts are kept on the shelf, since most of them are those of the last feed.
    """
    association = site.association
    atom = Atom1Feed(
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
    texts = _contents(news, site, host, shelf)
    for document in news:
        atom.add_item(**_entry(document, site, host), content=texts[document.address])
    text: str = atom.writeString("utf-8")
    return text.encode()


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
        "categories": item.tags or None,
        "pubdate": _midnight(item.date, zone),
        "updateddate": _midnight(item.updated, zone) if item.updated else None,
    }


def _midnight(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), zone)


def _contents(news: Sequence[Document], site: Site, host: str, shelf: Shelf) -> dict[str, str]:
    """Return the text of each, by its address."""
    by_address = {one.address: one for one in news}
    keys = {
        address: digest_of(
            "away",
            made_by(),
            host,
            address,
            one.item.lang or "",
            site.association.language,
            site.rendering(one).made_of,
        )
        for address, one in by_address.items()
    }
    return made(
        shelf,
        keys,
        lambda address: KEEP + pack(_content(by_address[address], site, host)),
        lambda _address, raw: str(unpack(raw)),
        lambda _address, kept: kept if _is_text(kept) else None,
    )


def _is_text(kept: bytes) -> bool:
    """Whether it can have been kept by a build."""
    with suppress(Unkeepable):
        return isinstance(unpack(kept), str)
    return False


def _content(document: Document, site: Site, host: str) -> str:
    """Return the news item with its pictures, links and notes for a reader elsewhere."""
    # It takes the text apart.
    from schaukasten.model.text.away_from_site import away_from_site

    rendering = site.rendering(document)
    html = away_from_site(rendering.html, rendering.image, host, f"{host}{document.address}")
    if attribute := lang_attribute(document.item.lang or "", site.association.language):
        return f"<div{attribute}>{html}</div>"
    return html
