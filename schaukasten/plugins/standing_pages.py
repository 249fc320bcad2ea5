"""The pages that somebody wrote: about the association, how to help, the imprint."""

from __future__ import annotations

from typing import Any

from schaukasten.model.documents.document import Document
from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.pelican_library import Pelican, signals
from schaukasten.plugins.press_pictures import press_pictures


class StandingPagesGenerator(DocumentsGenerator):
    kind = "PAGE"
    name = "page"

    def besides(self, document: Document) -> dict[str, Any]:
        if document.template == "press":
            return {"press_pictures": press_pictures(self.site, document)}
        return {}


def get_generator(pelican: Pelican) -> type[StandingPagesGenerator]:
    return StandingPagesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
