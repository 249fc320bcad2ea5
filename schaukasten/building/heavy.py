"""A finished site → warnings of pages that are too heavy to be seen at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.site import Site
from schaukasten.plugins.page_generator import save_as
from schaukasten.release.first_flight import MOST, heavy_pages
from schaukasten.report.report import Report


def tell_heavy(folder: Path, sizes: Mapping[str, int], settings: Mapping[str, Any]) -> None:
    """Name each such page of a folder, by the file that an editor can shorten, if there is one."""
    base = urlsplit(settings["SITEURL"]).path.rstrip("/")
    heavy = heavy_pages(folder, sizes, base)
    if not heavy:
        return
    site: Site = settings["SITE"]
    content, gettext = Path(settings["PATH"]), settings["GETTEXT"]
    sources = {save_as(one.address): source for source, one in site.documents.items()}
    found = {True: list[Problem](), False: list[Problem]()}
    for page, size in sorted(heavy.items()):
        source = sources.get(page)
        what = _(
            "This page weighs {size} bytes before anything of it can be seen; {most} come at once.",
            size=size,
            most=MOST,
        )
        remedy = _("Shorten it, or make several pages of it.")
        problem = Problem(source or page, 1, Severity.WARNING, what, remedy)
        found[source is not None].append(problem)
    Report(content, content.name, gettext).print(found[True])
    Report(folder, "", gettext).print(found[False])
