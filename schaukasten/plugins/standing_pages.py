"""The pages that somebody wrote: about the association, how to help, the imprint."""

from __future__ import annotations

from pelican import Pelican, signals

from schaukasten.plugins.documents import DocumentsGenerator


class StandingPagesGenerator(DocumentsGenerator):
    kind = "PAGE"
    name = "page"


def get_generator(pelican: Pelican) -> type[StandingPagesGenerator]:
    return StandingPagesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
