"""A Markdown file → Pelican's content and metadata, taken from the model that has read it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pelican import signals
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import Tag

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.slug import slugify
from schaukasten.model.text.rendering import Rendering


class DocumentReader(BaseReader):
    """Looks up what the model made of a file; files that this build does not show are skipped."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        source = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        site = self.settings["SITE"]
        document = site.documents.get(source)
        if document is None:
            return "", {"status": "skip"}
        rendering = site.rendering(document)
        return rendering.html, self._metadata(document, rendering)

    def _metadata(self, document: Document, rendering: Rendering) -> dict[str, Any]:
        item = document.item
        metadata: dict[str, Any] = {
            "document": document,
            "item": item,
            "rendering": rendering,
            "image": rendering.image,
            "title": item.title,
            "slug": document.slug,
            "summary": item.summary or "",
            "lang": item.lang or self.settings["DEFAULT_LANG"],
            "status": "published",
            "template": document.template,
            "url": document.address.removeprefix("/"),
            "save_as": save_as(document.address),
        }
        if isinstance(item, NewsItem | Event):
            metadata["date"] = dt.datetime.combine(item.date, dt.time())
        if isinstance(item, NewsItem):
            metadata["tags"] = [self._tag(name) for name in item.tags]
        if item.updated:
            metadata["modified"] = dt.datetime.combine(item.updated, dt.time())
        return metadata

    def _tag(self, name: str) -> Tag:
        tag = Tag(name, self.settings)
        tag.slug = slugify(name)
        return tag


def save_as(address: str) -> str:
    """Return the file of the output that a web server sends for an address."""
    path = unquote(address.removeprefix("/"))
    return path + "index.html" if not path or path.endswith("/") else path


def use_for_markdown(readers: Readers) -> None:
    readers.reader_classes["md"] = DocumentReader


def register() -> None:
    signals.readers_init.connect(use_for_markdown)
