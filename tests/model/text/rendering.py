"""Markdown of a test → its HTML even where it has problems, and the problems in German."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.front_matter import split
from schaukasten.model.text.references import References
from schaukasten.model.text.renderer import Renderer
from tests.worlds import World, german

NAME = "aktuelles/2026-03-08-fest/index.md"


def rendered(world: World, body: str) -> tuple[str, list[str]]:
    """The HTML of a text even where it has problems, and the problems."""
    made = Renderer(
        References(world.content, {}, frozenset(), frozenset(), False), "de", "DE", german
    ).render(document(body))
    problems = [problem.text(german).removeprefix(f"{NAME}:") for problem in made.problems]
    return made.html, problems


def document(body: str) -> Document:
    """A news item as it was read, with that text."""
    front = split(f"---\ntitle: Fest\n---\n{body}")
    item = NewsItem(title="Fest", date="2026-03-08", summary="Ein Fest.")
    assert item.date == dt.date(2026, 3, 8)
    return Document(
        source=PurePosixPath(NAME),
        kind="ARTICLE",
        item=item,
        slug="fest",
        address="/aktuelles/2026/fest/",
        published=True,
        yaml=front.yaml,
        markdown=front.body,
        body_line=front.body_line,
    )
