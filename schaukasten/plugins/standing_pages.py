"""The pages that somebody wrote: about the association, how to help, the imprint."""

from __future__ import annotations

from typing import Any

from schaukasten.model.documents.document import Document
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.pelican_library import Pelican, signals
from schaukasten.plugins.supporters import supporters_of


class StandingPagesGenerator(DocumentsGenerator):
    kind = "PAGE"
    name = "page"

    def besides(self, document: Document) -> dict[str, Any]:
        """Return the people whom it asks for; of the association who supports it."""
        faces = {"faces": self.site.staff.faces(document.item)}
        if document.template != "about":
            return faces
        return {**faces, "supporters": supporters_of(self.site)}


def get_generator(pelican: Pelican) -> type[StandingPagesGenerator]:
    return StandingPagesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
