"""The pages that somebody wrote: about the association, how to help, the imprint."""

from __future__ import annotations

from typing import Any

from schaukasten.model.documents.document import Document
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.pelican_library import Pelican, signals
from schaukasten.plugins.press_pictures import press_pictures
from schaukasten.plugins.supporters import supporters_of


class StandingPagesGenerator(DocumentsGenerator):
    kind = "PAGE"
    name = "page"

    def besides(self, document: Document) -> dict[str, Any]:
        """Return the people whom it asks for; of some kinds of pages what else they show."""
        values: dict[str, Any] = {"faces": self.site.staff.faces(document.item)}
        if document.template == "about":
            values["supporters"] = supporters_of(self.site)
        if document.template == "press":
            values["press_pictures"] = press_pictures(self.site, document)
        return values


def get_generator(pelican: Pelican) -> type[StandingPagesGenerator]:
    return StandingPagesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
