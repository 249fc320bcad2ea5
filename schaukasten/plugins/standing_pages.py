"""The pages that somebody wrote: about the association, how to help, the imprint."""

from __future__ import annotations

from schaukasten.plugins.documents import DocumentsGenerator
from schaukasten.plugins.pelican_library import Pelican, signals


class StandingPagesGenerator(DocumentsGenerator):
    kind = "PAGE"
    name = "page"


def get_generator(pelican: Pelican) -> type[StandingPagesGenerator]:
    return StandingPagesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
