"""Pelican's own generators, which find nothing here → the line at its end counts what there is."""

from __future__ import annotations

from schaukasten.plugins.news import NewsGenerator
from schaukasten.plugins.pelican_library import (
    ArticlesGenerator,
    Generator,
    PagesGenerator,
    Pelican,
    signals,
)
from schaukasten.plugins.standing_pages import StandingPagesGenerator


def remember(generators: list[Generator]) -> None:
    if generators:
        generators[0].settings["GENERATORS"] = generators


def count(pelican: Pelican) -> None:
    """Let Pelican count our news and pages for its own, once nothing more is written."""
    generators: list[Generator] = pelican.settings.pop("GENERATORS", [])
    found = {type(one): one for one in generators}
    found[ArticlesGenerator].articles = found[NewsGenerator].documents
    found[PagesGenerator].pages = found[StandingPagesGenerator].documents


def register() -> None:
    signals.all_generators_finalized.connect(remember)
    signals.finalized.connect(count)
